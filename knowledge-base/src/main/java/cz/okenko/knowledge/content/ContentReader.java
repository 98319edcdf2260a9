package cz.okenko.knowledge.content;

import cz.okenko.knowledge.ContentException;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.content.ContentSet.ArticleText;
import cz.okenko.knowledge.content.ListFiles.TopicDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns content files into records, or refuses them all with every fault that can be found.
public final class ContentReader {

  private static final Set<String> LISTS =
      Set.of("facts.yaml", "elsewhere.yaml", "lexicon.yaml", "intents.yaml", "foreign.yaml");

  private final Map<String, String> files;
  private final Faults faults = new Faults();

  private ContentReader(Map<String, String> files) {
    this.files = files;
  }

  /// Reads files by name; `localFacts` are the keys the office's settings define beside those of
  /// `facts.yaml`.
  ///
  /// @throws ContentException when anything is wrong
  public static ContentSet read(Map<String, String> files, Set<String> localFacts) {
    return read(files, localFacts, Set.of());
  }

  /// The same for an unfinished content that already names articles to come.
  public static ContentSet read(
      Map<String, String> files, Set<String> localFacts, Set<Slug> promised) {
    ContentReader reader = new ContentReader(files);
    ContentSet set = reader.all(localFacts, promised);
    if (!reader.faults.all().isEmpty()) {
      throw new ContentException(reader.faults.all());
    }
    return set;
  }

  private ContentSet all(Set<String> localFacts, Set<Slug> promised) {
    refuseStrangers();
    List<ArticleFile.Draft> articles = articles();
    List<Fact> facts =
        has("facts.yaml")
            ? FactsFile.read("facts.yaml", text("facts.yaml"), faults)
            : List.of();
    ListFiles lists = new ListFiles(faults);
    List<TopicDraft> topics =
        has("elsewhere.yaml")
            ? lists.elsewhere("elsewhere.yaml", text("elsewhere.yaml"))
            : List.of();
    Map<Mark, List<String>> foreign =
        has("foreign.yaml") ? lists.foreign("foreign.yaml", text("foreign.yaml")) : Map.of();

    Set<String> factKeys = new HashSet<>(localFacts);
    facts.forEach(fact -> factKeys.add(fact.key()));
    Consistency consistency = new Consistency(faults);
    consistency.check(articles, topics, factKeys, foreign.keySet(), promised);

    return new ContentSet(
        articles.stream().map(draft -> new ArticleText(draft.article(), draft.source())).toList(),
        facts,
        topics.stream().map(TopicDraft::topic).toList(),
        has("lexicon.yaml") ? lists.lexicon("lexicon.yaml", text("lexicon.yaml")) : List.of(),
        intents(),
        bySlug(foreign));
  }

  private void refuseStrangers() {
    for (String name : files.keySet()) {
      if (!LISTS.contains(name) && !isArticle(name)) {
        faults.add(name, 0, "is neither an article in cs/ nor one of the known lists");
      }
    }
  }

  private List<ArticleFile.Draft> articles() {
    List<ArticleFile.Draft> articles = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          if (isArticle(name)) {
            ArticleFile.Draft draft = ArticleFile.read(name, text, faults);
            if (draft != null) {
              articles.add(draft);
            }
          }
        });
    return articles;
  }

  private Intents intents() {
    if (has("intents.yaml")) {
      return IntentsFile.read("intents.yaml", text("intents.yaml"), faults);
    }
    return new Intents(Map.of(), List.of(), Map.of());
  }

  private static Map<Slug, List<String>> bySlug(Map<Mark, List<String>> foreign) {
    Map<Slug, List<String>> bySlug = new HashMap<>();
    foreign.forEach(
        (mark, phrases) -> {
          if (Slug.isSlug(mark.text())) {
            bySlug.put(new Slug(mark.text()), phrases);
          }
        });
    return bySlug;
  }

  private static boolean isArticle(String name) {
    return name.startsWith("cs/") && name.endsWith(".md");
  }

  private boolean has(String name) {
    return files.containsKey(name);
  }

  private String text(String name) {
    return files.getOrDefault(name, "");
  }
}
