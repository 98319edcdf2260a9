package cz.okenko.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the value of a fact is said in a language. The shape of a Czech value is the value with `#`
/// for every number; a language says each shape once, and the numbers are put back in order. The
/// office's settings may say a fact of their own outright.
final class Sayings {

  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:,\\d+)?");

  private final Map<Language, Map<String, String>> byShape;
  private final Map<Language, Map<String, String>> byKey;

  Sayings(
      Map<Language, Map<String, String>> byShape, Map<Language, Map<String, String>> byKey) {
    this.byShape = Map.copyOf(byShape);
    this.byKey = new HashMap<>(byKey);
  }

  /// What a citizen reads, and in which language that is: the value stays Czech when the language
  /// has no saying for it.
  String said(Fact fact, Language language) {
    return saying(fact, language).orElse(fact.value());
  }

  /// Whether the language can say the value.
  boolean knows(Fact fact, Language language) {
    return saying(fact, language).isPresent();
  }

  /// The value with `#` for every number.
  static String shape(String value) {
    return NUMBER.matcher(value).replaceAll("#");
  }

  private Optional<String> saying(Fact fact, Language language) {
    if (language == Language.CS) {
      return Optional.of(fact.value());
    }
    String own = byKey.getOrDefault(language, Map.of()).getOrDefault(fact.key(), "");
    if (!own.isEmpty()) {
      return Optional.of(own);
    }
    String shape = shape(fact.value());
    String saying = byShape.getOrDefault(language, Map.of()).getOrDefault(shape, "");
    if (!saying.isEmpty()) {
      return Optional.of(filled(saying, numbers(fact.value()), language));
    }
    return shape.equals("#") ? Optional.of(number(fact.value(), language)) : Optional.empty();
  }

  private static List<String> numbers(String value) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(value);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }

  private static String filled(String saying, List<String> numbers, Language language) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < saying.length(); i++) {
      char c = saying.charAt(i);
      if (c == '#' && next < numbers.size()) {
        text.append(number(numbers.get(next++), language));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /// In English a comma would part thousands.
  private static String number(String number, Language language) {
    return language == Language.EN ? number.replace(',', '.') : number;
  }
}
