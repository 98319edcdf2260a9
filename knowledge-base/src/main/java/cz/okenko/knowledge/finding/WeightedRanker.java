package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import java.util.ArrayList;
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

  @Override
  public List<Ranked> rank(Scores scores) {
    List<Scores.Match> matches = scores.matches();
    if (matches.isEmpty()) {
      return List.of();
    }
    double best = matches.stream().mapToDouble(Scores.Match::weighted).max().orElse(0);
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

  /// The mean reciprocal place of each match in the orders of the four scores.
  private static double[] places(List<Scores.Match> matches) {
    double[] places = new double[matches.size()];
    List<ToDoubleFunction<Scores.Match>> orders =
        List.of(
            Scores.Match::weighted,
            Scores.Match::phrase,
            Scores.Match::contained,
            Scores.Match::grams);
    for (ToDoubleFunction<Scores.Match> order : orders) {
      List<Integer> numbers = new ArrayList<>(places.length);
      for (int i = 0; i < places.length; i++) {
        numbers.add(i);
      }
      numbers.sort(
          Comparator.comparingDouble((Integer i) -> -order.applyAsDouble(matches.get(i))));
      for (int place = 0; place < numbers.size(); place++) {
        places[numbers.get(place)] += 1.0 / (orders.size() * (place + 1));
      }
    }
    return places;
  }
}
