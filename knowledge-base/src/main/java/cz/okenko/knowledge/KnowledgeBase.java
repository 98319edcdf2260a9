package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ArticleFile;
import cz.okenko.knowledge.content.Concept;
import cz.okenko.knowledge.content.ContentFiles;
import cz.okenko.knowledge.content.ContentReader;
import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.content.LifeSituation;
import cz.okenko.knowledge.content.Topic;
import cz.okenko.knowledge.finding.Finder;
import cz.okenko.knowledge.finding.Finding;
import cz.okenko.knowledge.finding.Finding.Verdict;
import cz.okenko.knowledge.finding.WeightedRanker;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.store.Database;
import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.PublishedArticle;
import cz.okenko.knowledge.store.Revisions;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Lexicon;
import java.text.Collator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers citizens' questions from the office's articles. Open one per office; safe for use by
/// many threads.
public final class KnowledgeBase implements AutoCloseable {

  private static final ZoneId OFFICE_ZONE = ZoneId.of("Europe/Prague");

  private final Map<Slug, Published> articles;
  private final Map<String, Topic> topics;
  private final List<ArticleTitle> titles;
  private final Composing composing;
  private final Passages passages;
  private final Finder finder;
  private final InstantSource clock;

  private record Published(LifeSituation article, long revision) {}

  private KnowledgeBase(
      Map<Slug, Published> articles,
      ContentSet content,
      Composing composing,
      SubjectIndex index,
      InstantSource clock) {
    this.articles = Map.copyOf(articles);
    this.topics =
        content.elsewhere().stream().collect(Collectors.toMap(Topic::topic, topic -> topic));
    this.titles = titles(articles);
    this.composing = composing;
    this.passages = new Passages(composing);
    this.finder = new Finder(index, new WeightedRanker(), content.intents());
    this.clock = clock;
  }

  /// Loads the content as revisions (never over an office's own edits) and builds the index.
  ///
  /// @throws ContentException with all faults, when the content is broken; then nothing was loaded
  public static KnowledgeBase open(
      KnowledgeSettings settings, Database database, InstantSource clock) {
    Set<String> localKeys =
        settings.localFacts().stream().map(Fact::key).collect(Collectors.toSet());
    ContentSet content = ContentReader.read(ContentFiles.of(settings.content()), localKeys);
    Revisions revisions = new Revisions(clock);
    Facts facts = new Facts();
    database.write(handle -> {
      revisions.ship(handle, sources(content));
      facts.ship(handle, content.facts());
      return true;
    });

    Map<Slug, Published> articles = new LinkedHashMap<>();
    for (PublishedArticle row : database.read(revisions::published)) {
      LifeSituation article = ArticleFile.stored(row.slug(), row.content());
      articles.put(row.slug(), new Published(article, row.revision()));
    }
    Map<String, Fact> inForce = new HashMap<>();
    database.read(facts::all).forEach(fact -> inForce.put(fact.key(), fact));
    settings.localFacts().forEach(fact -> inForce.put(fact.key(), fact));
    SubjectIndex index =
        SubjectIndex.open(settings.indexFolder(), subjects(articles, content), analysis(content));
    return new KnowledgeBase(articles, content, new Composing(inForce), index, clock);
  }

  /// Answers any text whatever; never throws because of what a citizen wrote.
  public Answer answer(Question question) {
    Finding finding = finder.find(question);
    List<Candidate> candidates = finding.candidates();
    double confidence = finding.confidence();
    return switch (finding.verdict()) {
      case Verdict.Situation(Slug slug, Aspect aspect) ->
          passage(slug, question.language(), aspect)
              .<Answer>map(passage -> new Answer.Found(candidates, confidence, passage))
              .orElseGet(() -> new Answer.NotFound(candidates, confidence));
      case Verdict.Choice(int shown) -> new Answer.Ambiguous(candidates, confidence, shown);
      case Verdict.Neighbour(String topic) ->
          new Answer.Elsewhere(candidates, confidence, referral(topic));
      case Verdict.Unknown() -> new Answer.NotFound(candidates, confidence);
      case Verdict.Chat(var kind) -> new Answer.SmallTalk(candidates, confidence, kind);
      case Verdict.Person() -> new Answer.HandoffWish(candidates, confidence);
      case Verdict.Danger(var kind) -> new Answer.Emergency(candidates, confidence, kind);
    };
  }

  /// The part of an article that answers the aspect, as [Answer.Found] would carry it.
  public Optional<Passage> passage(Slug slug, Language language, Aspect aspect) {
    return Optional.ofNullable(articles.get(slug))
        .map(found -> passages.of(found.article(), found.revision(), aspect, today()));
  }

  /// All published articles in the order of their titles.
  public List<ArticleTitle> titles(Language language) {
    return titles;
  }

  @Override
  public void close() {}

  private Referral referral(String topic) {
    Topic found = topics.get(topic);
    if (found == null) {
      throw new IllegalStateException("topic " + topic + " is indexed but unknown");
    }
    return new Referral(
        found.topic(), found.title(), composing.text(found.text(), today()), found.links());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OFFICE_ZONE);
  }

  private static Map<Slug, String> sources(ContentSet content) {
    return content.articles().stream()
        .collect(Collectors.toMap(text -> text.article().slug(), ContentSet.ArticleText::source));
  }

  private static List<ArticleTitle> titles(Map<Slug, Published> articles) {
    Collator czech = Collator.getInstance(Locale.of("cs"));
    return articles.values().stream()
        .map(Published::article)
        .map(article -> new ArticleTitle(article.slug(), article.title(), article.agenda()))
        .sorted(Comparator.comparing(ArticleTitle::title, czech::compare))
        .toList();
  }

  private static List<Subject> subjects(Map<Slug, Published> articles, ContentSet content) {
    List<Subject> subjects = new ArrayList<>();
    articles.forEach(
        (slug, published) -> {
          LifeSituation article = published.article();
          List<Subject.Text> texts = new ArrayList<>();
          texts.add(
              new Subject.Text(
                  Language.CS,
                  article.title(),
                  article.terms(),
                  article.phrases(),
                  String.join("\n", article.sections().values())));
          List<String> foreign = content.foreign().getOrDefault(slug, List.of());
          if (!foreign.isEmpty()) {
            texts.add(Subject.Text.ofPhrases(Language.EN, foreign));
          }
          subjects.add(new Subject(slug.value(), Subject.Kind.SITUATION, texts));
        });
    for (Topic topic : content.elsewhere()) {
      Subject.Text text =
          new Subject.Text(Language.CS, topic.title(), List.of(), topic.phrases(), topic.text());
      subjects.add(new Subject(topic.topic(), Subject.Kind.NEIGHBOUR, List.of(text)));
    }
    return subjects;
  }

  private static Analysis analysis(ContentSet content) {
    Map<String, List<String>> concepts = new HashMap<>();
    for (Concept concept : content.lexicon()) {
      concepts.put(concept.name(), concept.words());
    }
    return new Analysis(new Lexicon(concepts));
  }
}
