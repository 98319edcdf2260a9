package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.NotSignedIn;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.access.Sessions;
import cz.okenko.connectors.email.access.Sockets;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// Hands mails to the mail server (RFC 5321, RFC 6409), each on a connection of its own.
final class Submission {
  /// A delivery must not hang longer than a minute, whatever the server does.
  private static final Duration LONGEST = Duration.ofSeconds(50);

  /// When a server asks to wait it does not say how long; greylisting usually ends within minutes.
  private static final Duration WAIT = Duration.ofMinutes(5);

  private final Server server;
  private final Account account;
  private final InstantSource clock;
  private final Set<Sockets> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile boolean signedIn = true;

  Submission(Server server, Account account, InstantSource clock) {
    this.server = server;
    this.account = account;
    this.clock = clock;
  }

  /// Writes a mail for a session.
  @FunctionalInterface
  interface Writer {
    Draft write(Session session) throws MessagingException;
  }

  /// @throws IOException when the server could not be reached, or did not take our account
  Delivery send(Writer writer, String to) throws IOException {
    Sockets sockets = new Sockets();
    open.add(sockets);
    CountDownLatch over = new CountDownLatch(1);
    Thread.ofVirtual().name("email-send-limit").start(() -> limit(sockets, over));
    try {
      if (closed) {
        throw new IOException("closing");
      }
      return send(writer, to, Sessions.of("smtp", server, account.isToken(), sockets));
    } finally {
      over.countDown();
      open.remove(sockets);
      sockets.close();
    }
  }

  private Delivery send(Writer writer, String to, Session session) throws IOException {
    try {
      Draft draft = writer.write(session);
      try (Transport transport = session.getTransport("smtp")) {
        connect(transport);
        signedIn = true;
        transport.sendMessage(draft, new Address[] {new InternetAddress(to)});
        return new Delivery.Delivered();
      }
    } catch (AuthenticationFailedException e) {
      signedIn = false;
      account.forget();
      throw new NotSignedIn("the mail server does not take our account");
    } catch (MessagingException e) {
      return answer(e);
    }
  }

  private void connect(Transport transport) throws MessagingException, IOException {
    String secret = account.secret();
    if (secret.isEmpty()) {
      transport.connect(server.host(), server.port(), "", "");
    } else {
      transport.connect(server.host(), server.port(), account.user(), secret);
    }
  }

  private void limit(Sockets sockets, CountDownLatch over) {
    try {
      if (!over.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        sockets.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What the server's reply code means (RFC 5321 §4.2): 4yz is to be tried again, 5yz never.
  private Delivery answer(MessagingException e) throws IOException {
    Optional<Reply> reply = reply(e);
    if (reply.isEmpty()) {
      throw new IOException("the mail server could not be reached", e);
    }
    int code = reply.get().code();
    if (code >= 400 && code < 500) {
      return new Delivery.Deferred(clock.instant().plus(WAIT));
    }
    return new Delivery.Refused(
        switch (reply.get().about()) {
          case RECIPIENT -> code == 552 || code == 554 ? Reason.BLOCKED : Reason.UNKNOWN_ADDRESS;
          case SENDER -> Reason.NOT_ALLOWED;
          case CONTENT -> code == 550 ? Reason.BLOCKED : Reason.INVALID;
        });
  }

  private enum About {
    RECIPIENT,
    SENDER,
    CONTENT
  }

  private record Reply(int code, About about) {}

  private static Optional<Reply> reply(MessagingException e) {
    Optional<Reply> found = Optional.empty();
    for (Exception at = e; at instanceof MessagingException cause; at = cause.getNextException()) {
      switch (cause) {
        case SMTPAddressFailedException address -> {
          return Optional.of(new Reply(address.getReturnCode(), About.RECIPIENT));
        }
        case SMTPSenderFailedException sender -> {
          return Optional.of(new Reply(sender.getReturnCode(), About.SENDER));
        }
        case SMTPSendFailedException send when send.getReturnCode() >= 400 ->
            found = Optional.of(new Reply(send.getReturnCode(), About.CONTENT));
        default -> {}
      }
    }
    return found;
  }

  boolean isSignedIn() {
    return signedIn;
  }

  void close() {
    closed = true;
    open.forEach(Sockets::close);
  }
}
