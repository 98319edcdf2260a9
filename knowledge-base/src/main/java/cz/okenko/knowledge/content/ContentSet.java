package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Translation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Said said,
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

  /// What stands beside the articles and facts.
  public ContentSet lists() {
    return new ContentSet(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        values,
        elsewhere,
        lexicon,
        intents,
        said,
        foreign);
  }

  /// The same with the office's own lists in the place of those with these names.
  public ContentSet with(ContentSet own, Set<String> names) {
    Map<Language, Map<String, String>> merged = new EnumMap<>(Language.class);
    merged.putAll(values);
    merged.putAll(own.values);
    return new ContentSet(
        articles,
        translations,
        faqs,
        facts,
        merged,
        names.contains("elsewhere.yaml") ? own.elsewhere : elsewhere,
        names.contains("lexicon.yaml") ? own.lexicon : lexicon,
        names.contains("intents.yaml") ? own.intents : intents,
        names.contains("said.yaml") ? own.said : said,
        names.contains("foreign.yaml") ? own.foreign : foreign);
  }

  /// An article with the text of the file it was read from.
  public record ArticleText(LifeSituation article, String source) {}

  /// A translation with the text of the file it was read from.
  public record TranslationText(Translation translation, String source) {}
}
