package cz.okenko.knowledge;

import java.text.CollationKey;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Everything published at one moment, ready to answer. Readers take the edition of the moment and
/// keep to it; publishing puts another one in its place. Safe for many threads.
final class Edition {

  private final Library library;
  private final Search search;
  private final Lore lore;
  private final Composing composing;
  private final Passages passages;
  private final Map<Language, List<ArticleTitle>> titles = new ConcurrentHashMap<>();

  Edition(Library library, Search search, Lore lore) {
    this.library = library;
    this.search = search;
    this.lore = lore;
    this.composing = new Composing(library.facts(), lore.sayings());
    this.passages = new Passages(composing);
  }

  Library library() {
    return library;
  }

  Lore lore() {
    return lore;
  }

  Search search() {
    return search;
  }

  Composing composing() {
    return composing;
  }

  Optional<Passage> passage(Slug slug, Language language, Aspect aspect, LocalDate today) {
    return library.entry(slug).map(entry -> passages.of(entry, language, aspect, today));
  }

  Optional<FullArticle> article(Slug slug, Variant variant, LocalDate today) {
    return library
        .entry(slug)
        .map(
            entry ->
                composing.full(
                    entry, variant, today, related -> title(related, variant.language())));
  }

  /// All titles in the order of the language's alphabet.
  List<ArticleTitle> titles(Language language) {
    return titles.computeIfAbsent(language, this::sorted);
  }

  /// The title in the language, or the one the article was written under; none when it is unknown.
  List<ArticleTitle> title(Slug slug, Language language) {
    return library.entry(slug).stream().map(entry -> title(entry, language)).toList();
  }

  private static ArticleTitle title(Entry entry, Language language) {
    Wording wording = entry.in(language);
    return new ArticleTitle(
        entry.slug(), wording.title(), wording.language(), entry.article().agenda());
  }

  private List<ArticleTitle> sorted(Language language) {
    record Keyed(CollationKey key, ArticleTitle title) {}
    Collator collator = Collator.getInstance(Locale.of(language.code()));
    return library.entries().stream()
        .map(entry -> title(entry, language))
        .map(title -> new Keyed(collator.getCollationKey(title.title()), title))
        .sorted(Comparator.comparing(Keyed::key))
        .map(Keyed::title)
        .toList();
  }
}
