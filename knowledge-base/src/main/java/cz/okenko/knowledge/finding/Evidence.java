package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.index.Scores;
import java.util.List;

/// What speaks for and against the first article of a ranking being what the citizen means.
final class Evidence {

  /// The names of the parts in order; the weights learned for them go by these.
  static final List<String> PARTS =
      List.of(
          "always", "odds", "margin", "others", "covered", "known", "strength", "phrase", "grams",
          "contained", "titled", "likelihood", "others-likelihood", "others-grams",
          "others-phrase", "length", "agreement", "bare", "three", "runner-up-grams");

  private static final double MOST_ODDS = 6;
  private static final double MOST_MARGIN = 5;
  private static final double LONG = 10;
  private static final double LONGEST = 2;
  private static final int FEW = 3;

  private Evidence() {}

  /// Of a ranking, best first, whose first article stands at `first`.
  static double[] of(List<Ranked> ranking, int first, Scores scores) {
    Ranked top = ranking.get(first);
    Others others = new Others();
    double three = 0;
    double second = 0;
    double secondGrams = 0;
    int articles = 0;
    for (Ranked ranked : ranking) {
      Contender contender = ranked.contender();
      if (contender.subject().situation()) {
        articles++;
        three += articles <= FEW ? ranked.likelihood() : 0;
        if (articles == 2) {
          second = ranked.likelihood();
          secondGrams = contender.match().grams();
        }
      } else {
        others.add(ranked);
      }
    }
    Scores.Match match = top.contender().match();
    double likelihood = top.likelihood();
    return new double[] {
      1, odds(likelihood), margin(likelihood, second), others.share, match.covered(),
      scores.known(), scores.mass() > 0 ? match.weighted() / scores.mass() : 0, match.phrase(),
      match.grams(), match.contained(), match.titled(), top.contender().likelihood(),
      others.likelihood, others.grams - match.grams(), others.phrase - match.phrase(),
      Math.min(LONGEST, scores.length() / LONG), agreement(top.contender()),
      match.bare() ? 1 : 0, three, secondGrams - match.grams()
    };
  }

  /// What the matters of others have on their side.
  private static final class Others {
    private double share;
    private double likelihood;
    private double grams;
    private double phrase;

    void add(Ranked ranked) {
      share += ranked.likelihood();
      likelihood += ranked.contender().likelihood();
      grams = Math.max(grams, ranked.contender().match().grams());
      phrase = Math.max(phrase, ranked.contender().match().phrase());
    }
  }

  private static double odds(double likelihood) {
    double odds = StrictMath.log((likelihood + 1e-9) / (1 - likelihood + 1e-9));
    return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
  }

  private static double margin(double first, double second) {
    return Math.min(MOST_MARGIN, StrictMath.log((first + 1e-9) / (second + 1e-9)));
  }

  /// How many of the scores put it first, 0–1.
  private static double agreement(Contender contender) {
    double firsts = 0;
    for (int i = 0; i < Comparison.PLACES; i++) {
      firsts += contender.traits()[Comparison.PLACES_FROM + i] == 1 ? 1 : 0;
    }
    return firsts / Comparison.PLACES;
  }
}
