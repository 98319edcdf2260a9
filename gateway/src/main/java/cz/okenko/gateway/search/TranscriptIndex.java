package cz.okenko.gateway.search;

import cz.okenko.gateway.search.IndexRows.Found;
import cz.okenko.gateway.search.IndexRows.Written;
import cz.okenko.gateway.search.Words.Part;
import cz.okenko.gateway.store.Store;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The full text of all transcripts. It follows them in the background, a few hundred messages at a
/// time and only while no citizen's message waits to be written; after a restart it goes on where it
/// was. What is found is read from the transcript itself, so nothing erased is ever shown.
public final class TranscriptIndex {
  private static final int BATCH = 250;
  private static final int PAGE = 30;

  private final Store store;

  public TranscriptIndex(Store store) {
    this.store = store;
  }

  /// A message that was found, in parts.
  record Hit(Found message, List<Part> parts) {
    Hit {
      parts = List.copyOf(parts);
    }
  }

  /// Up to a page of hits; `next` is 0 on the last.
  record Page(List<Hit> hits, long next) {
    Page {
      hits = List.copyOf(hits);
    }
  }

  /// To be called a few times a second.
  public void follow() {
    if (store.pace().waiting() > 0) {
      return;
    }
    long upTo = store.read(IndexRows::upTo);
    List<Long> stale = store.read(handle -> IndexRows.stale(handle, BATCH));
    List<Written> fresh = store.read(handle -> IndexRows.after(handle, upTo, BATCH));
    if (!stale.isEmpty() || !fresh.isEmpty()) {
      store.write(
          handle -> {
            refresh(handle, stale);
            fresh.forEach(written -> IndexRows.put(handle, written));
            return fresh.isEmpty() ? 0 : IndexRows.moveTo(handle, fresh.getLast().id());
          });
    }
  }

  /// Takes what was erased out of the index for good. A deleted row is only marked; it goes when the pages
  /// it is on are merged, a few at a time so that others can write between.
  public void purge() {
    while (!store.read(handle -> IndexRows.stale(handle, 1)).isEmpty()) {
      store.write(handle -> refresh(handle, IndexRows.stale(handle, BATCH)));
    }
    boolean more = store.write(handle -> IndexRows.merge(handle, true));
    while (more) {
      more = store.write(handle -> IndexRows.merge(handle, false));
    }
  }

  private static int refresh(Handle handle, List<Long> stale) {
    stale.forEach(message -> IndexRows.refresh(handle, message));
    return stale.size();
  }

  /// Messages that have all the words, whatever their endings, the newest first.
  ///
  /// @param below the `next` of the page before, or 0
  Page find(Set<String> stems, long below) {
    List<Found> found =
        store.read(
            handle -> IndexRows.find(handle, stems, below == 0 ? Long.MAX_VALUE : below, PAGE));
    List<Hit> hits =
        found.stream()
            .map(message -> new Hit(message, Words.around(message.text(), stems)))
            .filter(hit -> !hit.parts.isEmpty())
            .toList();
    return new Page(hits, found.size() == PAGE ? found.getLast().message() : 0);
  }
}
