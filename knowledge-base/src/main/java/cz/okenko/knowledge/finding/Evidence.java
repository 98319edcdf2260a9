package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.finding.Ranker.Ranked;
import cz.okenko.knowledge.index.Scores;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What speaks for and against the first of a ranking being what the citizen means.
///
/// @param likelihood the ranker's share for the first
/// @param margin by how much that exceeds the second's
/// @param weighted BM25 of the first
/// @param phrase cosine of its nearest phrase over words
/// @param contained how much of its best phrase the question contains
/// @param grams cosine of its nearest phrase over character n-grams
/// @param covered share of the question's informative weight that it knows
/// @param known the same share for all subjects together
/// @param agreement how many of the four scores put it first, 0–1
/// @param length number of informative stems in the question
record Evidence(
    double likelihood,
    double margin,
    double weighted,
    double phrase,
    double contained,
    double grams,
    double covered,
    double known,
    double agreement,
    int length) {

  private static final List<ToDoubleFunction<Scores.Match>> ORDERS =
      List.of(
          Scores.Match::weighted,
          Scores.Match::phrase,
          Scores.Match::contained,
          Scores.Match::grams);

  /// Of a ranking that is not empty.
  static Evidence of(List<Ranked> ranking, Scores scores) {
    Ranked first = ranking.getFirst();
    double second = ranking.size() > 1 ? ranking.get(1).likelihood() : 0;
    Scores.Match match = first.match();
    return new Evidence(
        first.likelihood(),
        first.likelihood() - second,
        match.weighted(),
        match.phrase(),
        match.contained(),
        match.grams(),
        match.covered(),
        scores.known(),
        agreement(match, scores.matches()),
        scores.length());
  }

  private static double agreement(Scores.Match first, List<Scores.Match> all) {
    double agreeing = 0;
    for (ToDoubleFunction<Scores.Match> order : ORDERS) {
      double own = order.applyAsDouble(first);
      boolean beaten = false;
      for (Scores.Match match : all) {
        beaten |= order.applyAsDouble(match) > own;
      }
      agreeing += beaten ? 0 : 1;
    }
    return agreeing / ORDERS.size();
  }
}
