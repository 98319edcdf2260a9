package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.access.Sockets;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Listens on a connection of its own (IDLE) and rings when there is news. Whether it rings or not,
/// the mailbox is looked into regularly; a bell that hangs costs a minute and loses nothing.
final class Bell implements AutoCloseable {
  private final Server server;
  private final Account account;
  private final String folder;
  private final Rhythm rhythm;
  private final Runnable ring;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean ended;
  private volatile Sockets current = new Sockets();

  Bell(Server server, Account account, String folder, Rhythm rhythm, Runnable ring) {
    this.server = server;
    this.account = account;
    this.folder = folder;
    this.rhythm = rhythm;
    this.ring = ring;
  }

  void start() {
    Thread.ofVirtual().name("email-bell").start(this::run);
  }

  /// One connection after the other, each for one IDLE's time at most.
  private void run() {
    int failures = 0;
    while (!ended) {
      Sockets sockets = new Sockets();
      current = sockets;
      CountDownLatch over = new CountDownLatch(1);
      Thread.ofVirtual().name("email-bell-limit").start(() -> limit(sockets, over));
      try (Mailbox mailbox = Mailbox.open(server, account, folder, sockets)) {
        failures = 0;
        ring.run();
        while (mailbox.idle()) {
          ring.run();
        }
        await(rhythm.longestPause());
      } catch (IOException e) {
        failures++;
      } finally {
        over.countDown();
      }
      await(failures == 0 ? Duration.ZERO : rhythm.pause(failures));
    }
  }

  /// Cuts a connection that has listened long enough.
  private void limit(Sockets sockets, CountDownLatch over) {
    try {
      if (!over.await(rhythm.idle().toMillis(), TimeUnit.MILLISECONDS)) {
        sockets.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Duration pause) {
    try {
      boolean over = end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      ended = ended || over;
    } catch (InterruptedException e) {
      ended = true;
    }
  }

  @Override
  public void close() {
    ended = true;
    end.countDown();
    current.close();
  }
}
