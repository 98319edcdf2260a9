package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.content.Said;
import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.FoldedText;
import cz.okenko.knowledge.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Tries every question with subjects that do not contain it. All that is known is dealt into parts;
/// each part in turn is left out and asked. Matters nobody answers and some of the neighbouring ones
/// are left out whole, since what is really out of scope is about something never heard of.
final class Trials {

  static final int FOLDS = 4;

  /// Of the phrases, which are many, one in so many is tried.
  private static final int PHRASES_TRIED = 3;

  private static final int TOPIC_FOLDS = 2 * FOLDS;

  /// Articles and neighbouring matters about people in danger.
  private static final Set<String> DANGEROUS =
      Set.of("ospod", "pomoc-obetem", "pohresovana-osoba", "nalezena-munice");

  /// The list of what is asked about them.
  static final String OF_DANGER = "of danger";

  private final List<Subject> subjects;
  private final LabelledQuestions questions;
  private final Said said;
  private final Rules rules;

  /// What would be answered otherwise is a matter of how it is found today.
  private final Weights usual = Weights.shipped();

  private final Analysis analysis;

  Trials(
      List<Subject> subjects,
      LabelledQuestions questions,
      Said said,
      Intents intents,
      Analysis analysis) {
    this.subjects = subjects;
    this.questions = questions;
    this.said = said;
    this.rules = new Rules(intents);
    this.analysis = analysis;
  }

  /// What was tried, and what was heard.
  record Tried(List<Trial> trials, List<Hearing> hearings) {}

  Tried all() {
    List<Tried> parts =
        IntStream.rangeClosed(0, FOLDS)
            .parallel()
            .mapToObj(fold -> fold == FOLDS ? bare() : leftOut(fold))
            .toList();
    return new Tried(
        parts.stream().flatMap(part -> part.trials().stream()).toList(),
        parts.stream().flatMap(part -> part.hearings().stream()).toList());
  }

  private static int fold(String text, int folds) {
    return (int) Math.floorMod(Hash.of(text), (long) folds);
  }

  private Tried leftOut(int fold) {
    List<Subject> known = new ArrayList<>();
    for (Subject subject : subjects) {
      if (!isLeftOut(subject, fold)) {
        known.add(withoutPhrases(subject, fold));
      }
    }
    List<LabelledQuestion> kept =
        questions.all().stream().filter(question -> fold(question) != fold).toList();
    Bench bench = new Bench(new LabelledQuestions(kept).addedTo(known), fold, true);
    List<Trial> trials = new ArrayList<>();
    for (LabelledQuestion question : questions.all()) {
      if (fold(question) == fold) {
        Trial.Group group = question.isOutside() ? Trial.Group.OUTSIDE : Trial.Group.ASKED;
        bench.ask(group, question, trials);
      }
    }
    subjects.forEach(subject -> phrases(subject, fold, bench, trials));
    return new Tried(trials, heard(fold, bench));
  }

  private List<Hearing> heard(int fold, Bench bench) {
    List<Hearing> heard = new ArrayList<>();
    for (Said.Sentence sentence : said.sentences()) {
      if (fold(sentence.text(), FOLDS) == fold) {
        heard.add(bench.hear(sentence, sentence.meaning().code()));
      }
    }
    for (LabelledQuestion question : questions.all()) {
      if (fold(question) == fold) {
        heard.add(bench.hear(matter(question.language(), question.text()), "question"));
      }
    }
    for (Subject subject : subjects) {
      String where =
          DANGEROUS.contains(subject.id())
              ? OF_DANGER
              : subject.situation() ? "phrase" : "elsewhere";
      for (Subject.Text text : subject.texts()) {
        text.phrases().stream()
            .filter(phrase -> fold(phrase, FOLDS) == fold)
            .forEach(phrase -> heard.add(bench.hear(matter(text.language(), phrase), where)));
      }
    }
    return heard;
  }

  private static Said.Sentence matter(Language language, String text) {
    return new Said.Sentence(new Said.Meaning.Matter(), language.code(), text);
  }

  /// Questions of one matter stay together.
  private static int fold(LabelledQuestion question) {
    return fold(question.isOutside() ? question.topic() : question.id(), FOLDS);
  }

  private static boolean isLeftOut(Subject subject, int fold) {
    return !subject.situation() && fold(subject.id(), TOPIC_FOLDS) == fold;
  }

  private static Subject withoutPhrases(Subject subject, int fold) {
    List<Subject.Text> texts = new ArrayList<>();
    for (Subject.Text text : subject.texts()) {
      List<String> kept =
          text.phrases().stream().filter(phrase -> fold(phrase, FOLDS) != fold).toList();
      texts.add(
          new Subject.Text(text.language(), text.title(), text.terms(), kept, text.body()));
    }
    return new Subject(subject.id(), subject.kind(), texts);
  }

  private static void phrases(Subject subject, int fold, Bench bench, List<Trial> trials) {
    Trial.Group group =
        subject.situation()
            ? Trial.Group.PHRASE
            : isLeftOut(subject, fold) ? Trial.Group.UNKNOWN_TOPIC : Trial.Group.TOPIC;
    for (Subject.Text text : subject.texts()) {
      for (String phrase : text.phrases()) {
        if (fold(phrase, FOLDS) == fold && fold(phrase, FOLDS * PHRASES_TRIED) < FOLDS) {
          LabelledQuestion asked =
              new LabelledQuestion(
                  "", text.language(), "phrase", phrase, Set.of(subject.id()), "");
          bench.ask(group, asked, trials);
        }
      }
    }
  }

  /// The questions asked of articles as an office would bring them: a title and a text, nothing
  /// written about how people ask, nothing known of what others handle.
  private Tried bare() {
    List<Subject> stripped = new ArrayList<>();
    for (Subject subject : subjects) {
      if (subject.situation()) {
        Subject.Text own = subject.texts().getFirst();
        Subject.Text text =
            new Subject.Text(own.language(), own.title(), List.of(), List.of(), own.body());
        stripped.add(new Subject(subject.id(), subject.kind(), List.of(text)));
      }
    }
    Bench learned = new Bench(stripped, FOLDS, true);
    Bench unlearned = new Bench(stripped, FOLDS, false);
    List<Trial> trials = new ArrayList<>();
    for (LabelledQuestion question : questions.all()) {
      if (!question.isOutside() && question.language() == Language.CS) {
        learned.ask(Trial.Group.BARE, question, trials);
        unlearned.ask(Trial.Group.UNLEARNED, question, trials);
      }
    }
    return new Tried(trials, List.of());
  }

  /// An index and a classifier to try questions with.
  private final class Bench {
    private final SubjectIndex index;
    private final Opinion opinion;
    private final Ear ear;
    private final int fold;

    Bench(List<Subject> known, int fold, boolean learned) {
      this.index = SubjectIndex.inMemory(known, analysis);
      List<Said.Sentence> heard =
          said.sentences().stream().filter(said -> fold(said.text(), FOLDS) != fold).toList();
      Lessons lessons =
          new Lessons(
              known, index.fingerprint(), new Said(heard), List.of(), analysis);
      this.opinion = new Opinion(learned ? lessons.classifier() : Classifier.none(), known);
      this.ear = new Ear(learned && fold < FOLDS ? lessons.tone() : Classifier.none(), false);
      this.fold = fold;
    }

    Hearing hear(Said.Sentence sentence, String where) {
      Features features = analysis.of(sentence.text());
      Scores scores = index.scores(features);
      List<Contender> contenders = new Comparison(scores, opinion.on(features)).contenders();
      return new Hearing(
          sentence.meaning(),
          where,
          sentence.language(),
          fold,
          rules.on(FoldedText.of(sentence.text())).stream().toList(),
          Decision.of(Ranking.of(contenders, scores, usual), usual).outcome(),
          ear.hints(features, contenders, scores));
    }

    void ask(Trial.Group group, LabelledQuestion question, List<Trial> into) {
      Features features = analysis.of(question.text());
      Scores scores = index.scores(features);
      List<Contender> contenders = new Comparison(scores, opinion.on(features)).contenders();
      if (contenders.stream().anyMatch(contender -> contender.subject().situation())) {
        into.add(
            new Trial(
                group,
                question.language(),
                question.style(),
                fold,
                question.articles(),
                contenders,
                scores));
      }
    }
  }
}
