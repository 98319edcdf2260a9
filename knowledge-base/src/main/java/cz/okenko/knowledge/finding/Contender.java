package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import cz.okenko.knowledge.index.Subject;

/// One subject beside a question, with what speaks for it.
final class Contender {

  private final Scores.Match match;
  private final float likelihood;
  private final double[] traits;

  /// `traits` go by [Comparison#TRAITS] and must not change any more.
  Contender(Scores.Match match, float likelihood, double[] traits) {
    this.match = match;
    this.likelihood = likelihood;
    this.traits = traits;
  }

  Subject subject() {
    return match.subject();
  }

  Scores.Match match() {
    return match;
  }

  /// What the classifier says, 0–1.
  float likelihood() {
    return likelihood;
  }

  double[] traits() {
    return traits;
  }
}
