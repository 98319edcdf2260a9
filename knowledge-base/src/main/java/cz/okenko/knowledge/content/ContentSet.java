package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Translation;
import java.util.List;
import java.util.Map;

/// A whole checked content: either all of it is right or there is none of it. `values` says how the
/// values of facts are said in other languages, by their Czech shape; `foreign` holds what people
/// write about an article in other languages.
public record ContentSet(
    List<ArticleText> articles,
    List<TranslationText> translations,
    List<Faq> faqs,
    List<Fact> facts,
    Map<Language, Map<String, String>> values,
    List<Topic> elsewhere,
    List<Concept> lexicon,
    Intents intents,
    Map<Slug, Map<Language, List<String>>> foreign) {

  public ContentSet {
    articles = List.copyOf(articles);
    translations = List.copyOf(translations);
    faqs = List.copyOf(faqs);
    values = Map.copyOf(values);
    facts = List.copyOf(facts);
    elsewhere = List.copyOf(elsewhere);
    lexicon = List.copyOf(lexicon);
    foreign = Map.copyOf(foreign);
  }

  /// An article with the text of the file it was read from.
  public record ArticleText(LifeSituation article, String source) {}

  /// A translation with the text of the file it was read from.
  public record TranslationText(Translation translation, String source) {}
}
