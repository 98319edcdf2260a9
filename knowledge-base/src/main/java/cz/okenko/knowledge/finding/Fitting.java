package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.content.Intents;
import cz.okenko.knowledge.content.Said;
import cz.okenko.knowledge.index.Subject;
import cz.okenko.knowledge.learning.Choice;
import cz.okenko.knowledge.text.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Learns the [Weights] from articles, neighbouring matters and labelled questions, and says how
/// well that works for questions it has not seen. Takes minutes; the result depends on nothing but
/// what is given.
public final class Fitting {

  private static final double RANKING_PENALTY = 1e-4;
  private static final double CONFIDENCE_PENALTY = 1e-3;
  private static final int MOST_CONTENDERS = 25;

  private final List<Trial> trials;
  private final List<Hearing> hearings;

  private Fitting(Trials.Tried tried) {
    this.trials = tried.trials();
    this.hearings = tried.hearings();
  }

  /// What was learned, and a report for people.
  public record Fitted(Weights weights, String report) {}

  /// `subjects` without the labelled questions, which are added part by part.
  public static Fitted fit(
      List<Subject> subjects,
      LabelledQuestions questions,
      Said said,
      Intents intents,
      Analysis analysis) {
    Material material =
        new Material(subjects, questions, ImportedFaq.shipped(), said, intents, analysis);
    Fitting fitting = new Fitting(new Trials(material).all());
    List<Weights> byFold =
        IntStream.range(0, Trials.FOLDS)
            .parallel()
            .mapToObj(left -> fitting.weights(fold -> fold != left))
            .toList();
    Weights weights = fitting.weights(fold -> true);
    String report =
        new FittingReport(fitting.trials, byFold, weights).text()
            + new HearingReport(fitting.hearings, byFold).text();
    return new Fitted(weights, report);
  }

  private Weights weights(IntPredicate used) {
    List<Trial> seen = trials.stream().filter(trial -> used.test(trial.fold())).toList();
    double[] ranking = Choice.learn(choices(seen), Comparison.TRAITS.size(), RANKING_PENALTY);
    double[] nothing = new double[Evidence.PARTS.size()];
    Weights unsure = new Weights(ranking, nothing, nothing, Weights.Hearing.NONE);
    List<Choice.Example> first = new ArrayList<>();
    List<Choice.Example> three = new ArrayList<>();
    for (Trial trial : seen) {
      Ranking ranked = trial.ranking(unsure);
      double[] evidence = ranked.evidence();
      double weight = trial.confidenceWeight();
      first.add(Choice.Example.yesOrNo(evidence, trial.first(ranked), weight));
      three.add(Choice.Example.yesOrNo(evidence, trial.three(ranked), weight));
    }
    return new Weights(
        ranking,
        Choice.learn(first, Evidence.PARTS.size(), CONFIDENCE_PENALTY),
        Choice.learn(three, Evidence.PARTS.size(), CONFIDENCE_PENALTY),
        EarFitting.fit(
            hearings.stream().filter(hearing -> used.test(hearing.fold())).toList()));
  }

  private static List<Choice.Example> choices(List<Trial> trials) {
    List<Choice.Example> choices = new ArrayList<>();
    for (Trial trial : trials) {
      int size = Math.min(MOST_CONTENDERS, trial.contenders().size());
      double[][] traits = new double[size][];
      boolean[] right = new boolean[size];
      for (int i = 0; i < size; i++) {
        traits[i] = trial.contenders().get(i).traits();
        right[i] = trial.isRight(trial.contenders().get(i));
      }
      choices.add(new Choice.Example(traits, right, trial.rankingWeight()));
    }
    return choices;
  }
}
