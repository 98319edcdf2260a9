package cz.okenko.knowledge;

import cz.okenko.knowledge.content.ContentSet;
import cz.okenko.knowledge.content.Topic;
import cz.okenko.knowledge.finding.Finding;
import cz.okenko.knowledge.finding.Finding.Verdict;
import cz.okenko.knowledge.finding.LabelledQuestions;
import cz.okenko.knowledge.finding.Learned;
import cz.okenko.knowledge.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Answers citizens' questions from the office's articles, and publishes new ones while it answers.
/// Open one per office; safe for use by many threads. Readers never wait for a publisher.
public final class KnowledgeBase implements AutoCloseable {

  private static final ZoneId OFFICE_ZONE = ZoneId.of("Europe/Prague");

  private final ContentSet shipped;
  private final Map<Language, Map<String, String>> localSayings;
  private final Path indexFolder;
  private final Archive archive;
  private final Publishing publishing;
  private final Exporting exporting;
  private final Traffic traffic;
  private final InstantSource clock;
  private final ReentrantLock publisher = new ReentrantLock();
  private final LabelledQuestions questions;
  private final Learner learner;
  private final Follower follower = new Follower(this::follow);
  private volatile long publication;
  private volatile Edition edition;

  private KnowledgeBase(
      KnowledgeSettings settings, ContentSet shipped, Database database, InstantSource clock) {
    this.shipped = shipped;
    this.localSayings = settings.sayings();
    this.indexFolder = settings.indexFolder();
    this.archive = new Archive(database, settings.localFacts(), clock);
    this.publishing = archive.publishing();
    this.exporting = new Exporting(database, clock, settings.content());
    this.traffic = new Traffic(database, clock);
    this.clock = clock;
    this.questions =
        switch (settings.content()) {
          case ContentSource.Shipped() -> LabelledQuestions.shipped();
          case ContentSource.None(), ContentSource.Folder(_) -> LabelledQuestions.none();
        };
    this.learner = new Learner(settings.indexFolder().resolveSibling(""));
    Archive.State state = archive.state();
    this.publication = state.publication();
    this.edition = edition(state.library(), lore(state.lists()));
    catchUp(edition);
  }

  /// Loads the content as revisions (never over an office's own edits) and builds the index.
  ///
  /// @throws ContentException with all faults, when the content is broken; then nothing was loaded
  public static KnowledgeBase open(
      KnowledgeSettings settings, Database database, InstantSource clock) {
    ContentSet shipped = new Shipping(settings, database, clock).load();
    return new KnowledgeBase(settings, shipped, database, clock);
  }

  /// Answers any text whatever; never throws because of what a citizen wrote.
  public Answer answer(Question question) {
    Answer answer = considered(question);
    if (answer instanceof Answer.Found found) {
      traffic.count(found.passage().slug(), today());
    }
    return answer;
  }

  /// The same for whoever only looks what would be answered; nothing is counted.
  public Answer considered(Question question) {
    Edition now = edition;
    Finding finding = now.search().find(question);
    List<Candidate> candidates = titled(now, finding.candidates(), question.language());
    double confidence = finding.confidence();
    return switch (finding.verdict()) {
      case Verdict.Situation(Slug slug, Aspect aspect) ->
          now.passage(slug, question.language(), aspect, today())
              .<Answer>map(passage -> new Answer.Found(candidates, confidence, passage))
              .orElseGet(() -> new Answer.NotFound(candidates, confidence));
      case Verdict.Choice(int shown) -> new Answer.Ambiguous(candidates, confidence, shown);
      case Verdict.Neighbour(String topic) ->
          new Answer.Elsewhere(candidates, confidence, referral(now, topic));
      case Verdict.Unknown() -> new Answer.NotFound(candidates, confidence);
      case Verdict.Chat(var kind) -> new Answer.SmallTalk(candidates, confidence, kind);
      case Verdict.Filed(var kind) -> new Answer.Filed(candidates, confidence, kind);
      case Verdict.Person() -> new Answer.HandoffWish(candidates, confidence);
      case Verdict.Danger(var kind) -> new Answer.Emergency(candidates, confidence, kind);
    };
  }

  /// The part of an article that answers the aspect, as [Answer.Found] would carry it: in the
  /// language when there is a translation, else in the language the article was written in.
  public Optional<Passage> passage(Slug slug, Language language, Aspect aspect) {
    return edition.passage(slug, language, aspect, today());
  }

  /// The same for a citizen who chose the article, which counts as an answer of it.
  public Optional<Passage> chosen(Slug slug, Language language, Aspect aspect) {
    Optional<Passage> passage = passage(slug, language, aspect);
    passage.ifPresent(found -> traffic.count(found.slug(), today()));
    return passage;
  }

  /// Whether an article of this name is published.
  public boolean knows(Slug slug) {
    return edition.library().entry(slug).isPresent();
  }

  /// The agenda of the office an article belongs to; empty when there is no such article.
  public Optional<String> agenda(Slug slug) {
    return edition.library().entry(slug).map(entry -> entry.article().agenda());
  }

  /// The whole article in the language, or else in the language it was written in.
  public Optional<FullArticle> article(Slug slug, Language language) {
    return edition.article(slug, Variant.of(language), today());
  }

  /// The whole article in plain Czech; empty when nobody has written that yet.
  public Optional<FullArticle> easy(Slug slug) {
    return edition
        .article(slug, Variant.EASY, today())
        .filter(article -> article.variant() == Variant.EASY);
  }

  /// All published articles in the order of their titles; a title without a translation is in the
  /// language the article was written in.
  public List<ArticleTitle> titles(Language language) {
    return edition.titles(language);
  }

  /// Matters that others handle, in the order of the content.
  public List<Referral> referrals() {
    Edition now = edition;
    return now.lore().content().elsewhere().stream()
        .map(topic -> referral(now, topic.topic()))
        .toList();
  }

  /// The facts in force, by key: those of the content, the office's edits, and its settings.
  public Map<String, Fact> facts() {
    return edition.library().facts();
  }

  /// Publishes one draft; see [#publishAll].
  public Effect publish(Draft draft) {
    return publishAll(List.of(draft)).getFirst();
  }

  /// Publishes drafts as the office's own, all of them or none, and returns when questions find
  /// them. What each did stands in the place of the draft.
  ///
  /// @throws ContentException with every fault; then nothing was published
  public List<Effect> publishAll(List<Draft> drafts) {
    publisher.lock();
    try {
      follow();
      Edition before = edition;
      Publishing.Published published = publishing.publish(before.library(), drafts);
      if (published.number() == publication + 1) {
        publication = published.number();
      }
      if (published.findable()) {
        edition = edition(published.library(), before.lore());
        catchUp(edition);
      } else {
        edition = new Edition(published.library(), before.search(), before.lore());
      }
      return published.effects();
    } finally {
      publisher.unlock();
    }
  }

  /// What [#publishAll] would do with each draft, without doing it.
  ///
  /// @throws ContentException with every fault
  public List<Effect> preview(List<Draft> drafts) {
    return publishing.preview(edition.library(), drafts);
  }

  /// Everything published as content files, text by name: a knowledge base opened on them is the
  /// same as this one, but for what the office's settings add.
  public Map<String, String> files() {
    return exporting.files();
  }

  /// How often each article answered from this day on.
  public Map<Slug, Long> answeredSince(LocalDate day) {
    return traffic.since(day);
  }

  /// Whether everything published has been learned from; if not, that is going on.
  public boolean isLearned() {
    return edition.search().isLearned();
  }

  /// Takes up what another process has published in the same database, such as an import; says
  /// whether there was anything. Costs the reading of one row when there was not.
  public boolean follow() {
    publisher.lock();
    try {
      if (archive.publication() == publication) {
        return false;
      }
      Archive.State state = archive.state();
      publication = state.publication();
      Lore known = edition.lore();
      Lore lore = known.own().equals(state.lists()) ? known : lore(state.lists());
      edition = edition(state.library(), lore);
      catchUp(edition);
      return true;
    } finally {
      publisher.unlock();
    }
  }

  /// A number that is another one as soon as something has been published.
  public long publication() {
    return publication;
  }

  /// Does [#follow] every second from now on, until closed.
  public KnowledgeBase following() {
    follower.start();
    return this;
  }

  @Override
  public void close() {
    follower.close();
    learner.close();
    traffic.write();
  }

  /// Lets the classifier learn from the edition; it serves what is published by then.
  private void catchUp(Edition from) {
    Search search = from.search();
    if (!search.isLearned()) {
      learner.learn(search.lessons(), this::adopt);
    }
  }

  private void adopt(Learned learned) {
    publisher.lock();
    try {
      Edition now = edition;
      edition = new Edition(now.library(), now.search().with(learned), now.lore());
    } finally {
      publisher.unlock();
    }
  }

  private Lore lore(Map<String, String> own) {
    return Lore.of(shipped, own, localSayings);
  }

  private Edition edition(Library library, Lore lore) {
    Search search = Search.open(indexFolder, library.entries(), lore, questions, learner);
    return new Edition(library, search, lore);
  }

  private static List<Candidate> titled(
      Edition now, List<Candidate> candidates, Language language) {
    return candidates.stream()
        .map(
            candidate ->
                now.title(candidate.slug(), language).stream()
                    .map(t -> new Candidate(t.slug(), t.title(), candidate.score()))
                    .findFirst()
                    .orElse(candidate))
        .toList();
  }

  private Referral referral(Edition now, String topic) {
    Topic found = now.lore().topic(topic);
    return new Referral(
        found.topic(),
        found.title(),
        now.composing().text(found.text(), today()),
        found.links());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OFFICE_ZONE);
  }
}
