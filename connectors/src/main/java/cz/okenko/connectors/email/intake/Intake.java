package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.email.reading.DeliveryReport;
import cz.okenko.connectors.email.reading.Mail;
import cz.okenko.connectors.email.reading.MailReader;
import cz.okenko.connectors.email.threads.Signatures;
import cz.okenko.connectors.email.threads.Threads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Takes one mail in: on disk first, then read, then put where it belongs. Repeating all of it for
/// the same mail changes nothing. Safe for any thread, as long as mails that belong together come
/// one after the other.
public final class Intake {
  /// A machine's answer to something older would only puzzle; a clerk reads it.
  static final Duration ANSWERED_WITHIN = Duration.ofDays(7);

  private final Office office;
  private final Rules rules;
  private final Threads threads;
  private final Signatures signatures;
  private final Archive archive;
  private final Opening opening = new Opening();

  /// Where mails go.
  public record Office(String channel, Inbox inbox, Notebook notebook, InstantSource clock) {}

  /// What the settings say.
  ///
  /// @param ourAddress of the mailbox, in lower case
  /// @param answering whether the bot may answer
  /// @param authservId of our own mail server, possibly empty
  public record Rules(
      String ourAddress, boolean answering, String authservId, Wording wording) {}

  /// Sentences for clerks, in the office's language.
  public record Wording(
      String encryptedSmime,
      String encryptedPgp,
      String unreadable,
      String original,
      String verified,
      String notVerified) {}

  public Intake(
      Office office, Rules rules, Threads threads, Signatures signatures, Archive archive) {
    this.office = office;
    this.rules = rules;
    this.threads = threads;
    this.signatures = signatures;
    this.archive = archive;
  }

  /// A mail that was read and is not taken in yet.
  ///
  /// @param ties mails that share one belong together; see [Threads#ties]
  public record Opened(
      Archive.Kept kept, Opening.Opened content, Instant received, Set<String> ties) {
    public Opened {
      ties = Set.copyOf(ties);
    }
  }

  /// Reads a mail that is on disk.
  ///
  /// @param id of it in the archive
  /// @param received when our server got it
  public Opened open(String id, Instant received) throws IOException {
    Archive.Kept kept = archive.kept(id);
    Opening.Opened content = opening.open(kept);
    return new Opened(kept, content, received, threads.ties(content.mail(), id));
  }

  /// Forgets a thread and its mails for good. A mail that is read once more, because the mailbox still has it,
  /// is not taken in again.
  public void forget(String thread, Collection<String> ids) throws IOException {
    threads.forget(thread, ids);
    for (String id : ids) {
      archive.remove(id);
    }
  }

  /// Takes a mail in; it is stored when this returns.
  public void take(Opened opened) throws IOException {
    Archive.Kept kept = opened.kept;
    if (threads.isForgotten(kept.id())) {
      archive.remove(kept.id());
      return;
    }
    if (opened.content.sealed()) {
      archive.quarantine(kept.id());
    }
    Mail mail = opened.content.mail();
    Nature nature = Nature.of(mail, rules.ourAddress());
    if (nature == Nature.REPORT && noteBounce(mail)) {
      return;
    }
    Threads.Place place = threads.place(mail, kept.id());
    Map<String, String> entries =
        threads.entries(place, mail, kept.id(), nature != Nature.PERSON);
    if (!entries.isEmpty()) {
      office.notebook().remember(entries);
    }
    Optional<Choice> picked =
        nature == Nature.PERSON && place.byParticipant() ? picked(place, mail) : Optional.empty();
    office
        .inbox()
        .accept(
            new InboundMessage(
                new Address(office.channel(), place.thread().id()),
                kept.id(),
                picked.map(Choice::label).orElseGet(() -> text(kept, opened.content, place)),
                picked.map(Choice::value).orElse(""),
                "",
                opened.received,
                handling(opened.content, nature, place, opened.received),
                Enclosures.of(kept, opened.content, rules)));
  }

  /// Stores of a mail that cannot be taken in only that there is one, for a clerk: the original is not
  /// taken apart any more, and hangs on as a file.
  ///
  /// @param id of it in the archive
  public void giveUp(String id, Instant received) throws IOException {
    archive.quarantine(id);
    Archive.Kept kept = archive.kept(id);
    office
        .inbox()
        .accept(
            new InboundMessage(
                new Address(office.channel(), signatures.thread(id)),
                id,
                rules.wording().unreadable(),
                "",
                "",
                received,
                Handling.FOR_CLERK,
                List.of(Enclosures.original(kept, rules))));
  }

  /// Whether a report was about a mail of ours and is told as what it is (rule EM-08).
  private boolean noteBounce(Mail mail) {
    DeliveryReport report = mail.report();
    OptionalLong message = threads.ours(mail.ancestors());
    boolean failed = report.action().equals("failed") || report.status().startsWith("5");
    if (message.isEmpty() || !failed) {
      return false;
    }
    String status = report.status().isEmpty() ? "5.0.0" : report.status();
    office
        .inbox()
        .note(new Event.Bounced(message.getAsLong(), status.startsWith("5"), status));
    return true;
  }

  private Handling handling(
      Opening.Opened opened, Nature nature, Threads.Place place, Instant received) {
    Mail mail = opened.mail();
    return switch (nature) {
      case REPORT, REPLIER -> Handling.KEEP;
      case OURS -> signatures.message(mail.id()).isPresent() ? Handling.KEEP : Handling.FOR_CLERK;
      case NOTICE -> Handling.FOR_CLERK;
      case PERSON -> {
        boolean late =
            Duration.between(received, office.clock().instant()).compareTo(ANSWERED_WITHIN) > 0;
        boolean forged =
            Verdict.of(mail.headers(), rules.authservId()).contains("dmarc=fail");
        boolean silent = mail.text().isBlank() && (place.known() || mail.subject().isBlank());
        boolean known = place.byParticipant() && !place.thread().participant().isEmpty();
        boolean answerable = known && !opened.sealed() && !hidden(mail) && !late && !forged;
        yield rules.answering() && answerable && !silent ? Handling.ANSWER : Handling.FOR_CLERK;
      }
    };
  }

  private static boolean hidden(Mail mail) {
    return mail.seal() == Mail.Seal.SMIME || mail.seal() == Mail.Seal.PGP;
  }

  private String text(Archive.Kept kept, Opening.Opened opened, Threads.Place place) {
    Mail mail = opened.mail();
    String text = mail.text();
    if (opened.sealed()) {
      text = rules.wording().unreadable() + "\n\n" + text;
    } else if (mail.seal() == Mail.Seal.PGP) {
      text = rules.wording().encryptedPgp();
    } else if (mail.seal() == Mail.Seal.SMIME) {
      text = rules.wording().encryptedSmime();
    }
    boolean withSubject = !place.known() || text.isBlank();
    String shown = withSubject ? Texts.under(mail.subject(), text) : text;
    boolean nothing = shown.isBlank() && mail.files().isEmpty();
    return Texts.cut(nothing ? MailReader.asItStands(kept.start()) : shown);
  }

  /// The choice a reply picks by its number or its words, under the message it answers or, when it
  /// names none, under our last one.
  private Optional<Choice> picked(Threads.Place place, Mail mail) {
    return place.answers().stream()
        .findFirst()
        .or(
            () ->
                place.thread().chain().reversed().stream()
                    .flatMap(id -> signatures.message(id).stream())
                    .map(Signatures.Signed::message)
                    .findFirst())
        .flatMap(message -> Texts.picked(mail.text(), office.inbox().offered(message)));
  }
}
