package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.learning.ClassifierTraining;
import cz.okenko.knowledge.learning.Example;
import cz.okenko.knowledge.text.Analysis;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Turns subjects into what the classifier learns from.
public final class Lessons {

  private static final long SEED = 1;
  private static final float WHOLE = 1f;
  private static final float TERM = 0.5f;
  private static final float BODY = 0.3f;
  private static final int SHORTEST_SENTENCE = 15;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+|\n");

  /// With more subjects the classifier would need more memory than a small office has; the lexical
  /// scores decide alone.
  private static final int MOST_SUBJECTS = 1_000;

  private Lessons() {}

  /// A classifier of the subjects; of too many one that knows no class at all. Stops early, with
  /// an exception, when its thread is interrupted.
  public static Classifier classifier(List<Subject> subjects, Analysis analysis) {
    List<Subject> learned = subjects.size() > MOST_SUBJECTS ? List.of() : subjects;
    return ClassifierTraining.train(
        fingerprint(subjects, analysis),
        learned.stream().map(Subject::id).toList(),
        examples(learned, analysis),
        SEED);
  }

  /// Changes whenever the classifier would come out another.
  public static String fingerprint(List<Subject> subjects, Analysis analysis) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(analysis.fingerprint().getBytes(StandardCharsets.UTF_8));
      for (Subject subject : subjects) {
        digest.update(subject.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<Example> examples(List<Subject> subjects, Analysis analysis) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      for (Subject.Text text : subjects.get(i).texts()) {
        add(examples, i, List.of(text.title()), WHOLE, analysis);
        add(examples, i, text.terms(), TERM, analysis);
        add(examples, i, text.phrases(), WHOLE, analysis);
        List<String> sentences =
            SENTENCE_END
                .splitAsStream(text.body())
                .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                .toList();
        add(examples, i, sentences, BODY, analysis);
      }
    }
    return examples;
  }

  private static void add(
      List<Example> examples, int number, List<String> texts, float weight, Analysis analysis) {
    for (String text : texts) {
      if (!text.isBlank()) {
        examples.add(new Example(number, analysis.of(text), weight));
      }
    }
  }
}
