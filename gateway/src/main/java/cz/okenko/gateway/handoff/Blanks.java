package cz.okenko.gateway.handoff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blanks of a canned reply, such as `{urednik}`: words in braces that are filled in for the
/// clerk and the conversation at hand. Braces around anything but one small word are just text.
final class Blanks {
  static final String CLERK = "urednik";
  static final String AGENDA = "agenda";
  static final String OFFICE = "urad";
  static final String HOURS = "hodiny";
  static final String PHONE = "telefon";
  static final String EMAIL = "email";
  static final String LINK = "odkaz";

  static final List<String> KNOWN =
      List.of(CLERK, AGENDA, OFFICE, HOURS, PHONE, EMAIL, LINK);

  private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)\\}");

  private Blanks() {}

  /// The first blank of a text that nothing fills.
  static Optional<String> unknown(String text) {
    return BLANK
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !KNOWN.contains(name))
        .findFirst();
  }

  /// The text with its blanks filled; one without a value is left out.
  static String filled(String text, Map<String, String> values) {
    return BLANK
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}
