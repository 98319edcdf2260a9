package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A weighted sum of the lexical scores and of the places they give, turned into likelihoods.
///
/// The weights are those of a conditional logit fitted on the phrases of the articles and
/// neighbouring matters, each scored by an index that did not contain it, rounded by hand.
public final class WeightedRanker implements Ranker {

  private static final double WEIGHTED = 8.0;
  private static final double PHRASE = 1.0;
  private static final double CONTAINED = 0.5;
  private static final double GRAMS = 3.0;
  private static final double COVERED = 2.5;
  private static final double PLACES = 1.5;

  /// Neighbouring matters have no title terms and sections to score by; this makes up for it.
  private static final double NEIGHBOUR = 0.8;

  private static final List<ToDoubleFunction<Scores.Match>> ORDERS =
      List.of(
          Scores.Match::weighted,
          Scores.Match::phrase,
          Scores.Match::contained,
          Scores.Match::grams);

  @Override
  public List<Ranked> rank(Scores scores) {
    List<Scores.Match> matches = scores.matches();
    if (matches.isEmpty()) {
      return List.of();
    }
    double best = 0;
    for (Scores.Match match : matches) {
      best = Math.max(best, match.weighted());
    }
    double[] places = places(matches);
    double[] sums = new double[matches.size()];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < sums.length; i++) {
      Scores.Match match = matches.get(i);
      sums[i] =
          WEIGHTED * (best > 0 ? match.weighted() / best : 0)
              + PHRASE * match.phrase()
              + CONTAINED * match.contained()
              + GRAMS * match.grams()
              + COVERED * match.covered()
              + PLACES * places[i]
              + (match.subject().situation() ? 0 : NEIGHBOUR);
      highest = Math.max(highest, sums[i]);
    }
    return inOrder(matches, sums, highest);
  }

  private static List<Ranked> inOrder(
      List<Scores.Match> matches, double[] sums, double highest) {
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i] - highest);
      total += sums[i];
    }
    List<Ranked> ranked = new ArrayList<>(sums.length);
    for (int i = 0; i < sums.length; i++) {
      Scores.Match match = matches.get(i);
      ranked.add(new Ranked(match.subject(), match, sums[i] / total));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::likelihood).reversed());
    return ranked;
  }

  /// The mean reciprocal place of each match in the orders of the four scores; nothing scored is
  /// no place at all.
  private static double[] places(List<Scores.Match> matches) {
    double[] places = new double[matches.size()];
    double[] scores = new double[places.length];
    for (ToDoubleFunction<Scores.Match> order : ORDERS) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] = order.applyAsDouble(matches.get(i));
      }
      double[] sorted = scores.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < places.length; i++) {
        if (scores[i] > 0) {
          places[i] += 1.0 / (ORDERS.size() * (1 + better(sorted, scores[i])));
        }
      }
    }
    return places;
  }

  /// How many are above the score, halving the rest until the place is found.
  private static int better(double[] ascending, double score) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] > score) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return ascending.length - from;
  }
}
