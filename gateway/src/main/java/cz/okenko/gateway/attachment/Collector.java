package cz.okenko.gateway.attachment;

import cz.okenko.connectors.Connector;
import cz.okenko.gateway.attachment.AttachmentRows.Work;
import cz.okenko.gateway.attachment.Cabinet.Taken;
import cz.okenko.gateway.attachment.Scanner.Verdict;
import cz.okenko.gateway.store.Store;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what citizens sent along, after their message is on disk, and has it scanned. A channel
/// or a scanner out of reach is asked again with growing pauses for about two days; then the file
/// counts as gone, or as unscanned.
public final class Collector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
  private static final int AT_ONCE = 4;
  private static final int MOST_ATTEMPTS = 24;
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(3);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Store store;
  private final Map<String, Connector> connectors;
  private final Cabinet cabinet;
  private final Scanner scanner;
  private final InstantSource clock;
  private final LongConsumer changed;
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  /// What it works with.
  ///
  /// @param changed is told the message of a file about which there is news
  public record Parts(
      Store store,
      Map<String, Connector> connectors,
      FileStorage files,
      InstantSource clock,
      LongConsumer changed) {
    public Parts {
      connectors = Map.copyOf(connectors);
    }
  }

  public Collector(Parts parts) {
    this.store = parts.store;
    this.connectors = parts.connectors;
    this.cabinet = parts.files.cabinet();
    this.scanner = parts.files.scanner();
    this.clock = parts.clock;
    this.changed = parts.changed;
  }

  /// Takes over what an earlier process left.
  public void start() {
    try {
      cabinet.clean();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of files cannot be read", e);
    }
    store.write(AttachmentRows::recover);
  }

  /// Sets out for what is due, as far as hands are free; to be called often. Whoever comes back sees to
  /// it that the next ones go, so that thousands do not wait for as many calls.
  public void round() {
    Instant now = clock.instant();
    int free = hands.drainPermits();
    int left = free;
    try {
      if (free > 0 && !closing && store.read(handle -> AttachmentRows.due(handle, now))) {
        for (Work work : store.write(handle -> AttachmentRows.claim(handle, now, LEASE, free))) {
          threads.execute(() -> run(work));
          left--;
        }
      }
    } finally {
      hands.release(left);
    }
  }

  @Override
  public void close() {
    closing = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Work work) {
    try {
      if (work.file().isEmpty()) {
        fetch(work);
      } else {
        scan(work.id(), work.file());
      }
    } catch (FileNotFoundException e) {
      end(work.id(), "gone", "");
    } catch (IOException | RuntimeException e) {
      LOG.warn("file {} could not be had, trying again later", work.id(), e);
      later(work);
    } finally {
      hands.release();
      changed.accept(work.message());
    }
    round();
  }

  private void fetch(Work work) throws IOException {
    Connector connector = connectors.get(work.channel());
    if (connector == null) {
      throw new IOException("the channel is off");
    }
    Taken taken;
    try (InputStream in = connector.fetch(work.attachment())) {
      taken = cabinet.take(in, FileLimits.most(work.channel()));
    }
    switch (taken) {
      case Taken.TooLarge() -> end(work.id(), "too-large", "");
      case Taken.Kept kept -> fetched(work, kept);
    }
  }

  private void fetched(Work work, Taken.Kept kept) throws IOException {
    if (kept.bytes() > FileLimits.most(work.channel(), kept.type().kind())) {
      cabinet.remove(kept.name());
      end(work.id(), "too-large", "");
      return;
    }
    if (store.write(handle -> AttachmentRows.fetched(handle, work.id(), kept)) == 0) {
      cabinet.remove(kept.name()); // its citizen was erased meanwhile
      return;
    }
    scan(work.id(), kept.name());
  }

  private void scan(long id, String file) throws IOException {
    switch (scanner.scan(cabinet.path(file))) {
      case Verdict.Clean() -> end(id, "kept", "clean");
      case Verdict.Unscanned() -> end(id, "kept", "unscanned");
      case Verdict.Infected(String name) -> {
        end(id, "infected", name);
        cabinet.quarantine(file);
      }
    }
  }

  private void end(long id, String state, String scan) {
    store.write(handle -> AttachmentRows.ended(handle, id, state, scan));
  }

  private void later(Work work) {
    if (work.attempts() < MOST_ATTEMPTS) {
      Duration pause = Duration.ofSeconds(1L << Math.min(work.attempts(), 16));
      Duration wait = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      store.write(handle -> AttachmentRows.later(handle, work.id(), clock.instant().plus(wait)));
    } else if (work.file().isEmpty()) {
      end(work.id(), "gone", "");
    } else {
      end(work.id(), "kept", "unscanned");
    }
  }
}
