package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Questions whose answers are known, to learn from and to measure with.
public record LabelledQuestions(List<LabelledQuestion> all) {

  private static final List<String> SHIPPED =
      List.of(
          "asked-cs.tsv",
          "asked-sk.tsv",
          "asked-foreign.tsv",
          "outside-cs.tsv",
          "outside-foreign.tsv");
  private static final String NONE = "none";
  private static final int COLUMNS = 5;

  /// Matters nobody answers are mixed into this many subjects: what the office does not do should
  /// compete with what it does, but need not be told apart.
  private static final int OUTSIDE_SUBJECTS = 16;

  public LabelledQuestions {
    all = List.copyOf(all);
  }

  /// No question at all.
  public static LabelledQuestions none() {
    return new LabelledQuestions(List.of());
  }

  /// Those in the jar.
  public static LabelledQuestions shipped() {
    return read(SHIPPED);
  }

  /// Those about lists of questions and answers as towns import them, see [ImportedFaq].
  static LabelledQuestions imported() {
    return read(List.of("asked-imported.tsv"));
  }

  private static LabelledQuestions read(List<String> names) {
    return new LabelledQuestions(
        names.stream()
            .flatMap(name -> TrainingTable.rows(name).stream())
            .map(LabelledQuestions::question)
            .toList());
  }

  /// What was asked.
  public List<String> texts() {
    return all.stream().map(LabelledQuestion::text).toList();
  }

  private static LabelledQuestion question(List<String> cells) {
    String gold = cells.get(4);
    return new LabelledQuestion(
        cells.get(0),
        Language.of(cells.get(1)).orElse(Language.CS),
        cells.get(2),
        cells.get(3),
        gold.equals(NONE) ? Set.of() : Set.of(gold.split("\\|", -1)),
        cells.size() > COLUMNS ? cells.get(COLUMNS) : "");
  }

  /// The subjects with the questions about them as further phrases, and the matters nobody answers
  /// as subjects of their own.
  public List<Subject> addedTo(List<Subject> subjects) {
    Map<String, List<String>> asked = new TreeMap<>();
    Map<String, List<String>> outside = new TreeMap<>();
    for (LabelledQuestion question : all) {
      if (question.isOutside()) {
        long bucket = Math.floorMod(Hash.of(question.topic()), OUTSIDE_SUBJECTS);
        outside.computeIfAbsent("outside-" + bucket, key -> new ArrayList<>()).add(question.text());
      } else if (question.articles().size() == 1) {
        String article = question.articles().iterator().next();
        asked.computeIfAbsent(article, key -> new ArrayList<>()).add(question.text());
      }
    }
    List<Subject> more = new ArrayList<>();
    subjects.forEach(subject -> more.add(with(subject, asked.get(subject.id()))));
    outside.forEach(
        (id, texts) ->
            more.add(
                new Subject(
                    id,
                    Subject.Kind.OUTSIDE,
                    List.of(Subject.Text.ofPhrases(Language.CS, texts)))));
    return more;
  }

  private static Subject with(Subject subject, @Nullable List<String> phrases) {
    if (phrases == null) {
      return subject;
    }
    List<Subject.Text> texts = new ArrayList<>(subject.texts());
    texts.add(Subject.Text.ofPhrases(Language.CS, phrases));
    return new Subject(subject.id(), subject.kind(), texts);
  }
}
