package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.content.StoredText;
import cz.okenko.knowledge.store.PublishedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that is published: articles in all wordings in the order of their slugs, and the facts in
/// force. Never changes; a change makes another one.
final class Library {

  private final Map<Slug, Entry> entries;
  private final Map<String, Fact> facts;

  private Library(Map<Slug, Entry> entries, Map<String, Fact> facts) {
    this.entries = Collections.unmodifiableMap(entries);
    this.facts = Map.copyOf(facts);
  }

  /// From what the database holds. Translations without their article are left out.
  static Library of(List<PublishedText> texts, Collection<Fact> facts) {
    return new Library(emptyEntries(), byKey(facts)).with(texts);
  }

  /// From content files that were never published.
  static Library of(ContentSet content, Collection<Fact> localFacts) {
    Map<Slug, Entry> entries = emptyEntries();
    content.articles().forEach(t -> entries.put(t.article().slug(), Entry.of(t.article(), 0)));
    content.faqs().forEach(faq -> entries.put(faq.slug(), Entry.of(faq, 0)));
    content
        .translations()
        .forEach(
            t ->
                entries.computeIfPresent(
                    t.translation().slug(), (slug, entry) -> entry.with(t.translation(), 0)));
    List<Fact> facts = new ArrayList<>(content.facts());
    facts.addAll(localFacts);
    return new Library(entries, byKey(facts));
  }

  /// The same with these texts, newly published or in place of older ones.
  Library with(List<PublishedText> texts) {
    Map<Slug, Entry> changed = emptyEntries();
    changed.putAll(entries);
    List<PublishedText> originalsFirst = new ArrayList<>(texts);
    originalsFirst.sort(Comparator.comparing(text -> text.key().variant().isTranslation()));
    for (PublishedText text : originalsFirst) {
      Slug slug = text.key().slug();
      switch (text.key().variant()) {
        case CS -> {
          LifeSituation article = StoredText.situation(slug, text.content());
          put(changed, Entry.of(article, text.revision()));
        }
        case FAQ -> put(changed, Entry.of(StoredText.faq(slug, text.content()), text.revision()));
        case EN, UK, DE, EASY -> {
          Translation translation =
              StoredText.translation(slug, text.key().variant(), text.content());
          changed.computeIfPresent(
              slug, (key, entry) -> entry.with(translation, text.revision()));
        }
      }
    }
    return new Library(changed, facts);
  }

  /// The same without a text; with the original its translations go as well.
  Library without(Slug slug, Variant variant) {
    Map<Slug, Entry> fewer = emptyEntries();
    fewer.putAll(entries);
    if (variant.isTranslation()) {
      fewer.computeIfPresent(slug, (key, entry) -> entry.without(variant));
    } else {
      fewer.remove(slug);
    }
    return new Library(fewer, facts);
  }

  /// The same with other values of these facts.
  Library withFacts(Collection<Fact> edited) {
    Map<String, Fact> changed = new HashMap<>(facts);
    changed.putAll(byKey(edited));
    return new Library(entries, changed);
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  Optional<Entry> entry(Slug slug) {
    return Optional.ofNullable(entries.get(slug));
  }

  Map<String, Fact> facts() {
    return facts;
  }

  private static void put(Map<Slug, Entry> entries, Entry entry) {
    entries.merge(entry.slug(), entry, (older, newer) -> newer.over(older));
  }

  private static Map<Slug, Entry> emptyEntries() {
    return new TreeMap<>(Comparator.comparing(Slug::value));
  }

  private static Map<String, Fact> byKey(Collection<Fact> facts) {
    Map<String, Fact> byKey = new HashMap<>();
    facts.forEach(fact -> byKey.put(fact.key(), fact));
    return byKey;
  }
}
