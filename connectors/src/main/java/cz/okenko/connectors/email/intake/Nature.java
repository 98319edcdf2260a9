package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.email.reading.DeliveryReport;
import cz.okenko.connectors.email.reading.Headers;
import cz.okenko.connectors.email.reading.Mail;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Who or what wrote a mail. Whatever is not [#PERSON] is never answered by a machine (rule EM-03;
/// RFC 3834 §2).
public enum Nature {
  PERSON,
  /// A machine that has something to say (a notice, a list, a mail that asks not to be answered by
  /// a machine): somebody should read it (rule EM-04).
  NOTICE,
  /// A machine that answers for a person who is away, or a bounce without form: kept on its thread,
  /// wakes nobody (rule EM-09).
  REPLIER,
  /// We ourselves.
  OURS,
  /// A mail server about a mail (RFC 3464).
  REPORT;

  /// As “noreply”, “no-reply”, “do_not_reply”, “neodpovidat”.
  private static final Pattern MACHINE =
      Pattern.compile(
          "(mailer-daemon|postmaster|no-?reply|do-?not-?reply|neodpovidat|neodpovidejte|bounces?"
              + "|daemon|autoreply|auto-reply)([+-].*)?|owner-.*|.*-(owner|request|bounces?)"
              + "|listserv|majordomo");

  private static final Pattern AWAY =
      Pattern.compile(
          "^\\s*(auto(matick[áé] odpověď|matic reply|matische antwort|матична відповідь|: ?|reply)"
              + "|automatick[áé] odpove[dď]|mimo kancelář|nepřítomnost|out of (the )?office"
              + "|abwesend|abwesenheit|автовідповідь|автоматична відповідь).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> BULK = Set.of("bulk", "list", "junk");

  /// @param ourAddress of the mailbox, in lower case
  public static Nature of(Mail mail, String ourAddress) {
    Headers headers = mail.headers();
    if (!mail.report().equals(DeliveryReport.NONE)
        || headers.value("content-type").toLowerCase(Locale.ROOT).startsWith("multipart/report")) {
      return REPORT;
    }
    if (mail.from().address().equals(ourAddress)) {
      return OURS;
    }
    String submitted = first(headers, "auto-submitted");
    boolean away = AWAY.matcher(mail.subject()).matches();
    boolean machine = !submitted.isEmpty() && !submitted.equals("no");
    if (submitted.equals("auto-replied")
        || (machine && (away || !mail.ancestors().isEmpty()))
        || headers.has("x-autoreply")
        || headers.has("x-autorespond")
        || first(headers, "precedence").equals("auto_reply")
        || fromNobody(headers)
        || (away && mayBeMachine(headers))) {
      return REPLIER;
    }
    return machine || speaksOfMachine(headers) || MACHINE.matcher(mail.from().local()).matches()
        ? NOTICE
        : PERSON;
  }

  /// The value up to its first parameter or comment, in lower case.
  private static String first(Headers headers, String name) {
    return headers
        .value(name)
        .toLowerCase(Locale.ROOT)
        .replaceFirst("[;(].*", "")
        .strip();
  }

  private static boolean fromNobody(Headers headers) {
    return headers.value("return-path").replaceAll("\\s", "").equals("<>");
  }

  private static boolean mayBeMachine(Headers headers) {
    return headers.has("x-auto-response-suppress") || speaksOfMachine(headers);
  }

  private static boolean speaksOfMachine(Headers headers) {
    return headers.anyStartsWith("list-")
        || BULK.contains(first(headers, "precedence"))
        || headers.has("x-auto-response-suppress")
        || headers.has("x-loop")
        || headers.has("feedback-id")
        || headers.has("x-mailing-list");
  }
}
