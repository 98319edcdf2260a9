package cz.okenko.knowledge;

import cz.okenko.knowledge.text.LanguageDetection;
import java.util.Locale;
import java.util.Optional;

/// The languages Okénko speaks. Slovak is answered as Czech.
public enum Language {
  CS,
  EN,
  UK,
  DE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /// The two-letter code used in settings, addresses and rows.
  public String code() {
    return code;
  }

  /// The language with this two-letter code, in any case; empty when Okénko does not speak it.
  public static Optional<Language> of(String code) {
    for (Language language : values()) {
      if (language.code.equalsIgnoreCase(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// The language somebody writes in, when the text makes it clear; Russian counts as Ukrainian and
  /// Slovak as Czech.
  public static Optional<Language> clearlyOf(String text) {
    return Detection.SHIPPED.of(text);
  }

  /// Read when first needed.
  private static final class Detection {
    static final LanguageDetection SHIPPED = LanguageDetection.shipped();
  }
}
