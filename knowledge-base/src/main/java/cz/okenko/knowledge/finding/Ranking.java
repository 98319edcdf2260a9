package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.learning.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All subjects that may be meant, best first, and how sure the first articles are.
record Ranking(List<Ranked> all, Scores scores) {

  static Ranking of(List<Contender> contenders, Scores scores, Weights weights) {
    double[][] traits =
        contenders.stream().map(Contender::traits).toArray(double[][]::new);
    double[] likelihoods = Choice.likelihoods(traits, weights.ranking());
    List<Ranked> ranked = new ArrayList<>(contenders.size());
    for (int i = 0; i < likelihoods.length; i++) {
      ranked.add(new Ranked(contenders.get(i), likelihoods[i]));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::likelihood).reversed());
    return new Ranking(ranked, scores);
  }

  /// What speaks for the first article; nothing when there is none.
  double[] evidence() {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).subject().situation()) {
        return Evidence.of(all, i, scores);
      }
    }
    return new double[] {};
  }
}
