package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What speaks for each subject being meant: the lexical scores and the classifier's likelihood,
/// alone and in comparison with the others.
final class Comparison {

  /// The names of the traits in order; the weights learned for them go by these.
  static final List<String> TRAITS =
      List.of(
          "share", "strength", "phrase", "contained", "grams", "grams-of-three", "covered",
          "titled", "told", "likelihood-log", "likelihood", "place-weighted", "place-phrase",
          "place-grams", "place-likelihood", "other", "outside", "other-likelihood-log",
          "other-share", "other-grams", "bare", "bare-likelihood-log", "bare-share",
          "bare-titled", "bare-grams", "unseen");

  private static final double LEAST_LOG = -9;
  private static final double LOG_UNIT = 3;
  private static final float LEAST_LIKELIHOOD = 0.002f;

  private final Scores scores;
  private final List<Subject> subjects;
  private final float[] likelihoods;


  /// `likelihoods` by the subject's place in the index; negative where the classifier does not know
  /// the subject.
  Comparison(Scores scores, List<Subject> subjects, float[] likelihoods) {
    this.scores = scores;
    this.subjects = subjects;
    this.likelihoods = likelihoods;
  }

  /// All subjects that share anything with the question or are likely by the classifier.
  List<Contender> contenders() {
    List<Scores.Match> matches = new ArrayList<>(scores.matches());
    boolean[] matched = new boolean[subjects.size()];
    matches.forEach(match -> matched[match.number()] = true);
    for (int i = 0; i < matched.length; i++) {
      if (!matched[i] && likelihoods[i] >= LEAST_LIKELIHOOD) {
        matches.add(new Scores.Match(subjects.get(i), i, 0, 0, 0, 0, 0, 0, 0, 0));
      }
    }
    return compared(matches);
  }

  private List<Contender> compared(List<Scores.Match> matches) {
    int size = matches.size();
    float[] weighted = new float[size];
    float[] phrase = new float[size];
    float[] grams = new float[size];
    float[] likelihood = new float[size];
    float best = 0;
    for (int i = 0; i < size; i++) {
      Scores.Match match = matches.get(i);
      weighted[i] = match.weighted();
      phrase[i] = match.phrase();
      grams[i] = match.grams();
      likelihood[i] = Math.max(0, likelihoods[match.number()]);
      best = Math.max(best, weighted[i]);
    }
    float[][] places = {places(weighted), places(phrase), places(grams), places(likelihood)};
    List<Contender> contenders = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Scores.Match match = matches.get(i);
      double share = best > 0 ? weighted[i] / best : 0;
      double[] traits = traits(match, share, likelihoods[match.number()]);
      for (int place = 0; place < places.length; place++) {
        traits[11 + place] = places[place][i];
      }
      contenders.add(new Contender(match, likelihood[i], traits));
    }
    return contenders;
  }

  private double[] traits(Scores.Match match, double share, float likelihood) {
    Subject subject = match.subject();
    boolean unseen = likelihood < 0;
    double known = Math.max(0, likelihood);
    double log = Math.max(LEAST_LOG, StrictMath.log(Math.max(1e-6, known))) / LOG_UNIT;
    double other = subject.situation() ? 0 : 1;
    double bare = subject.bare() ? 1 : 0;
    double strength = scores.mass() > 0 ? match.weighted() / scores.mass() : 0;
    return new double[] {
      share, strength, match.phrase(), match.contained(), match.grams(), match.gramsOfThree(),
      match.covered(), match.titled(), match.told(), log, known, 0, 0, 0, 0, other,
      subject.kind() == Subject.Kind.OUTSIDE ? 1 : 0, other * log, other * share,
      other * match.grams(), bare, bare * log, bare * share, bare * match.titled(),
      bare * match.grams(), unseen ? 1 : 0
    };
  }

  /// The reciprocal of each value's place among all; 0 for nothing.
  private static float[] places(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] places = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      places[i] = values[i] > 0 ? 1f / (1 + above(sorted, values[i])) : 0;
    }
    return places;
  }

  /// How many are above the value, halving the rest until the place is found.
  private static int above(float[] ascending, float value) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] > value) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return ascending.length - from;
  }
}
