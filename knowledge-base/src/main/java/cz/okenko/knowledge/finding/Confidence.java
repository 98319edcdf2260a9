package cz.okenko.knowledge.finding;

/// The probability that the first of a ranking is what the citizen means: a logistic formula over
/// the [Evidence], one for articles and one for neighbouring matters.
///
/// The coefficients were fitted on phrases scored by an index that did not contain them, on
/// phrases of articles and neighbouring matters that were left out whole (where nothing found can
/// be right), and on questions about matters that have no article; then the constant was raised
/// to the share of answerable questions an office sees. Short questions with one strong word are
/// the typical error, hence the weight of BM25 and length.
final class Confidence {

  private static final double LONGEST = 20;

  private Confidence() {}

  /// That the citizen means the article found first.
  static double ofSituation(Evidence evidence) {
    return logistic(
        -6.1
            + 1.45 * evidence.margin()
            + 0.25 * evidence.weighted()
            + 0.7 * evidence.phrase()
            + 2.5 * evidence.grams()
            + 1.85 * evidence.covered()
            + 0.4 * evidence.known()
            + 0.2 * evidence.agreement()
            + 0.1 * Math.min(LONGEST, evidence.length()));
  }

  /// That the citizen means the neighbouring matter found first.
  static double ofNeighbour(Evidence evidence) {
    return logistic(
        -2.4
            + 0.95 * evidence.likelihood()
            + 0.65 * evidence.margin()
            + 0.32 * evidence.weighted()
            - 0.9 * evidence.phrase()
            + 0.3 * evidence.grams()
            + 0.55 * evidence.covered()
            + 0.2 * evidence.known()
            - 0.23 * Math.min(LONGEST, evidence.length()));
  }

  private static double logistic(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}
