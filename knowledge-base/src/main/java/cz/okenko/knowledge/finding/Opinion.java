package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Classifier;
import cz.okenko.knowledge.text.Features;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the classifier says of the subjects of an index, which may have changed since it was
/// trained.
final class Opinion {

  private static final int UNKNOWN = -1;

  private final Classifier classifier;
  private final int[] classes;

  Opinion(Classifier classifier, List<Subject> subjects) {
    this.classifier = classifier;
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < classifier.classes().size(); i++) {
      numbers.put(classifier.classes().get(i), i);
    }
    this.classes =
        subjects.stream()
            .mapToInt(subject -> numbers.getOrDefault(subject.id(), UNKNOWN))
            .toArray();
  }

  /// The likelihood of each subject by its place in the index; negative for one it does not know.
  float[] on(Features question) {
    float[] byClass = classifier.likelihoods(question);
    float[] bySubject = new float[classes.length];
    for (int i = 0; i < classes.length; i++) {
      bySubject[i] = classes[i] == UNKNOWN ? UNKNOWN : byClass[classes[i]];
    }
    return bySubject;
  }
}
