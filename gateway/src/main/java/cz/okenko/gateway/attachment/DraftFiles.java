package cz.okenko.gateway.attachment;

import cz.okenko.gateway.attachment.Cabinet.Taken;
import cz.okenko.gateway.attachment.DraftFileRows.Row;
import cz.okenko.gateway.attachment.DraftFiles.Arrival.Reason;
import cz.okenko.gateway.attachment.Scanner.Verdict;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files clerks put under a draft. They come in pieces, each of which may be sent again; what a process that
/// died had begun begins anew at 0. A file is in the draft once all of it was looked into. Safe for any thread.
public final class DraftFiles {
  /// How many go along with one reply.
  public static final int MOST = 10;

  /// Bytes of one reply's files: a mail carries no more, and no other channel should seem to.
  public static final long MOST_TOGETHER = 25L * 1024 * 1024;

  /// Bytes of one piece.
  public static final int PIECE = 512 * 1024;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration ARRIVING = Duration.ofDays(1);

  private final Store store;
  private final Ids ids;
  private final FileStorage files;
  private final InstantSource clock;
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

  public DraftFiles(Store store, Ids ids, FileStorage files, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.files = files;
    this.clock = clock;
  }

  /// Whose draft it is.
  public record Desk(long conversation, long clerk, String channel) {}

  /// A file as its clerk sees it.
  ///
  /// @param type by its content, empty while it arrives
  /// @param size in bytes
  public record DraftFile(long id, String name, String type, long size, State state) {
    /// How far it came.
    public enum State {
      ARRIVING,
      CLEAN,
      UNSCANNED
    }
  }

  /// What came of a piece.
  public sealed interface Arrival {
    /// It goes on at that byte.
    record Going(long id, long at) implements Arrival {}

    /// All of it is in the draft.
    record Arrived(DraftFile file) implements Arrival {}

    /// It is not sent along, and nothing of it is kept.
    record Refused(Reason reason) implements Arrival {}

    /// There is no such file in the draft.
    record Missing() implements Arrival {}

    /// To be sent again in a moment: the scanner does not answer, or another piece is under way.
    record Later() implements Arrival {}

    /// Why a file is not sent along.
    enum Reason {
      EMPTY,
      TOO_LARGE,
      TOO_MANY,
      TYPE,
      INFECTED
    }
  }

  /// The most bytes any file may have that goes by a channel.
  public static long largest(String channel) {
    return Math.min(FileLimits.most(channel), MOST_TOGETHER);
  }

  public List<DraftFile> of(Desk desk) {
    return store.read(handle -> DraftFileRows.of(handle, desk)).stream().map(Row::told).toList();
  }

  /// Begins a file of so many bytes.
  public Arrival begin(Desk desk, String name, long size) {
    if (size <= 0) {
      return new Arrival.Refused(Reason.EMPTY);
    }
    if (size > largest(desk.channel)) {
      return new Arrival.Refused(Reason.TOO_LARGE);
    }
    Instant now = clock.instant();
    var begun = new DraftFile(ids.next(), name, "", size, DraftFile.State.ARRIVING);
    return store.write(
        handle -> {
          List<Row> all = DraftFileRows.of(handle, desk);
          long together = size + all.stream().mapToLong(row -> row.told().size()).sum();
          if (all.size() >= MOST || together > MOST_TOGETHER) {
            return new Arrival.Refused(Reason.TOO_MANY);
          }
          DraftFileRows.add(handle, desk, begun, files.cabinet().name(), now);
          return new Arrival.Going(begun.id(), 0);
        });
  }

  /// Takes a piece. One that begins where nothing is yet is not taken; the answer tells where to go on.
  public Arrival piece(Desk desk, long id, long at, byte[] bytes) {
    Optional<Row> found = store.read(handle -> DraftFileRows.find(handle, desk, id));
    if (found.isEmpty()) {
      return new Arrival.Missing();
    }
    DraftFile told = found.get().told();
    if (told.state() != DraftFile.State.ARRIVING) {
      return new Arrival.Arrived(told);
    }
    if (!underWay.add(id)) {
      return new Arrival.Later();
    }
    try {
      long size = told.size();
      long here = files.cabinet().put(found.get().file(), at, bytes, size);
      return here < size ? new Arrival.Going(id, here) : arrived(desk, found.get());
    } catch (IOException e) {
      throw new UncheckedIOException("file " + id + " could not be kept", e);
    } finally {
      underWay.remove(id);
    }
  }

  private Arrival arrived(Desk desk, Row row) throws IOException {
    Taken.Kept kept = files.cabinet().whole(row.file());
    DraftFile told = row.told();
    if (kept.type().runs()) {
      return refused(row, Reason.TYPE);
    }
    if (kept.bytes() > FileLimits.most(desk.channel, kept.type().kind())) {
      return refused(row, Reason.TOO_LARGE);
    }
    Verdict verdict;
    try {
      verdict = files.scanner().scan(files.cabinet().path(row.file()));
    } catch (IOException e) {
      files.cabinet().again(row.file());
      return new Arrival.Later();
    }
    String scan =
        switch (verdict) {
          case Verdict.Clean() -> "clean";
          case Verdict.Unscanned() -> "unscanned";
          case Verdict.Infected(String _) -> "";
        };
    if (scan.isEmpty()) {
      return refused(row, Reason.INFECTED);
    }
    String name = FileName.of(told.name(), kept.type().media(), row.file());
    if (store.write(handle -> DraftFileRows.kept(handle, told.id(), name, kept.type(), scan)) == 0) {
      files.remove(row.file());
      return new Arrival.Missing();
    }
    return new Arrival.Arrived(
        new DraftFile(
            told.id(),
            name,
            kept.type().media(),
            told.size(),
            scan.equals("clean") ? DraftFile.State.CLEAN : DraftFile.State.UNSCANNED));
  }

  private Arrival refused(Row row, Reason reason) throws IOException {
    store.write(handle -> DraftFileRows.remove(handle, row.told().id()));
    files.remove(row.file());
    return new Arrival.Refused(reason);
  }

  /// Takes a file out of the draft; false when it is not there.
  public boolean remove(Desk desk, long id) {
    Optional<Row> found = store.read(handle -> DraftFileRows.find(handle, desk, id));
    if (found.isEmpty() || store.write(handle -> DraftFileRows.remove(handle, id)) == 0) {
      return false;
    }
    removeAll(List.of(found.get().file()));
    return true;
  }

  /// Removes what nobody sent for a month, and what never arrived; to be called from time to time.
  public void forget() {
    Instant drafts = clock.instant().minus(KEPT);
    Instant arriving = clock.instant().minus(ARRIVING);
    if (store.read(handle -> DraftFileRows.anyOld(handle, drafts, arriving))) {
      removeAll(store.write(handle -> DraftFileRows.forgetOld(handle, drafts, arriving)));
    }
  }

  private void removeAll(List<String> names) {
    for (String name : names) {
      try {
        files.remove(name);
      } catch (IOException e) {
        throw new UncheckedIOException("a file could not be removed", e);
      }
    }
  }
}
