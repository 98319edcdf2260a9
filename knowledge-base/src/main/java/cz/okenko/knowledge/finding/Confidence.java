package cz.okenko.knowledge.finding;

/// The probability that the first of a ranking is what the citizen means: a logistic formula over
/// the [Evidence].
final class Confidence {

  private Confidence() {}

  static double of(Evidence evidence) {
    double sum =
        -5.0
            + 2.0 * evidence.likelihood()
            + 1.0 * evidence.margin()
            + 2.5 * evidence.phrase()
            + 2.0 * evidence.contained()
            + 2.5 * evidence.grams()
            + 1.5 * evidence.covered()
            + 1.0 * evidence.agreement();
    return 1 / (1 + Math.exp(-sum));
  }
}
