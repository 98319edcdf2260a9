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
          "bare-titled", "bare-grams", "unseen", "kin");

  private static final double LEAST_LOG = -9;
  private static final double LOG_UNIT = 3;
  private static final float LEAST_LIKELIHOOD = 0.002f;
  private static final float WORTH_WEIGHTED = 0.3f;
  private static final float WORTH_GRAMS = 0.6f;
  private static final float WORTH_KIN = 0.6f;
  private static final float LEAST_KIN = 0.3f;

  /// Where the places by the scores stand among the traits, and how many there are.
  static final int PLACES_FROM = TRAITS.indexOf("place-weighted");

  static final int PLACES = 4;

  private final Scores scores;
  private final float[] likelihoods;
  private final float[] kin;

  /// `likelihoods` by the subject's place in the index; negative where the classifier does not know
  /// the subject. `kin` the same way, see [Kinship#on].
  Comparison(Scores scores, float[] likelihoods, float[] kin) {
    this.scores = scores;
    this.likelihoods = likelihoods;
    this.kin = kin;
  }

  /// The subjects that stand a chance by any of the scores.
  List<Contender> contenders() {
    float bestWeighted = 0;
    float bestGrams = 0;
    float bestKin = 0;
    for (int i = 0; i < scores.size(); i++) {
      bestWeighted = Math.max(bestWeighted, scores.weighted(i));
      bestGrams = Math.max(bestGrams, scores.grams(i));
      bestKin = Math.max(bestKin, kin[i]);
    }
    int[] chosen = new int[scores.size()];
    int size = 0;
    for (int i = 0; i < chosen.length; i++) {
      boolean lexical =
          (bestWeighted > 0 && scores.weighted(i) >= WORTH_WEIGHTED * bestWeighted)
              || (bestGrams > 0 && scores.grams(i) >= WORTH_GRAMS * bestGrams);
      boolean isKin = kin[i] >= LEAST_KIN && kin[i] >= WORTH_KIN * bestKin;
      if (lexical || isKin || likelihoods[i] >= LEAST_LIKELIHOOD) {
        chosen[size++] = i;
      }
    }
    return compared(Arrays.copyOf(chosen, size), bestWeighted);
  }

  private List<Contender> compared(int[] chosen, float best) {
    List<Scores.Match> matches = new ArrayList<>(chosen.length);
    float[][] values = new float[PLACES][chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      Scores.Match match = scores.match(chosen[i]);
      matches.add(match);
      values[0][i] = match.weighted();
      values[1][i] = match.phrase();
      values[2][i] = match.grams();
      values[3][i] = Math.max(0, likelihoods[chosen[i]]);
    }
    float[][] places = new float[PLACES][];
    Arrays.setAll(places, i -> places(values[i]));
    List<Contender> contenders = new ArrayList<>(chosen.length);
    for (int i = 0; i < chosen.length; i++) {
      double share = best > 0 ? values[0][i] / best : 0;
      double[] traits = traits(matches.get(i), share, likelihoods[chosen[i]], kin[chosen[i]]);
      for (int place = 0; place < PLACES; place++) {
        traits[PLACES_FROM + place] = places[place][i];
      }
      contenders.add(new Contender(matches.get(i), values[3][i], traits));
    }
    return contenders;
  }

  private double[] traits(Scores.Match match, double share, float likelihood, float kinship) {
    Subject subject = match.subject();
    boolean unseen = likelihood < 0;
    double known = Math.max(0, likelihood);
    double log = Math.max(LEAST_LOG, Math.log(Math.max(1e-6, known))) / LOG_UNIT;
    double other = subject.situation() ? 0 : 1;
    double bare = match.bare() ? 1 : 0;
    double strength = scores.mass() > 0 ? match.weighted() / scores.mass() : 0;
    return new double[] {
      share, strength, match.phrase(), match.contained(), match.grams(), match.gramsOfThree(),
      match.covered(), match.titled(), match.told(), log, known, 0, 0, 0, 0, other,
      subject.kind() == Subject.Kind.OUTSIDE ? 1 : 0, other * log, other * share,
      other * match.grams(), bare, bare * log, bare * share, bare * match.titled(),
      bare * match.grams(), unseen ? 1 : 0, kinship
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
