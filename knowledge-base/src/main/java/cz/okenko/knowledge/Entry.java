package cz.okenko.knowledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// A published article with all its wordings. `base` is the text it was written in; `written` says
/// of each translation when it was last compared with that.
record Entry(
    Article article,
    Wording base,
    Map<Variant, Wording> translations,
    Map<Variant, LocalDate> written) {

  Entry {
    translations = ordered(translations);
    written = ordered(written);
  }

  static Entry of(LifeSituation article, long revision) {
    return new Entry(article, Wording.of(article, revision), Map.of(), Map.of());
  }

  static Entry of(Faq faq, long revision) {
    return new Entry(faq, Wording.of(faq, revision), Map.of(), Map.of());
  }

  Slug slug() {
    return article.slug();
  }

  /// The same with another article in the middle.
  Entry over(Entry older) {
    return new Entry(article, base, older.translations, older.written);
  }

  Entry with(Translation translation, long revision) {
    Map<Variant, Wording> more = new EnumMap<>(Variant.class);
    more.putAll(translations);
    more.put(translation.variant(), Wording.of(translation, revision));
    Map<Variant, LocalDate> days = new EnumMap<>(Variant.class);
    days.putAll(written);
    days.put(translation.variant(), translation.written());
    return new Entry(article, base, more, days);
  }

  Entry without(Variant variant) {
    Map<Variant, Wording> fewer = new EnumMap<>(Variant.class);
    fewer.putAll(translations);
    fewer.remove(variant);
    return new Entry(article, base, fewer, written);
  }

  /// The text in this language, or the one the article was written in.
  Wording in(Language language) {
    return in(Variant.of(language));
  }

  /// The text of this variant, or the one the article was written in.
  Wording in(Variant variant) {
    return translations.getOrDefault(variant, base);
  }

  private static <T> Map<Variant, T> ordered(Map<Variant, T> map) {
    Map<Variant, T> ordered = new EnumMap<>(Variant.class);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }
}
