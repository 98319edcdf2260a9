package cz.okenko.knowledge.learning;

import java.util.List;

/// Learns to choose among candidates by their traits (a conditional logit): the likelihood of a
/// candidate grows with the weighted sum of its traits, and the weights make the right ones of all
/// examples likely.
public final class Choice {

  private static final int ROUNDS = 250;
  private static final double STEP = 0.05;
  private static final double FADING_MEAN = 0.9;
  private static final double FADING_SQUARE = 0.999;
  private static final double TINY = 1e-9;

  private final List<Example> examples;
  private final double penalty;
  private final double[] weights;
  private final double total;

  /// Candidates with their traits, which of them are right, and how much the example counts.
  public static final class Example {
    private final double[][] traits;
    private final boolean[] right;
    private final double weight;

    public Example(double[][] traits, boolean[] right, double weight) {
      this.traits = traits.clone();
      this.right = right.clone();
      this.weight = weight;
    }

    /// A yes is a choice of the evidence over nothing, a no the other way round.
    public static Example yesOrNo(double[] evidence, boolean yes, double weight) {
      return new Example(
          new double[][] {evidence, new double[evidence.length]},
          new boolean[] {yes, !yes},
          weight);
    }
  }

  private Choice(List<Example> examples, int traits, double penalty) {
    this.examples = examples;
    this.penalty = penalty;
    this.weights = new double[traits];
    this.total = examples.stream().mapToDouble(example -> example.weight).sum();
  }

  /// The weight of each trait; `penalty` keeps them small.
  public static double[] learn(List<Example> examples, int traits, double penalty) {
    Choice choice = new Choice(examples, traits, penalty);
    choice.descend();
    return choice.weights;
  }

  private void descend() {
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] slope = slope();
      double meanSoFar = 1 - StrictMath.pow(FADING_MEAN, round);
      double squareSoFar = 1 - StrictMath.pow(FADING_SQUARE, round);
      for (int i = 0; i < weights.length; i++) {
        mean[i] = FADING_MEAN * mean[i] + (1 - FADING_MEAN) * slope[i];
        square[i] = FADING_SQUARE * square[i] + (1 - FADING_SQUARE) * slope[i] * slope[i];
        weights[i] -=
            STEP * (mean[i] / meanSoFar) / (Math.sqrt(square[i] / squareSoFar) + TINY);
      }
    }
  }

  private double[] slope() {
    double[] slope = new double[weights.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = penalty * weights[i];
    }
    for (Example example : examples) {
      double[] likelihoods = likelihoods(example.traits, weights);
      double right = 0;
      for (int i = 0; i < likelihoods.length; i++) {
        right += example.right[i] ? likelihoods[i] : 0;
      }
      if (right > 0) {
        for (int i = 0; i < likelihoods.length; i++) {
          double wanted = example.right[i] ? likelihoods[i] / right : 0;
          double error = example.weight / total * (likelihoods[i] - wanted);
          for (int trait = 0; trait < slope.length; trait++) {
            slope[trait] += error * example.traits[i][trait];
          }
        }
      }
    }
    return slope;
  }

  /// The weighted sum of one candidate's traits.
  public static double sum(double[] traits, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * traits[i];
    }
    return sum;
  }

  /// How likely each candidate is, summing to 1.
  public static double[] likelihoods(double[][] traits, double[] weights) {
    double[] sums = new double[traits.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sum(traits[i], weights);
      highest = Math.max(highest, sums[i]);
    }
    double all = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = StrictMath.exp(sums[i] - highest);
      all += sums[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= all;
    }
    return sums;
  }
}
