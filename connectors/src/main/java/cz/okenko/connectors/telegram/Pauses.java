package cz.okenko.connectors.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Waits that a close or an interrupt ends at once.
final class Pauses {
  private final Tempo tempo;
  private final CountDownLatch closed = new CountDownLatch(1);

  Pauses(Tempo tempo) {
    this.tempo = tempo;
  }

  boolean open() {
    return closed.getCount() > 0 && !Thread.currentThread().isInterrupted();
  }

  /// Waits; gives false when there is nothing more to wait for.
  boolean pause(Duration time) {
    try {
      return !closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Waits after the n-th failure in a row: longer each time, with jitter, so that many
  /// installations do not come back in the same moment.
  boolean afterFailure(int failures) {
    long most = tempo.longest().toMillis();
    long time = Math.min(most, tempo.retry().toMillis() << Math.min(failures - 1, 16));
    return pause(Duration.ofMillis(time / 2 + ThreadLocalRandom.current().nextLong(time / 2 + 1)));
  }

  void close() {
    closed.countDown();
  }
}
