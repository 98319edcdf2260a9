package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Subject;

/// What a ranking comes to.
///
/// @param confidence how likely the first article is what the citizen means, 0 when there is none
record Decision(Outcome outcome, double confidence) {

  /// The first article is answered, some are offered, the citizen is sent elsewhere, or nothing is
  /// known.
  enum Outcome {
    SURE,
    CHOICE,
    ELSEWHERE,
    UNKNOWN
  }

  /// From this likelihood of being right on the first article is answered outright.
  static final double CERTAIN = 0.63;

  /// From this likelihood of being among the first three a choice is offered.
  private static final double AMONG_THREE = 0.35;

  /// From this share of all likelihood on a neighbouring matter is named.
  private static final double NEIGHBOURING = 0.5;

  /// Of a question that speaks mostly of things never heard of no neighbour is named.
  private static final double MOSTLY_KNOWN = 0.4;

  static Decision of(Ranking ranking, Weights weights) {
    double[] evidence = ranking.evidence();
    double confidence = evidence.length == 0 ? 0 : weights.first(evidence);
    return new Decision(outcome(ranking, evidence, confidence, weights), confidence);
  }

  private static Outcome outcome(
      Ranking ranking, double[] evidence, double confidence, Weights weights) {
    if (ranking.all().isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (confidence >= CERTAIN) {
      return Outcome.SURE;
    }
    Ranked first = ranking.all().getFirst();
    if (first.subject().kind() == Subject.Kind.NEIGHBOUR
        && first.likelihood() >= NEIGHBOURING
        && ranking.scores().known() >= MOSTLY_KNOWN) {
      return Outcome.ELSEWHERE;
    }
    boolean offered = evidence.length > 0 && weights.three(evidence) >= AMONG_THREE;
    return offered ? Outcome.CHOICE : Outcome.UNKNOWN;
  }
}
