package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.NotSignedIn;
import cz.okenko.connectors.email.access.Server;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// Hands mails to the mail server (RFC 5321, RFC 6409), over few connections that are kept for a while.
final class Submission {
  /// A delivery must not hang longer than a minute, whatever the server does.
  private static final Duration LONGEST = Duration.ofSeconds(50);

  /// When a server asks to wait it does not say how long; greylisting usually ends within minutes.
  private static final Duration WAIT = Duration.ofMinutes(5);

  /// As many as Exchange Online lets one mailbox have at once (known, not seen).
  private static final int LINES = 3;

  /// How long a connection waits for the next mail.
  private static final Duration KEPT = Duration.ofSeconds(5);

  /// Servers do not like one that never ends.
  private static final int MOST_MAILS = 100;

  private final Server server;
  private final Account account;
  private final InstantSource clock;
  private final Semaphore lines = new Semaphore(LINES);
  private final Set<Line> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedDeque<Line> idle = new ConcurrentLinkedDeque<>();
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
    try {
      if (!lines.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the mail server is too slow for all there is to send");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("closing", e);
    }
    try {
      return answered(writer, to);
    } finally {
      lines.release();
    }
  }

  private Delivery answered(Writer writer, String to) throws IOException {
    try {
      Line line = line();
      try {
        line.send(writer.write(line.session()), to);
      } catch (MessagingException | RuntimeException e) {
        end(line);
        throw e;
      }
      keep(line);
      return new Delivery.Delivered();
    } catch (AuthenticationFailedException e) {
      signedIn = false;
      account.forget();
      throw new NotSignedIn("the mail server does not take our account");
    } catch (MessagingException e) {
      return answer(e);
    }
  }

  /// One that was kept and still answers, or a new one.
  private Line line() throws MessagingException, IOException {
    for (Line kept = idle.poll(); kept != null; kept = idle.poll()) {
      if (kept.within(LONGEST) && kept.answers()) {
        return kept;
      }
      end(kept);
    }
    Line fresh = new Line(server, account.isToken(), LONGEST);
    open.add(fresh);
    try {
      if (closed) {
        throw new IOException("closing");
      }
      fresh.connect(server, account);
      signedIn = true;
      return fresh;
    } catch (MessagingException | IOException e) {
      end(fresh);
      throw e;
    }
  }

  private void keep(Line line) {
    if (line.mails() < MOST_MAILS && line.within(KEPT) && !closed) {
      idle.push(line);
    } else {
      end(line);
    }
  }

  private void end(Line line) {
    open.remove(line);
    line.close();
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
    open.forEach(Line::close);
  }
}
