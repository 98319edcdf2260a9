package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.access.Sessions;
import cz.okenko.connectors.email.access.Sockets;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A connection to the mail server that can take one mail after the other. For one thread at a time;
/// a virtual thread beside it cuts it when its time is over, whatever it is doing.
final class Line implements AutoCloseable {
  private final Sockets sockets = new Sockets();
  private final Session session;
  private final Transport transport;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long end;
  private boolean cut;
  private int mails;

  /// @param time it has from now on
  Line(Server server, boolean token, Duration time) throws MessagingException {
    this.session = Sessions.of("smtp", server, token, sockets);
    this.transport = session.getTransport("smtp");
    this.end = System.nanoTime() + time.toNanos();
    Thread.ofVirtual().name("email-line-limit").start(this::watch);
  }

  /// What a mail for it is written with.
  Session session() {
    return session;
  }

  /// How many mails it took.
  int mails() {
    return mails;
  }

  /// Gives it so much time from now on.
  ///
  /// @return whether it had not been cut before
  boolean within(Duration time) {
    lock.lock();
    try {
      end = System.nanoTime() + time.toNanos();
      changed.signal();
      return !cut;
    } finally {
      lock.unlock();
    }
  }

  /// Whether the server still answers; asks it.
  boolean answers() {
    return transport.isConnected();
  }

  void connect(Server server, Account account) throws MessagingException, IOException {
    String secret = account.secret();
    String user = secret.isEmpty() ? "" : account.user();
    transport.connect(server.host(), server.port(), user, secret);
  }

  void send(Draft draft, String to) throws MessagingException {
    transport.sendMessage(draft, new Address[] {new InternetAddress(to)});
    mails++;
  }

  private void watch() {
    lock.lock();
    try {
      for (long left = left(); left > 0 && !cut; left = left()) {
        var _ = changed.awaitNanos(left);
      }
      cut = true;
    } catch (InterruptedException e) {
      cut = true;
    } finally {
      lock.unlock();
    }
    sockets.close();
  }

  private long left() {
    return end - System.nanoTime();
  }

  /// Cuts it at once; a farewell could hang.
  @Override
  public void close() {
    lock.lock();
    try {
      cut = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    sockets.close();
  }
}
