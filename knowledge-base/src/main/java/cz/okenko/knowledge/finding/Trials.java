package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tries every question with subjects that do not contain it. All that is known is dealt into parts;
/// each part in turn is left out and asked. Matters nobody answers and some of the neighbouring ones
/// are left out whole, since what is really out of scope is about something never heard of.
final class Trials {

  static final int FOLDS = 4;

  /// Of the phrases, which are many, one in so many is tried.
  private static final int PHRASES_TRIED = 3;

  private static final int TOPIC_FOLDS = 2 * FOLDS;
  private static final int HALVES = 2;

  /// Articles and neighbouring matters about people in danger.
  private static final Set<String> DANGEROUS =
      Set.of("ospod", "pomoc-obetem", "pohresovana-osoba", "nalezena-munice");

  /// The list of what is asked about them.
  static final String OF_DANGER = "of danger";

  private final Material material;
  private final List<Subject> subjects;
  private final LabelledQuestions questions;
  private final Analysis analysis;
  private final Rules rules;

  /// What would be answered otherwise is a matter of how it is found today.
  private final Weights usual = Weights.shipped();

  Trials(Material material) {
    this.material = material;
    this.subjects = material.subjects();
    this.questions = material.questions();
    this.analysis = material.analysis();
    this.rules = new Rules(material.intents());
  }

  /// What was tried, and what was heard.
  record Tried(List<Trial> trials, List<Hearing> hearings) {}

  Tried all() {
    List<Tried> parts =
        Stream.<Supplier<Tried>>of(
                () -> leftOut(0),
                () -> leftOut(1),
                () -> leftOut(2),
                () -> leftOut(3),
                () -> mixed(0),
                () -> mixed(1),
                this::imported)
            .parallel()
            .map(Supplier::get)
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
    Lessons lessons = lessons(new LabelledQuestions(kept).addedTo(known), fold);
    Classifier classifier = lessons.classifier();
    Bench bench = new Bench(lessons, fold, classifier, () -> classifier);
    List<Trial> trials = new ArrayList<>();
    for (LabelledQuestion question : questions.all()) {
      if (fold(question) == fold) {
        Trial.Group group = question.isOutside() ? Trial.Group.OUTSIDE : Trial.Group.ASKED;
        bench.ask(group, question, trials);
      }
    }
    subjects.forEach(subject -> phrases(subject, fold, bench, trials));
    return new Tried(trials, heard(fold, bench, new Ear(lessons.tone(), false)));
  }

  private List<Hearing> heard(int fold, Bench bench, Ear ear) {
    List<Hearing> heard = new ArrayList<>();
    for (Said.Sentence sentence : material.said().sentences()) {
      if (fold(sentence.text(), FOLDS) == fold) {
        heard.add(bench.hear(ear, sentence, sentence.meaning().code()));
      }
    }
    for (LabelledQuestion question : questions.all()) {
      if (fold(question) == fold) {
        String where = isOfDanger(question) ? OF_DANGER : "question";
        heard.add(bench.hear(ear, matter(question.language(), question.text()), where));
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
            .map(phrase -> bench.hear(ear, matter(text.language(), phrase), where))
            .forEach(heard::add);
      }
    }
    return heard;
  }

  /// Whether it asks about people in danger themselves.
  static boolean isOfDanger(LabelledQuestion question) {
    return question.articles().stream().anyMatch(DANGEROUS::contains);
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

  /// What is asked of the questions and answers of towns, which nobody wrote phrases for; one part
  /// each.
  private Tried imported() {
    Classifier matters = lessons(questions.addedTo(subjects), FOLDS).classifier();
    List<Trial> trials = new ArrayList<>();
    for (int town = 0; town < material.imported().size(); town++) {
      ImportedFaq faq = material.imported().get(town);
      Lessons lessons = lessons(faq.articles(), FOLDS);
      Bench learned = new Bench(lessons, town, lessons.classifier(), () -> matters);
      Bench unlearned = new Bench(lessons, town, Classifier.none(), () -> matters);
      for (LabelledQuestion question : faq.asked()) {
        learned.ask(Trial.Group.IMPORTED, question, trials);
        unlearned.ask(Trial.Group.UNLEARNED, question, trials);
      }
    }
    return new Tried(trials, List.of());
  }

  /// What is asked where half the articles are as an office would bring them: a title and a text,
  /// about matters not known otherwise.
  private Tried mixed(int half) {
    List<Subject> whole = new ArrayList<>();
    List<Subject> stripped = new ArrayList<>();
    for (Subject subject : subjects) {
      if (subject.situation() && fold(subject.id(), HALVES) == half) {
        stripped.add(stripped(subject));
      } else {
        whole.add(subject);
      }
    }
    Set<String> without = stripped.stream().map(Subject::id).collect(Collectors.toSet());
    List<LabelledQuestion> kept =
        questions.all().stream()
            .filter(question -> fold(question) != half)
            .filter(question -> Collections.disjoint(question.articles(), without))
            .toList();
    List<Subject> known = new LabelledQuestions(kept).addedTo(whole);
    Classifier matters = lessons(known, FOLDS).classifier();
    List<Subject> all = Stream.concat(known.stream(), stripped.stream()).toList();
    Lessons lessons = lessons(all, FOLDS);
    Bench bench = new Bench(lessons, half, lessons.classifier(), () -> matters);
    List<Trial> trials = new ArrayList<>();
    for (LabelledQuestion question : questions.all()) {
      boolean isLeft = fold(question) == half && !question.isOutside();
      if (isLeft && question.language() == Language.CS) {
        bench.ask(Trial.Group.MIXED, question, trials);
      }
    }
    return new Tried(trials, List.of());
  }

  private static Subject stripped(Subject subject) {
    Subject.Text own = subject.texts().getFirst();
    Subject.Text text =
        new Subject.Text(own.language(), own.title(), List.of(), List.of(), own.body());
    return new Subject(subject.id(), subject.kind(), List.of(text));
  }

  /// What there is to learn without the sentences of a part.
  private Lessons lessons(List<Subject> known, int fold) {
    List<Said.Sentence> heard =
        material.said().sentences().stream()
            .filter(said -> fold(said.text(), FOLDS) != fold)
            .toList();
    return new Lessons(known, "", new Said(heard), List.of(), analysis);
  }

  /// An index and a classifier to try questions with.
  private final class Bench {
    private final SubjectIndex index;
    private final Opinion opinion;
    private final Kinship kinship;
    private final int fold;

    Bench(Lessons lessons, int fold, Classifier classifier, Supplier<Classifier> matters) {
      this.index = SubjectIndex.inMemory(lessons.subjects(), analysis);
      this.opinion = new Opinion(classifier, lessons.subjects());
      this.kinship = Kinship.by(matters).of(lessons.subjects(), analysis);
      this.fold = fold;
    }

    Hearing hear(Ear ear, Said.Sentence sentence, String where) {
      Features features = analysis.of(sentence.text());
      Scores scores = index.scores(features);
      List<Contender> contenders = contenders(features, scores);
      return new Hearing(
          sentence.meaning(),
          where,
          sentence.language(),
          fold,
          rules.on(FoldedText.of(sentence.text())).stream().toList(),
          Decision.of(Ranking.of(contenders, scores, usual), usual).outcome(),
          ear.hints(features, contenders, scores));
    }

    private List<Contender> contenders(Features features, Scores scores) {
      return new Comparison(scores, opinion.on(features), kinship.on(features)).contenders();
    }

    void ask(Trial.Group group, LabelledQuestion question, List<Trial> into) {
      Features features = analysis.of(question.text());
      Scores scores = index.scores(features);
      List<Contender> contenders = contenders(features, scores);
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
