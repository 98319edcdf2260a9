package cz.okenko.gateway;

import cz.okenko.knowledge.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every sentence the gateway says to a person, in every language, from `texts/{cs,en,uk,de}.properties`
/// (UTF-8). `{0}`, `{1}` … are filled with the arguments as they are. A key that is missing in one
/// language, or takes other arguments there, stops the start.
public final class Texts {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final Map<Language, Map<String, String>> languages;

  Texts(Map<Language, Map<String, String>> languages) {
    Map<Language, Map<String, String>> copy = new EnumMap<>(Language.class);
    languages.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
    List<String> faults = faults(copy);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("\n", faults));
    }
    this.languages = copy;
  }

  /// The shipped texts.
  public static Texts load() {
    Map<Language, Map<String, String>> languages = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      languages.put(language, shipped("/texts/" + language.code() + ".properties"));
    }
    return new Texts(languages);
  }

  public String text(Language language, String key, Object... arguments) {
    return ARGUMENT
        .matcher(pattern(language, key))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf(arguments[Integer.parseInt(found.group(1))])));
  }

  /// A text that depends on a number, from the keys `KEY.one`, `KEY.few` and `KEY.other`; the number
  /// is `{0}`, the arguments follow from `{1}` on.
  public String count(Language language, String key, long number, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(number));
    all.addAll(List.of(arguments));
    return text(language, key + "." + form(language, number), all.toArray());
  }

  /// Whether there is a text under the key.
  public boolean has(String key) {
    return in(Language.CS).containsKey(key);
  }

  /// The keys, the same in every language.
  public Set<String> keys() {
    return new TreeSet<>(in(Language.CS).keySet());
  }

  private String pattern(Language language, String key) {
    String pattern = in(language).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language.code());
    }
    return pattern;
  }

  private Map<String, String> in(Language language) {
    return languages.getOrDefault(language, Map.of());
  }

  /// Source: plural rules of Unicode CLDR for whole numbers.
  private static String form(Language language, long number) {
    long lastTwo = Math.abs(number) % 100;
    long last = lastTwo % 10;
    boolean teens = lastTwo >= 11 && lastTwo <= 14;
    return switch (language) {
      case EN, DE -> number == 1 ? "one" : "other";
      case CS -> number == 1 ? "one" : number >= 2 && number <= 4 ? "few" : "other";
      case UK -> last == 1 && !teens ? "one" : last >= 2 && last <= 4 && !teens ? "few" : "other";
    };
  }

  private static List<String> faults(Map<Language, Map<String, String>> languages) {
    Set<String> keys = new TreeSet<>();
    languages.values().forEach(texts -> keys.addAll(texts.keySet()));
    List<String> faults = new ArrayList<>();
    Map<String, Set<String>> arguments = new HashMap<>();
    for (Language language : Language.values()) {
      Map<String, String> texts = languages.getOrDefault(language, Map.of());
      for (String key : keys) {
        String text = texts.getOrDefault(key, "");
        if (!texts.containsKey(key)) {
          faults.add("texts: " + key + " is missing in " + language.code());
        } else if (!argumentsOf(text)
            .equals(arguments.computeIfAbsent(key, first -> argumentsOf(text)))) {
          faults.add("texts: " + key + " takes other arguments in " + language.code());
        }
      }
    }
    return faults;
  }

  private static Set<String> argumentsOf(String text) {
    Set<String> arguments = new TreeSet<>();
    ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group(1)));
    return arguments;
  }

  private static Map<String, String> shipped(String resource) {
    Properties properties = new Properties();
    try (InputStream bytes = Texts.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("texts: " + resource + " is missing");
      }
      try (Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, String> texts = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
