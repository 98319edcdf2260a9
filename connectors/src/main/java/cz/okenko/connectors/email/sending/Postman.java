package cz.okenko.connectors.email.sending;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Codes;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.reading.Party;
import cz.okenko.connectors.email.threads.Heard;
import cz.okenko.connectors.email.threads.MailThread;
import cz.okenko.connectors.email.threads.Signatures;
import cz.okenko.connectors.email.threads.Threads;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Delivers what the office says. Safe for any thread.
public final class Postman {
  private final Threads threads;
  private final Codes codes;
  private final Composer composer;
  private final Caps caps;
  private final Submission submission;

  /// What a postman works with.
  ///
  /// @param address of the mailbox
  /// @param name citizens see as the sender
  public record Bag(
      String address,
      String name,
      boolean plusAddressing,
      Server server,
      Account account,
      House house,
      Notebook notebook,
      Codes codes,
      InstantSource clock) {}

  public Postman(Bag bag, Threads threads, Signatures signatures, Map<String, Phrases> phrases) {
    this.threads = threads;
    this.codes = bag.codes();
    this.composer =
        new Composer(
            new Composer.Sender(bag.address(), bag.name(), bag.plusAddressing()),
            bag.house(),
            signatures,
            bag.clock(),
            phrases);
    this.caps = new Caps(bag.notebook(), signatures, bag.clock());
    this.submission = new Submission(bag.server(), bag.account(), bag.clock());
  }

  /// Delivers a message, or says why not. A message that the server took is not handed to it again;
  /// between its answer and our note a crash may repeat it, with the same Message-ID.
  ///
  /// @throws IOException when the server could not be reached
  public Delivery deliver(OutboundMessage message) throws IOException {
    Optional<MailThread> known = threads.thread(message.address().value());
    if (known.isEmpty()) {
      return new Delivery.Refused(Reason.UNKNOWN_ADDRESS);
    }
    if (threads.wasSent(message.id())) {
      return new Delivery.Delivered();
    }
    MailThread thread = known.get();
    boolean person = message.speaker() instanceof Speaker.Clerk;
    String to = person && !thread.replyTo().isEmpty() ? thread.replyTo() : thread.participant();
    if (to.isEmpty()) {
      return new Delivery.Refused(Reason.UNKNOWN_ADDRESS);
    }
    Optional<Heard> heard = threads.heard(message.occasion().externalId());
    boolean answersMachine = heard.isPresent() && heard.get().automatic();
    if (!person && (answersMachine || !caps.take(to, message.id()))) {
      return new Delivery.Refused(Reason.AUTOMATIC_LIMIT);
    }
    String repliesTo = heard.map(Heard::messageId).orElse("");
    return send(message, thread, to, repliesTo);
  }

  /// Sends a letter to an address outside of all threads. It counts as a machine's mail to that address.
  ///
  /// @throws IOException when the server could not be reached
  public Delivery post(Letter letter) throws IOException {
    String to = letter.to().toLowerCase(Locale.ROOT);
    if (!new Party("", to).reachable()) {
      return new Delivery.Refused(Reason.UNKNOWN_ADDRESS);
    }
    if (!caps.take(to, Math.abs((long) letter.id().hashCode()))) {
      return new Delivery.Refused(Reason.AUTOMATIC_LIMIT);
    }
    return submission.send(session -> composer.write(letter, to, session), to);
  }

  private Delivery send(OutboundMessage message, MailThread thread, String to, String repliesTo)
      throws IOException {
    Address address = message.address();
    Composer.Errand errand =
        new Composer.Errand(message, thread, to, repliesTo, codes.make(address));
    Delivery delivery = submission.send(session -> composer.write(errand, session), to);
    if (delivery.equals(new Delivery.Refused(Reason.INVALID)) && !message.enclosures().isEmpty()) {
      return new Delivery.Refused(Reason.FILE);
    }
    if (delivery instanceof Delivery.Delivered) {
      threads.sent(thread, message.id(), composer.id(message, thread));
    }
    return delivery;
  }

  /// Whether the server took our account when it was asked last.
  public boolean isSignedIn() {
    return submission.isSignedIn();
  }

  /// Breaks what is being sent.
  public void close() {
    submission.close();
  }
}
