package cz.okenko.gateway;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be looked after from time to time, each by itself. A chore that fails is done again
/// the next time.
final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final List<Chore> chores;
  private final ScheduledExecutorService threads;

  /// @param pause between the end of one run and the begin of the next
  record Chore(String name, Duration pause, Runnable work) {
    private void run() {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        LOG.error("{} failed and is tried again later", name, e);
      }
    }
  }

  Chores(List<Chore> chores) {
    this.chores = List.copyOf(chores);
    this.threads =
        Executors.newScheduledThreadPool(
            chores.size(), Thread.ofVirtual().name("okenko-chore-", 0).factory());
  }

  void start() {
    for (Chore chore : chores) {
      long pause = chore.pause.toMillis();
      var _ = threads.scheduleWithFixedDelay(chore::run, 0, pause, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
