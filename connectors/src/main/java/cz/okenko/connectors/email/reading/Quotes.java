package cz.okenko.connectors.email.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells what somebody newly wrote from what their program quoted below (rule EM-10). The markers
/// are those of common programs in Czech, Slovak, German, Ukrainian and English, from experience.
final class Quotes {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// “On Monday Jan wrote:” on one line, or on two.
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "^\\W{0,3}(dne|on|am|em|v|ve|ср|пн|вт|чт|пт|сб|нд|від|\\d{1,4}[./-]).{0,300}"
              + "(napsal|napsala|napsal\\(a\\)|napsal/a|napísal|napísala|napísal\\(a\\)"
              + "|wrote|schrieb|schrieb [^:]{1,200}|пише|написав|написала|написав\\(ла\\)|писав"
              + "|пишет|написал|написала) ?(:|\\(a\\):|/a:)\\s*$",
          FLAGS);

  private static final Pattern NAMED_ATTRIBUTION =
      Pattern.compile(
          "^.{1,200}(napsal|napsala|napsal\\(a\\)|napsal/a|wrote|schrieb|написав|написала|пише)"
              + "( \\d.{0,40}| dne .{0,40})?:\\s*$",
          FLAGS);

  /// Everything below it is quoted.
  private static final Pattern RULE =
      Pattern.compile(
          "^[\\s>]*[-_=]{3,}\\s*(původní (e-?mail|zpráva)|pôvodn[áý] (správa|e-?mail)"
              + "|original (message|appointment)|ursprüngliche (nachricht|e-?mail)"
              + "|original-?nachricht|вихідне повідомлення|початкове повідомлення"
              + "|оригінальне повідомлення|исходное сообщение)\\s*[-_=]*\\s*$",
          FLAGS);

  private static final Pattern LONG_RULE = Pattern.compile("^_{20,}\\s*$");

  private static final Pattern FROM =
      Pattern.compile(
          "^\\*?(od|from|von|від|от|odosielateľ|odesílatel)\\*? ?:\\*?\\s*\\S.*", FLAGS);
  private static final Pattern SENT =
      Pattern.compile(
          "^\\*?(odesláno|odoslané|datum|dátum|sent|date|gesendet|надіслано|дата|отправлено"
              + "|komu|to|an"
              + "|кому|předmět|predmet|subject|betreff|тема)\\*? ?:.*",
          FLAGS);

  private static final Pattern FORWARDED =
      Pattern.compile("^\\s*(fwd?|fw|tr|wg|př|přep|pre|пер)\\s*:.*", FLAGS);

  private static final int LONGEST_MARKER = 600;

  private Quotes() {}

  /// Only what is new; the whole when nothing would be left, or when the mail passes on what
  /// somebody else wrote.
  static String fold(String text, String subject) {
    String whole = text.strip();
    if (FORWARDED.matcher(subject).matches()) {
      return whole;
    }
    List<String> lines = whole.lines().toList();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (endsHere(lines, i)) {
        break;
      }
      int attribution = attribution(lines, i);
      if (attribution > 0) {
        if (!quoteFollows(lines, i + attribution)) {
          break;
        }
        i += attribution - 1;
      } else if (!isQuoted(lines.get(i))) {
        kept.add(lines.get(i));
      }
    }
    String folded = String.join("\n", kept).replaceAll("\n{3,}", "\n\n").strip();
    return folded.isEmpty() ? whole : folded;
  }

  private static boolean isQuoted(String line) {
    return line.startsWith(">") || line.startsWith(" >");
  }

  private static boolean endsHere(List<String> lines, int index) {
    String line = lines.get(index).strip();
    if (line.length() > LONGEST_MARKER) {
      return false;
    }
    if (RULE.matcher(line).matches()) {
      return true;
    }
    int next = index + 1;
    if (LONG_RULE.matcher(line).matches()) {
      return next < lines.size() && headerBlock(lines, next);
    }
    return headerBlock(lines, index);
  }

  /// “Od: …” and at least two more of its kind within the next lines, as Outlook writes.
  private static boolean headerBlock(List<String> lines, int index) {
    if (!FROM.matcher(lines.get(index).strip()).matches()) {
      return false;
    }
    long others =
        lines.subList(index + 1, Math.min(lines.size(), index + 7)).stream()
            .filter(line -> SENT.matcher(line.strip()).matches())
            .count();
    return others >= 2;
  }

  /// How many lines an attribution takes that begins here, 0 when none does.
  private static int attribution(List<String> lines, int index) {
    String line = lines.get(index).strip();
    if (line.length() > LONGEST_MARKER) {
      return 0;
    }
    if (ATTRIBUTION.matcher(line).matches()) {
      return 1;
    }
    if (index + 1 < lines.size() && !isQuoted(lines.get(index + 1))) {
      String both = line + " " + lines.get(index + 1).strip();
      boolean likely = both.length() <= LONGEST_MARKER && !line.isEmpty();
      if (likely && ATTRIBUTION.matcher(both).matches()) {
        return 2;
      }
    }
    boolean named = NAMED_ATTRIBUTION.matcher(line).matches();
    return named && quoteFollows(lines, index + 1) ? 1 : 0;
  }

  private static boolean quoteFollows(List<String> lines, int index) {
    for (int i = index; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return isQuoted(lines.get(i));
      }
    }
    return false;
  }
}
