package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Slug;
import java.util.List;
import java.util.Map;

/// A whole checked content: either all of it is right or there is none of it. `foreign` holds what
/// people write about an article in other languages.
public record ContentSet(
    List<ArticleText> articles,
    List<Fact> facts,
    List<Topic> elsewhere,
    List<Concept> lexicon,
    Intents intents,
    Map<Slug, List<String>> foreign) {

  public ContentSet {
    articles = List.copyOf(articles);
    facts = List.copyOf(facts);
    elsewhere = List.copyOf(elsewhere);
    lexicon = List.copyOf(lexicon);
    foreign = Map.copyOf(foreign);
  }

  /// An article with the text of the file it was read from.
  public record ArticleText(LifeSituation article, String source) {}
}
