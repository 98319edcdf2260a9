package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.index.SubjectIndex;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
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

  private final List<Subject> subjects;
  private final LabelledQuestions questions;
  private final Analysis analysis;

  Trials(List<Subject> subjects, LabelledQuestions questions, Analysis analysis) {
    this.subjects = subjects;
    this.questions = questions;
    this.analysis = analysis;
  }

  List<Trial> all() {
    List<List<Trial>> parts =
        IntStream.rangeClosed(0, FOLDS)
            .parallel()
            .mapToObj(fold -> fold == FOLDS ? bare() : leftOut(fold))
            .toList();
    return parts.stream().flatMap(List::stream).toList();
  }

  private static int fold(String text, int folds) {
    return (int) Math.floorMod(Hash.of(text), (long) folds);
  }

  private List<Trial> leftOut(int fold) {
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
    return trials;
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
  private List<Trial> bare() {
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
    return trials;
  }

  /// An index and a classifier to try questions with.
  private final class Bench {
    private final SubjectIndex index;
    private final Opinion opinion;
    private final int fold;

    Bench(List<Subject> known, int fold, boolean learned) {
      this.index = SubjectIndex.inMemory(known, analysis);
      Classifier classifier =
          learned ? Lessons.classifier(known, analysis) : Classifier.none();
      this.opinion = new Opinion(classifier, known);
      this.fold = fold;
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
