package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.content.ListFiles.TopicDraft;
import cz.okenko.knowledge.text.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What no single file can know to be wrong: slugs, phrases and facts across all of them.
final class Consistency {

  private final Faults faults;
  private final Set<String> slugs = new HashSet<>();
  private final Map<String, String> phraseOwners = new HashMap<>();

  Consistency(Faults faults) {
    this.faults = faults;
  }

  /// `promised` slugs may be named although their articles are not here yet.
  void check(
      List<ArticleFile.Draft> articles,
      List<TopicDraft> topics,
      Set<String> factKeys,
      Set<Mark> foreign,
      Set<Slug> promised) {
    for (ArticleFile.Draft article : articles) {
      if (!slugs.add(article.head().text())) {
        faults.add(article.head(), "slug " + article.head().text() + " is used by another file");
      }
    }
    promised.forEach(slug -> slugs.add(slug.value()));
    for (ArticleFile.Draft article : articles) {
      phrases(article.head().text(), article.phrases());
      facts(article.facts(), factKeys);
      related(article);
    }
    for (TopicDraft topic : topics) {
      phrases(topic.topic().topic(), topic.phrases());
      facts(topic.facts(), factKeys);
    }
    foreign.forEach(this::known);
  }

  private void phrases(String owner, List<Mark> phrases) {
    for (Mark phrase : phrases) {
      String before = phraseOwners.putIfAbsent(plain(phrase.text()), owner);
      if (before != null) {
        faults.add(phrase, "phrase stands in " + before + " already: " + phrase.text());
      }
    }
  }

  private void facts(List<Mark> named, Set<String> factKeys) {
    for (Mark fact : named) {
      if (!factKeys.contains(fact.text())) {
        faults.add(fact, "unknown fact " + fact.text());
      }
    }
  }

  private void related(ArticleFile.Draft article) {
    for (Mark related : article.related()) {
      if (related.text().equals(article.head().text())) {
        faults.add(related, "an article is not related to itself");
      } else {
        known(related);
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
