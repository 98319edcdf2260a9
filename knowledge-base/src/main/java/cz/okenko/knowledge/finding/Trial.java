package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.index.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A question with a known answer, compared with subjects that were indexed and learned without it.
///
/// @param fold the part of all questions it was left out with
/// @param rights the ids that are right
record Trial(
    Group group,
    Language language,
    String style,
    int fold,
    Set<String> rights,
    List<Contender> contenders,
    Scores scores) {

  /// What is tried, how much it counts when the ranking is fitted, and when the confidence is.
  enum Group {
    /// A phrase of an article.
    PHRASE(0.3, 0.15),
    /// A phrase of a neighbouring matter of which others are known.
    TOPIC(0.3, 0.15),
    /// A phrase of a neighbouring matter that is not known at all.
    UNKNOWN_TOPIC(0.3, 0.5),
    /// A question an article answers.
    ASKED(1, 0.5),
    /// A question no article answers, about a matter that is not known at all.
    OUTSIDE(1, 1.8),
    /// A question to articles of which half have no phrases and terms.
    MIXED(0.2, 0.06),
    /// A question to an imported list of questions and answers.
    IMPORTED(1, 0.12),
    /// The same before anything was learned from it.
    UNLEARNED(0.5, 0.12);

    private final double rankingWeight;
    private final double confidenceWeight;

    Group(double rankingWeight, double confidenceWeight) {
      this.rankingWeight = rankingWeight;
      this.confidenceWeight = confidenceWeight;
    }
  }

  private static final double FOREIGN = 0.4;
  private static final int MOST_CONTENDERS = 40;
  private static final int FEW = 3;
  private static final int SHARE = Comparison.TRAITS.indexOf("share");
  private static final int LIKELIHOOD = Comparison.TRAITS.indexOf("likelihood");
  private static final int KIN = Comparison.TRAITS.indexOf("kin");

  /// Keeps the contenders that stand a chance.
  Trial {
    Comparator<Contender> byPromise =
        Comparator.comparingDouble(
            contender ->
                -contender.traits()[SHARE]
                    - 2 * contender.traits()[LIKELIHOOD]
                    - contender.traits()[KIN]);
    contenders = contenders.stream().sorted(byPromise).limit(MOST_CONTENDERS).toList();
  }

  /// How much it counts when the ranking is fitted.
  double rankingWeight() {
    return group.rankingWeight * share();
  }

  /// How much it counts when the confidence is fitted.
  double confidenceWeight() {
    return group.confidenceWeight * share();
  }

  /// Most citizens write in Czech, but half of what is tried is in other languages.
  private double share() {
    return language == Language.CS ? 1 : FOREIGN;
  }

  boolean isRight(Contender contender) {
    return switch (group) {
      case PHRASE, TOPIC, ASKED, MIXED, IMPORTED, UNLEARNED -> rights.contains(contender.subject().id());
      case UNKNOWN_TOPIC, OUTSIDE -> !contender.subject().situation();
    };
  }

  /// Whether an article answers it.
  boolean isInside() {
    return switch (group) {
      case PHRASE, ASKED, MIXED, IMPORTED, UNLEARNED -> true;
      case TOPIC, UNKNOWN_TOPIC, OUTSIDE -> false;
    };
  }

  Ranking ranking(Weights weights) {
    return Ranking.of(contenders, scores, weights);
  }

  /// Whether an article that answers it is the first of the ranking's articles.
  boolean first(Ranking ranking) {
    return isInside() && rights.contains(articles(ranking).getFirst());
  }

  /// Whether one is among the first three.
  boolean three(Ranking ranking) {
    return isInside() && articles(ranking).stream().limit(FEW).anyMatch(rights::contains);
  }

  private static List<String> articles(Ranking ranking) {
    List<String> articles = new ArrayList<>();
    for (Ranked ranked : ranking.all()) {
      if (ranked.subject().situation()) {
        articles.add(ranked.subject().id());
      }
    }
    return articles;
  }
}
