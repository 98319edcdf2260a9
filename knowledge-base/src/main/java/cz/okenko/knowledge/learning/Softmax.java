package cz.okenko.knowledge.learning;

/// Turns sums into likelihoods, the same to the bit on every machine and without the cost of the
/// library's exponential.
public final class Softmax {

  /// Below this a likelihood is as good as none.
  private static final float NEGLIGIBLE = -30f;

  private static final float BITS_PER_NAT = 1.442695f;
  private static final int EXPONENT_BIAS = 127;
  private static final int FRACTION_BITS = 23;

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
      sums[i] = below < NEGLIGIBLE ? 0 : exponential(below);
      total += sums[i];
    }
    float share = (float) (1 / total);
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= share;
    }
  }

  /// Of a number that is not positive, to six digits. The whole power of two becomes the exponent of
  /// the result; two to the rest is the square of the first terms of a Taylor series at half of it.
  static float exponential(float number) {
    float bits = number * BITS_PER_NAT;
    int whole = (int) bits - 1;
    float rest = bits - whole;
    float half = rest * 0.5f;
    float power =
        1f
            + half
                * (0.6931472f
                    + half
                        * (0.2402265f
                            + half
                                * (0.0555041f
                                    + half * (0.0096181f + half * (0.0013334f + half * 0.000154f)))));
    return power * power * Float.intBitsToFloat((whole + EXPONENT_BIAS) << FRACTION_BITS);
  }
}
