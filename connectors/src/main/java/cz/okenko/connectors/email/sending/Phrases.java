package cz.okenko.connectors.email.sending;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// What a mail says around the message, in one language; and what clerks read of mails. Every
/// language has every key.
public final class Phrases {
  private static final List<String> LANGUAGES = List.of("cs", "en", "uk", "de");
  private static final List<String> KEYS =
      List.of(
          "pick", "bot", "way-on", "no-subject", "encrypted-smime", "encrypted-pgp", "unreadable",
          "original", "verified", "not-verified");

  private final Map<String, String> phrases;

  private Phrases(Map<String, String> phrases) {
    this.phrases = Map.copyOf(phrases);
  }

  /// All languages, by their code.
  public static Map<String, Phrases> all() {
    Map<String, Phrases> all = new HashMap<>();
    LANGUAGES.forEach(language -> all.put(language, new Phrases(read(language))));
    return Map.copyOf(all);
  }

  private static Map<String, String> read(String language) {
    Properties properties = new Properties();
    try (InputStream in = Phrases.class.getResourceAsStream(language + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("no phrases for " + language);
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> phrases = new HashMap<>();
    for (String key : KEYS) {
      String phrase = properties.getProperty(key);
      if (phrase == null) {
        throw new IllegalStateException(language + " lacks the phrase " + key);
      }
      phrases.put(key, phrase);
    }
    return phrases;
  }

  /// A phrase by its key.
  public String of(String key) {
    String phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("unknown phrase " + key);
    }
    return phrase;
  }

  String pick() {
    return of("pick");
  }

  String wayOn() {
    return of("way-on");
  }
}
