package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Subject;

/// What a ranking comes to: the first article is answered, some are offered, the citizen is sent
/// elsewhere, or nothing is known.
enum Decision {
  SURE,
  CHOICE,
  ELSEWHERE,
  UNKNOWN;

  /// From this likelihood of being right on the first article is answered outright.
  static final double CERTAIN = 0.6;

  /// From this likelihood of being among the first three a choice is offered.
  private static final double AMONG_THREE = 0.35;

  /// From this share of all likelihood on a neighbouring matter is named.
  private static final double NEIGHBOURING = 0.5;

  static Decision of(Ranking ranking, Weights weights) {
    if (ranking.all().isEmpty()) {
      return UNKNOWN;
    }
    double[] evidence = ranking.evidence();
    if (evidence.length > 0 && weights.first(evidence) >= CERTAIN) {
      return SURE;
    }
    Ranked first = ranking.all().getFirst();
    if (first.subject().kind() == Subject.Kind.NEIGHBOUR && first.likelihood() >= NEIGHBOURING) {
      return ELSEWHERE;
    }
    return evidence.length > 0 && weights.three(evidence) >= AMONG_THREE ? CHOICE : UNKNOWN;
  }
}
