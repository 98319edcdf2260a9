package cz.okenko.connectors.webchat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.http.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the open streams of an address. A stream that nobody rings costs one small object and no
/// timer; a ring that nobody hears is lost, since a stream reads everything when it opens.
final class Bell {
  /// Tabs of one citizen, and streams whose browser is gone but not yet missed.
  private static final int MOST_EARS = 16;

  private static final Duration UNTIL_MISSED = Duration.ofSeconds(20);

  /// How long a stream that heard of a citizen's line waits for the answer to it: nobody notices, and
  /// both go out in one piece.
  private static final Duration ANSWER = Duration.ofMillis(25);

  private final ConcurrentMap<Address, ConcurrentMap<Ear, Boolean>> ears =
      new ConcurrentHashMap<>();
  private volatile boolean closed;

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

  /// Rings for a citizen's line, which is as a rule answered in a moment.
  void ringBeforeAnswer(Address address) {
    at(address).forEach(Ear::ringBeforeAnswer);
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
    ears.values().forEach(all -> all.keySet().forEach(Ear::ring));
  }

  final class Ear implements AutoCloseable {
    private final Address address;
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean answerComes;

    private Ear(Address address) {
      this.address = address;
    }

    /// Waits for a ring; false when none came in time.
    boolean await(Duration patience) throws InterruptedException {
      boolean heard = rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answerComes) {
        answerComes = false;
        rung.tryAcquire(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      }
      rung.drainPermits();
      return heard;
    }

    boolean open() {
      return !closed;
    }

    private void ring() {
      rung.release();
    }

    private void ringBeforeAnswer() {
      answerComes = true;
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
