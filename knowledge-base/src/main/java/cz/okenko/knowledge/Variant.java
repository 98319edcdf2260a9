package cz.okenko.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which way an article is written: the Czech original of a life situation, a translation, the
/// Czech text in plain language, or a [Faq], which is written once only.
public enum Variant {
  CS(Language.CS),
  EN(Language.EN),
  UK(Language.UK),
  DE(Language.DE),
  EASY(Language.CS),
  FAQ(Language.CS);

  private final String code = name().toLowerCase(Locale.ROOT);
  private final Language language;

  Variant(Language language) {
    this.language = language;
  }

  /// The original or translation in this language.
  public static Variant of(Language language) {
    return switch (language) {
      case CS -> CS;
      case EN -> EN;
      case UK -> UK;
      case DE -> DE;
    };
  }

  /// The variant with this code, or empty.
  public static Optional<Variant> of(String code) {
    return Arrays.stream(values()).filter(variant -> variant.code.equals(code)).findFirst();
  }

  /// The folder of content files and the name in rows, for example `easy`.
  public String code() {
    return code;
  }

  /// The language texts of this variant are in; a [Faq] knows its own.
  public Language language() {
    return language;
  }

  /// Whether it says in other words what the Czech original says.
  public boolean isTranslation() {
    return this != CS && this != FAQ;
  }
}
