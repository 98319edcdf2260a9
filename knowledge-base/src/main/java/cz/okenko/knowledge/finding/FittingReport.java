package cz.okenko.knowledge.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How well questions were found by weights and a classifier that had not seen them.
final class FittingReport {

  private static final double NORMAL_95 = 1.96;
  private static final int FEWEST = 20;

  private static final String HEAD =
      """
      # How well questions are found

      Written by `deployment/okenko train`. Every question was asked of an index, a classifier and weights
      that had not seen it (four parts, each left out in turn; matters nobody answers are left out whole).
      *asked*: labelled questions, by language and style. *phrase*: phrases of the articles, many of them
      fragments, left out. *mixed*: labelled questions where half the articles have a title and a text alone and
      are about matters not known otherwise. *imported*: questions to the questions and answers of towns that
      do not exist, each list by itself and in other words than its own; *unlearned*: the same before
      anything is learned from them. *right*, *wrong*: answered outright; *on screen*: answered or offered.
      *outside*: matters nobody answers; *topic*: phrases of neighbouring matters; *unknown topic*: of
      neighbouring matters that were left out.

      """;

  private final List<Trial> trials;
  private final List<Weights> byFold;
  private final Weights fitted;

  FittingReport(List<Trial> trials, List<Weights> byFold, Weights fitted) {
    this.trials = trials;
    this.byFold = byFold;
    this.fitted = fitted;
  }

  private static final class Counts {
    private int all;
    private int first;
    private int three;
    private int right;
    private int wrong;
    private int shown;
    private int elsewhere;
    private int offered;

    void add(Trial trial, Ranking ranking, Weights weights) {
      all++;
      boolean isFirst = trial.first(ranking);
      boolean isThree = trial.three(ranking);
      first += isFirst ? 1 : 0;
      three += isThree ? 1 : 0;
      switch (Decision.of(ranking, weights).outcome()) {
        case SURE -> {
          right += isFirst ? 1 : 0;
          wrong += isFirst ? 0 : 1;
          shown += isFirst ? 1 : 0;
        }
        case CHOICE -> {
          offered++;
          shown += isThree ? 1 : 0;
        }
        case ELSEWHERE -> elsewhere++;
        case UNKNOWN -> {}
      }
    }

    String share(int count) {
      return String.format(Locale.ROOT, "%.3f", (double) count / all);
    }

    /// The 95 % interval of Wilson.
    String interval(int count) {
      double p = (double) count / all;
      double z = NORMAL_95 * NORMAL_95 / all;
      double centre = (p + z / 2) / (1 + z);
      double half = NORMAL_95 * Math.sqrt(p * (1 - p) / all + z / (4 * all)) / (1 + z);
      return String.format(Locale.ROOT, "%.2f–%.2f", centre - half, centre + half);
    }
  }

  String text() {
    Map<String, Counts> inside = new TreeMap<>();
    Map<String, Counts> outside = new TreeMap<>();
    for (Trial trial : trials) {
      Weights weights = trial.fold() < byFold.size() ? byFold.get(trial.fold()) : fitted;
      Ranking ranking = trial.ranking(weights);
      for (String name : names(trial)) {
        (trial.isInside() ? inside : outside)
            .computeIfAbsent(name, key -> new Counts())
            .add(trial, ranking, weights);
      }
    }
    StringBuilder text = new StringBuilder(HEAD);
    text.append("| Questions | n | R@1 | 95 % | R@3 | right | wrong | on screen | elsewhere |\n");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    inside.forEach((name, counts) -> insideLine(name, counts, text));
    text.append("\n| No article answers | n | answered | choice offered | elsewhere |\n");
    text.append("|---|---|---|---|---|\n");
    outside.forEach((name, counts) -> outsideLine(name, counts, text));
    return text.toString();
  }

  private static void insideLine(String name, Counts counts, StringBuilder text) {
    if (counts.all < FEWEST) {
      return;
    }
    List<String> cells =
        List.of(
            name,
            String.valueOf(counts.all),
            counts.share(counts.first),
            counts.interval(counts.first),
            counts.share(counts.three),
            counts.share(counts.right),
            counts.share(counts.wrong),
            counts.share(counts.shown),
            counts.share(counts.elsewhere));
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void outsideLine(String name, Counts counts, StringBuilder text) {
    List<String> cells =
        List.of(
            name,
            String.valueOf(counts.all),
            counts.share(counts.right + counts.wrong),
            counts.share(counts.offered),
            counts.share(counts.elsewhere));
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static List<String> names(Trial trial) {
    String group = trial.group().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    List<String> names = new ArrayList<>(List.of(group));
    if (trial.isInside()) {
      names.add(group + ", " + trial.language().code());
    }
    if (Set.of(Trial.Group.ASKED, Trial.Group.IMPORTED).contains(trial.group())) {
      names.add(group + ", " + trial.language().code() + ", " + trial.style());
    }
    return names;
  }
}
