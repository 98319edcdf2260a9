package cz.okenko.knowledge.learning;

/// Turns sums into likelihoods, the same to the bit on every machine.
public final class Softmax {

  /// Below this a likelihood is as good as none.
  private static final float NEGLIGIBLE = -30f;

  private Softmax() {}

  /// In place.
  public static void of(float[] sums) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float sum : sums) {
      highest = Math.max(highest, sum);
    }
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      float below = sums[i] - highest;
      sums[i] = below < NEGLIGIBLE ? 0 : (float) StrictMath.exp(below);
      total += sums[i];
    }
    float share = (float) (1 / total);
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= share;
    }
  }
}
