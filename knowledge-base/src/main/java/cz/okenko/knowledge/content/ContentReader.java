package cz.okenko.knowledge.content;

import cz.okenko.knowledge.ContentException;
import cz.okenko.knowledge.ContentFault;
import cz.okenko.knowledge.Fact;
import cz.okenko.knowledge.Faq;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Variant;
import cz.okenko.knowledge.content.ContentSet.ArticleText;
import cz.okenko.knowledge.content.ContentSet.TranslationText;
import cz.okenko.knowledge.content.ListFiles.TopicDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns content files into records, or refuses them all with every fault that can be found.
public final class ContentReader {

  private static final Set<String> LISTS =
      Set.of(
          "facts.yaml", "elsewhere.yaml", "lexicon.yaml", "intents.yaml", "foreign.yaml",
          Said.NAME);
  private static final String FACTS = "facts.yaml";
  private static final String VALUES = "/values.yaml";

  private final Map<String, String> files;
  private final boolean checkedBefore;
  private final Faults faults = new Faults();
  private final List<ArticleFile.Draft> articles = new ArrayList<>();
  private final List<TranslationFile.Draft> translations = new ArrayList<>();
  private final List<Faq> faqs = new ArrayList<>();
  private final Map<Language, Map<String, String>> values = new EnumMap<>(Language.class);

  private ContentReader(Map<String, String> files, boolean checkedBefore) {
    this.files = files;
    this.checkedBefore = checkedBefore;
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
    ContentReader reader = new ContentReader(files, false);
    ContentSet set = reader.all(localFacts, promised);
    if (!reader.faults.all().isEmpty()) {
      throw new ContentException(reader.faults.all());
    }
    return set;
  }

  /// Whether a file of this name is a list beside the articles and facts.
  public static boolean isList(String name) {
    return (LISTS.contains(name) && !name.equals(FACTS)) || name.endsWith(VALUES);
  }

  /// Lists of an office's own as they come back from the database: they were checked when they were
  /// brought, and what a later version finds wrong in them is overlooked.
  public static ContentSet storedLists(Map<String, String> lists) {
    return new ContentReader(lists, true).all(Set.of(), Set.of());
  }

  /// What is wrong in lists beside facts and articles that are known otherwise.
  public static List<ContentFault> listFaults(
      Map<String, String> lists, Set<String> facts, Set<Slug> articles) {
    ContentReader reader = new ContentReader(lists, false);
    reader.all(facts, articles);
    return reader.faults.all();
  }

  /// What is wrong in a file of facts.
  public static List<ContentFault> factFaults(String name, String text) {
    Faults faults = new Faults();
    FactsFile.read(name, text, faults);
    return faults.all();
  }

  /// The facts of a file in which nothing is wrong.
  public static List<Fact> facts(String name, String text) {
    return FactsFile.read(name, text, new Faults());
  }

  private ContentSet all(Set<String> localFacts, Set<Slug> promised) {
    files.forEach(this::file);
    List<Fact> facts =
        has("facts.yaml")
            ? FactsFile.read("facts.yaml", text("facts.yaml"), faults)
            : List.of();
    ListFiles lists = new ListFiles(faults);
    List<TopicDraft> topics =
        has("elsewhere.yaml")
            ? lists.elsewhere("elsewhere.yaml", text("elsewhere.yaml"))
            : List.of();
    Map<Mark, Map<Language, List<String>>> foreign =
        has("foreign.yaml") ? lists.foreign("foreign.yaml", text("foreign.yaml")) : Map.of();

    Set<String> factKeys = new HashSet<>(localFacts);
    facts.forEach(fact -> factKeys.add(fact.key()));
    new Consistency(faults, factKeys)
        .check(
            new Consistency.Parts(
                articles, translations, faqs, topics, foreign.keySet(), promised));

    return new ContentSet(
        articles.stream().map(draft -> new ArticleText(draft.article(), draft.source())).toList(),
        translations.stream()
            .map(draft -> new TranslationText(draft.translation(), draft.source()))
            .toList(),
        faqs,
        facts,
        values,
        topics.stream().map(TopicDraft::topic).toList(),
        has("lexicon.yaml") ? lists.lexicon("lexicon.yaml", text("lexicon.yaml")) : List.of(),
        intents(),
        said(),
        bySlug(foreign));
  }

  /// Reads a file that lies in a folder; the lists beside the folders are read on their own.
  private void file(String name, String text) {
    if (LISTS.contains(name)) {
      return;
    }
    int slash = name.indexOf('/');
    Optional<Variant> variant =
        slash < 0 ? Optional.empty() : Variant.of(name.substring(0, slash));
    if (variant.isPresent() && name.endsWith(".md")) {
      article(name, variant.get(), text);
    } else if (variant.isPresent() && name.endsWith(VALUES) && isForeign(variant.get())) {
      values.put(variant.get().language(), ValuesFile.read(name, text, faults));
    } else {
      faults.add(name, 0, "is neither an article in a known folder nor one of the known lists");
    }
  }

  private void article(String name, Variant variant, String text) {
    switch (variant) {
      case CS -> add(articles, ArticleFile.read(name, text, faults));
      case FAQ -> add(faqs, FaqFile.read(name, text, faults));
      case EN, UK, DE, EASY ->
          add(translations, TranslationFile.read(name, variant, text, faults));
    }
  }

  private static <T> void add(List<T> list, @Nullable T read) {
    if (read != null) {
      list.add(read);
    }
  }

  private static boolean isForeign(Variant variant) {
    return variant.isTranslation() && variant.language() != Language.CS;
  }

  private Intents intents() {
    if (has("intents.yaml")) {
      return IntentsFile.read("intents.yaml", text("intents.yaml"), faults);
    }
    return Intents.NONE;
  }

  /// The sentences are many, and nobody but the learner reads them.
  private Said said() {
    if (!has(Said.NAME)) {
      return Said.NONE;
    }
    if (!checkedBefore) {
      SaidFile.read(Said.NAME, text(Said.NAME), faults);
    }
    return Said.of(text(Said.NAME));
  }

  private static Map<Slug, Map<Language, List<String>>> bySlug(
      Map<Mark, Map<Language, List<String>>> foreign) {
    Map<Slug, Map<Language, List<String>>> bySlug = new HashMap<>();
    foreign.forEach(
        (mark, phrases) -> {
          if (Slug.isSlug(mark.text())) {
            bySlug.put(new Slug(mark.text()), phrases);
          }
        });
    return bySlug;
  }

  private boolean has(String name) {
    return files.containsKey(name);
  }

  private String text(String name) {
    return files.getOrDefault(name, "");
  }
}
