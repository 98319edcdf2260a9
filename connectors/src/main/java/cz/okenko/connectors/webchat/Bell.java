package cz.okenko.connectors.webchat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.http.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the open streams of an address. A stream that nobody rings costs one small object and no
/// timer; a ring that nobody hears is lost, since a stream reads everything when it opens.
final class Bell {
  /// Tabs of one citizen, and streams whose browser is gone but not yet missed.
  private static final int MOST_EARS = 16;

  private static final Duration UNTIL_MISSED = Duration.ofSeconds(20);

  /// How long a citizen's line waits for the answer to it before it goes down the stream alone:
  /// nobody notices, and as a rule both go in one piece.
  private static final Duration ANSWER = Duration.ofMillis(25);

  private final ConcurrentMap<Address, ConcurrentMap<Ear, Boolean>> ears =
      new ConcurrentHashMap<>();
  private final Queue<Ear> expecting = new ConcurrentLinkedQueue<>();
  private final Semaphore someExpect = new Semaphore(0);
  private final Semaphore closing = new Semaphore(0);
  private final Thread patience =
      Thread.ofVirtual().name("okenko-bell").unstarted(this::ringUnanswered);
  private volatile boolean closed;

  Bell() {
    patience.start();
  }

  /// Listens for one stream; close it when the stream ends.
  ///
  /// @throws cz.okenko.connectors.http.ProblemException of status 429 when too many listen already
  Ear listen(Address address) {
    var ear = new Ear(address);
    ears.compute(
        address,
        (key, all) -> {
          ConcurrentMap<Ear, Boolean> some = all == null ? new ConcurrentHashMap<>(2) : all;
          if (some.size() == MOST_EARS) {
            throw Problem.tooMany(UNTIL_MISSED).asException();
          }
          some.put(ear, true);
          return some;
        });
    return ear;
  }

  void ring(Address address) {
    at(address).forEach(Ear::ring);
  }

  /// Rings for a citizen's line in a moment, unless there is more news before.
  void expectAnswer(Address address) {
    for (Ear ear : at(address)) {
      ear.answered = false;
      expecting.add(ear);
    }
    if (someExpect.availablePermits() == 0) {
      someExpect.release();
    }
  }

  /// One thread for all streams, at rest while nobody writes.
  private void ringUnanswered() {
    try {
      while (!closed) {
        someExpect.acquire();
        someExpect.drainPermits();
        List<Ear> before = new ArrayList<>();
        for (Ear ear = expecting.poll(); ear != null; ear = expecting.poll()) {
          before.add(ear);
        }
        closing.tryAcquire(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        before.stream().filter(ear -> !ear.answered).forEach(Ear::ring);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<Ear> at(Address address) {
    ConcurrentMap<Ear, Boolean> all = ears.get(address);
    return all == null ? Set.of() : all.keySet();
  }

  /// How many streams are open.
  int count() {
    return ears.values().stream().mapToInt(ConcurrentMap::size).sum();
  }

  /// Wakes everybody for good.
  void close() {
    closed = true;
    closing.release();
    someExpect.release();
    ears.values().forEach(all -> all.keySet().forEach(Ear::ring));
  }

  final class Ear implements AutoCloseable {
    private final Address address;
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean answered;

    private Ear(Address address) {
      this.address = address;
    }

    /// Waits for a ring; false when none came in time.
    boolean await(Duration patience) throws InterruptedException {
      boolean heard = rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      rung.drainPermits();
      return heard;
    }

    boolean open() {
      return !closed;
    }

    private void ring() {
      answered = true;
      rung.release();
    }

    @Override
    public void close() {
      ears.computeIfPresent(
          address,
          (key, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
