package cz.okenko.connectors.email.intake;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.InboundMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a mail's words becomes the message's text.
final class Texts {
  private static final Pattern NUMBER = Pattern.compile("[(\\[#]?\\s*(\\d{1,2})\\s*[.)\\]]?");

  /// What may stand below a number: a greeting and a signature, not another question.
  private static final int LONGEST_REST = 400;

  private static final Pattern NUMBER_OF_OURS = Pattern.compile("\\s*\\[#[0-9a-z]{8}\\]");
  private static final Pattern EMPTY =
      Pattern.compile(
          "(dotaz|otázka|prosba|žádost|dobrý den|ahoj|zpráva|bez předmětu|\\(bez předmětu\\)|info"
              + "|informace|question|hello|hi|no subject|\\(no subject\\)|anfrage|frage|betreff"
              + "|питання|запитання|добрий день)?[.!?]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Texts() {}

  /// The subject and the text below it; one of them when the other says nothing of its own.
  static String under(String subject, String text) {
    String bare = NUMBER_OF_OURS.matcher(subject).replaceAll("").strip();
    if (text.isBlank()) {
      return bare;
    }
    boolean said = text.toLowerCase(Locale.ROOT).contains(bare.toLowerCase(Locale.ROOT));
    return said || EMPTY.matcher(bare).matches() ? text : bare + "\n\n" + text;
  }

  /// At most as long as a message may be, not ending in half a character.
  static String cut(String text) {
    if (text.length() <= InboundMessage.MAX_TEXT) {
      return text;
    }
    int end = InboundMessage.MAX_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /// The choice that the first line names, by number or in its own words.
  static Optional<Choice> picked(String text, List<Choice> offered) {
    String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("").strip();
    if (text.strip().length() - line.length() > LONGEST_REST) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(line);
    if (number.matches()) {
      int index = Integer.parseInt(number.group(1)) - 1;
      return index >= 0 && index < offered.size()
          ? Optional.of(offered.get(index))
          : Optional.empty();
    }
    String words = line.replaceFirst("^\\d{1,2}[.)]\\s*", "");
    return offered.stream().filter(choice -> choice.label().equalsIgnoreCase(words)).findFirst();
  }
}
