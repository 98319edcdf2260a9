package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Section;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.content.ListFiles.TopicDraft;
import cz.okenko.knowledge.text.Folding;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What no single file can know to be wrong: slugs, phrases, facts and translations across all of
/// them.
final class Consistency {

  private final Faults faults;
  private final Set<String> factKeys;
  private final Map<String, LifeSituation> articles = new HashMap<>();
  private final Set<String> slugs = new HashSet<>();
  private final Map<Language, Map<String, String>> phraseOwners = new EnumMap<>(Language.class);

  Consistency(Faults faults, Set<String> factKeys) {
    this.faults = faults;
    this.factKeys = factKeys;
  }

  /// Everything that is compared. `promised` slugs may be named although their articles are not
  /// here yet.
  record Parts(
      List<ArticleFile.Draft> articles,
      List<TranslationFile.Draft> translations,
      List<Faq> faqs,
      List<TopicDraft> topics,
      Set<Mark> foreign,
      Set<Slug> promised) {}

  /// An article that is published beside those to be checked.
  void know(LifeSituation article) {
    articles.put(article.slug().value(), article);
    slugs.add(article.slug().value());
  }

  /// Phrases that are published beside those to be checked.
  void know(DraftCheck.Phrases phrases) {
    Map<String, String> owners = owners(phrases.language());
    phrases.texts().forEach(text -> owners.putIfAbsent(plain(text), phrases.owner().value()));
  }

  void check(Parts parts) {
    for (ArticleFile.Draft article : parts.articles()) {
      articles.put(article.head().text(), article.article());
      if (!slugs.add(article.head().text())) {
        faults.add(article.head(), "slug " + article.head().text() + " is used by another file");
      }
    }
    parts.promised().forEach(slug -> slugs.add(slug.value()));
    for (Faq faq : parts.faqs()) {
      if (!slugs.add(faq.slug().value())) {
        faults.add("faq/" + faq.slug() + ".md", 0, "slug is used by another file");
      }
    }
    parts.articles().forEach(this::article);
    for (TopicDraft topic : parts.topics()) {
      phrases(Language.CS, topic.topic().topic(), topic.phrases());
      facts(topic.facts());
    }
    parts.translations().forEach(this::translation);
    parts.foreign().forEach(this::known);
  }

  private void article(ArticleFile.Draft article) {
    phrases(Language.CS, article.head().text(), article.phrases());
    facts(article.facts());
    article.continued().forEach(this::known);
    for (Mark related : article.related()) {
      if (related.text().equals(article.head().text())) {
        faults.add(related, "an article is not related to itself");
      } else {
        known(related);
      }
    }
  }

  private void translation(TranslationFile.Draft draft) {
    phrases(draft.translation().variant().language(), draft.head().text(), draft.phrases());
    facts(draft.facts());
    draft.continued().forEach(this::known);
    LifeSituation original = articles.get(draft.head().text());
    if (original == null) {
      faults.add(draft.head(), "there is no Czech article " + draft.head().text());
      return;
    }
    draft
        .headings()
        .forEach(
            (Section section, Mark heading) -> {
              if (!original.sections().containsKey(section)) {
                faults.add(heading, "the Czech article has no section " + section.code());
              }
            });
  }

  private void phrases(Language language, String owner, List<Mark> phrases) {
    Map<String, String> owners = owners(language);
    for (Mark phrase : phrases) {
      String before = owners.putIfAbsent(plain(phrase.text()), owner);
      if (before != null) {
        faults.add(phrase, "phrase stands in " + before + " already: " + phrase.text());
      }
    }
  }

  private Map<String, String> owners(Language language) {
    return phraseOwners.computeIfAbsent(language, key -> new HashMap<>());
  }

  private void facts(List<Mark> named) {
    for (Mark fact : named) {
      if (!factKeys.contains(fact.text())) {
        faults.add(fact, "unknown fact " + fact.text());
      }
    }
  }

  private void known(Mark slug) {
    if (!slugs.contains(slug.text())) {
      faults.add(slug, "unknown slug " + slug.text());
    }
  }

  /// Two texts that differ only in case, diacritics, punctuation and spaces are one.
  static String plain(String text) {
    return String.join(" ", Folding.words(text));
  }
}
