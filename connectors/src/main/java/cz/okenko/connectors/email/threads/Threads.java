package cz.okenko.connectors.email.threads;

import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.email.reading.Mail;
import cz.okenko.connectors.email.reading.Party;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The threads of the channel, in its notebook. Written for each mail that comes and by deliveries.
/// Mails with a common tie come one after the other; a delivery only adds its own id to a thread's
/// chain, and losing that costs no more than one id in a References header.
public final class Threads {
  private static final Pattern NUMBER = Pattern.compile("\\[#([0-9a-z]{8})\\]");
  private static final Pattern REPLY =
      Pattern.compile(
          "^(\\s*(re|odp|odpověď|aw|antw|sv|від|відп|fwd?|fw|wg|př)(\\[\\d+\\])?\\s*:\\s*)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int LONGEST = 200;
  private static final int LONGEST_ID = 500;
  private static final int INHERITED_IDS = 5;

  private final Notebook notebook;
  private final Signatures signatures;
  private final String ourAddress;

  /// @param ourAddress of the mailbox, in lower case
  public Threads(Notebook notebook, Signatures signatures, String ourAddress) {
    this.notebook = notebook;
    this.signatures = signatures;
    this.ourAddress = ourAddress;
  }

  /// Where a mail belongs.
  ///
  /// @param thread as it was before the mail
  /// @param known whether the thread was there before the mail
  /// @param answers the message of ours it replies to, empty when it names none
  /// @param byParticipant whether its sender takes part in the thread
  public record Place(
      MailThread thread, boolean known, List<Long> answers, boolean byParticipant) {
    public Place {
      answers = List.copyOf(answers);
    }
  }

  /// Finds the thread of a mail, or says what the one would be that it opens (rule EM-02).
  public Place place(Mail mail, String externalId) {
    String sender = mail.from().address();
    Optional<Heard> before = heard(externalId);
    List<Signatures.Signed> ours =
        mail.ancestors().stream().flatMap(id -> signatures.message(id).stream()).toList();
    List<Long> answers = ours.stream().map(Signatures.Signed::message).limit(1).toList();
    Optional<MailThread> found =
        before
            .map(Heard::thread)
            .or(() -> ours.stream().map(Signatures.Signed::thread).findFirst())
            .or(() -> byPlusAddress(mail))
            .flatMap(this::thread)
            .or(() -> byForeignIds(mail, sender))
            .or(() -> byNumber(mail, sender));
    return found
        .map(thread -> new Place(thread, !isOf(thread, externalId), answers, thread.has(sender)))
        .orElseGet(() -> new Place(opened(mail, externalId), false, List.of(), true));
  }

  /// What a mail shares with those it belongs together with: whoever wrote it, the mails it names, and
  /// its thread. Where two mails share nothing it is all the same which is placed first.
  public Set<String> ties(Mail mail, String externalId) {
    Set<String> ties = new HashSet<>();
    ties.add("mail " + externalId);
    ties.add("thread " + place(mail, externalId).thread().id());
    ties.add("by " + mail.from().address());
    ties.add("by " + mail.replyTo().address());
    ties.remove("by ");
    ties.add("id " + mail.id());
    mail.ancestors().forEach(id -> ties.add("id " + id));
    ties.remove("id ");
    return ties;
  }

  /// Whether a mail itself opened the thread, in a process that died before the mail was stored.
  private boolean isOf(MailThread thread, String externalId) {
    return thread.id().equals(signatures.thread(externalId));
  }

  public Optional<MailThread> thread(String id) {
    return notebook.read("thread/" + id).map(written -> MailThread.read(id, written));
  }

  /// What is remembered of a mail that came, by its external id.
  public Optional<Heard> heard(String externalId) {
    return externalId.isEmpty()
        ? Optional.empty()
        : notebook.read("heard/" + externalId).map(Heard::read);
  }

  /// What to write down about a mail that came, before anybody else hears of it.
  public Map<String, String> entries(Place place, Mail mail, String externalId, boolean automatic) {
    if (heard(externalId).isPresent()) {
      return Map.of();
    }
    Map<String, String> entries = new HashMap<>();
    String id = shortened(mail.id());
    MailThread thread = place.thread().with(id);
    entries.put("thread/" + thread.id(), thread.written());
    entries.put("heard/" + externalId, new Heard(thread.id(), id, automatic).written());
    if (!id.isEmpty() && place.byParticipant()) {
      entries.put(foreign(id), thread.id());
    }
    if (!place.known()) {
      entries.put("number/" + thread.number(), thread.id());
    }
    return entries;
  }

  /// Opens a thread in which we write first; gives its id. Empty when no mail can be sent there.
  public Optional<String> begin(String contact, String subject) {
    Party to = new Party("", contact.strip().toLowerCase(Locale.ROOT));
    if (!to.reachable() || to.address().equals(ourAddress)) {
      return Optional.empty();
    }
    String id = signatures.thread("begun " + UUID.randomUUID());
    MailThread thread = new MailThread(id, to.address(), "", "", cut(subject), List.of());
    notebook.remember(
        Map.of("thread/" + id, thread.written(), "number/" + thread.number(), id));
    return Optional.of(id);
  }

  /// Notes that a message of ours went out: it becomes the thread's newest, and is not sent again.
  public void sent(MailThread thread, long message, String messageId) {
    MailThread now = thread(thread.id()).orElse(thread).with(messageId);
    notebook.remember(
        Map.of("thread/" + thread.id(), now.written(), "sent/" + message, thread.id()));
  }

  /// Forgets who took part in a thread and which mails were its; of those nothing stays but that they are not
  /// to be taken in again.
  public void forget(String thread, Collection<String> externalIds) {
    Map<String, String> entries = new HashMap<>();
    entries.put("thread/" + thread, "");
    thread(thread).ifPresent(known -> entries.put("number/" + known.number(), ""));
    for (String id : externalIds) {
      heard(id)
          .map(Heard::messageId)
          .filter(messageId -> !messageId.isEmpty())
          .ifPresent(messageId -> entries.put(foreign(messageId), ""));
      entries.put("heard/" + id, "");
      entries.put("forgotten/" + id, "1");
    }
    notebook.remember(entries);
  }

  /// Whether a mail belongs to a thread that was forgotten.
  public boolean isForgotten(String externalId) {
    return notebook.read("forgotten/" + externalId).isPresent();
  }

  public boolean wasSent(long message) {
    return notebook.read("sent/" + message).isPresent();
  }

  /// The message of ours that one of these ids names.
  public OptionalLong ours(List<String> messageIds) {
    return messageIds.stream()
        .flatMap(id -> signatures.message(id).stream())
        .mapToLong(Signatures.Signed::message)
        .findFirst();
  }

  private Optional<String> byPlusAddress(Mail mail) {
    Party us = new Party("", ourAddress);
    String before = us.local() + "+";
    for (Party party : mail.to()) {
      boolean plus = party.local().startsWith(before) && party.domain().equals(us.domain());
      Optional<String> thread =
          plus
              ? signatures.threadOfTag(party.local().substring(before.length()))
              : Optional.empty();
      if (thread.isPresent()) {
        return thread;
      }
    }
    return Optional.empty();
  }

  private Optional<MailThread> byForeignIds(Mail mail, String sender) {
    return mail.ancestors().stream()
        .flatMap(id -> notebook.read(foreign(id)).stream())
        .flatMap(id -> thread(id).stream())
        .filter(thread -> thread.has(sender))
        .findFirst();
  }

  private Optional<MailThread> byNumber(Mail mail, String sender) {
    Matcher number = NUMBER.matcher(mail.subject());
    return number.find()
        ? notebook
            .read("number/" + number.group(1))
            .flatMap(this::thread)
            .filter(thread -> thread.has(sender))
        : Optional.empty();
  }

  private String foreign(String messageId) {
    return "foreign/" + signatures.name(messageId);
  }

  private MailThread opened(Mail mail, String externalId) {
    String subject = REPLY.matcher(mail.subject()).replaceFirst("");
    subject = NUMBER.matcher(subject).replaceAll("").strip();
    String replyTo = mail.replyTo().reachable() ? mail.replyTo().address() : "";
    return new MailThread(
        signatures.thread(externalId),
        mail.from().reachable() ? mail.from().address() : "",
        replyTo.equals(ourAddress) ? "" : replyTo,
        cut(mail.from().name()),
        cut(subject),
        mail.ancestors().reversed().stream()
            .map(Threads::shortened)
            .filter(id -> !id.isEmpty())
            .limit(INHERITED_IDS)
            .toList());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }

  /// An id that can stand in a header of ours; empty for one that cannot.
  private static String shortened(String id) {
    boolean plain = id.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '<' && c != '>');
    return plain && id.length() <= LONGEST_ID ? id : "";
  }
}
