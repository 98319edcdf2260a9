package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.content.Said;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.learning.ClassifierTraining;
import cz.okenko.knowledge.learning.Example;
import cz.okenko.knowledge.learning.Look;
import cz.okenko.knowledge.text.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is learned from: subjects, and sentences that are about none of them.
///
/// @param fingerprint of the index of the subjects: another one whenever the classifier would
///     come out another
/// @param matters further sentences about any matter, which teach the ear what is not meant for it
public record Lessons(
    List<Subject> subjects,
    String fingerprint,
    Said said,
    List<String> matters,
    Analysis analysis) {

  private static final long SEED = 1;
  private static final float WHOLE = 1f;
  private static final float TERM = 0.5f;
  private static final float BODY = 0.3f;
  private static final int SHORTEST_SENTENCE = 15;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+|\n");

  /// With more subjects the classifier would need more memory than a small office has; the lexical
  /// scores decide alone.
  private static final int MOST_SUBJECTS = 1_000;

  public Lessons {
    subjects = List.copyOf(subjects);
    matters = List.copyOf(matters);
  }

  /// A classifier of the subjects; of too many one that knows no class at all. Stops early, with
  /// an exception, when its thread is interrupted.
  public Classifier classifier() {
    List<Subject> learned = subjects.size() > MOST_SUBJECTS ? List.of() : subjects;
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < learned.size(); i++) {
      for (Subject.Text text : learned.get(i).texts()) {
        add(examples, i, List.of(text.title()), WHOLE);
        add(examples, i, text.terms(), TERM);
        add(examples, i, text.phrases(), WHOLE);
        List<String> sentences =
            SENTENCE_END
                .splitAsStream(text.body())
                .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                .toList();
        add(examples, i, sentences, BODY);
      }
    }
    List<String> classes = learned.stream().map(Subject::id).toList();
    return ClassifierTraining.train(fingerprint, Look.SUBJECT, classes, examples, SEED);
  }

  /// A classifier of what the sentences mean, for the ear; what is asked about the subjects is a
  /// matter. Stops as [#classifier] does.
  public Classifier tone() {
    List<String> classes = Said.Meaning.all().stream().map(Said.Meaning::code).toList();
    List<Example> examples = new ArrayList<>();
    for (Said.Sentence sentence : said.sentences()) {
      int number = classes.indexOf(sentence.meaning().code());
      add(examples, number, List.of(sentence.text()), WHOLE);
    }
    int matter = classes.indexOf(new Said.Meaning.Matter().code());
    add(examples, matter, matters, WHOLE);
    for (Subject subject : subjects) {
      for (Subject.Text text : subject.texts()) {
        add(examples, matter, List.of(text.title()), WHOLE);
        add(examples, matter, text.phrases(), WHOLE);
      }
    }
    return ClassifierTraining.train(tonePrint(), Look.TONE, classes, examples, SEED);
  }

  /// Changes whenever the sentences do. A new article does not change what danger sounds like.
  public String tonePrint() {
    return said.print();
  }

  private void add(List<Example> examples, int number, List<String> texts, float weight) {
    for (String text : texts) {
      if (!text.isBlank()) {
        examples.add(new Example(number, analysis.of(text), weight));
      }
    }
  }
}
