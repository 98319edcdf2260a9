package cz.okenko.knowledge;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one thing every second on a thread of its own, once started.
final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final Runnable work;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("okenko-follower").factory());

  Follower(Runnable work) {
    this.work = work;
  }

  void start() {
    var _ = thread.scheduleWithFixedDelay(this::once, 1, 1, TimeUnit.SECONDS);
  }

  /// The top of the thread: what fails is tried again in a second.
  private void once() {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("what another process published could not be taken up", e);
    }
  }

  /// Waits for what is under way, since the database closes next.
  @Override
  public void close() {
    thread.close();
  }
}
