package cz.okenko.knowledge.learning;

/// Finds what a classifier knows of a sign. A question has a hundred signs and the weights take
/// megabytes, so each look-up waits for the memory: hashes are spread evenly and stand in order, so
/// their upper bits lead close to the row, and all that is asked of a sign stands there side by
/// side. Never changes.
final class SignIndex {

  private static final int ABSENT = -1;

  /// So many rows stand in a part, or fewer, on average.
  private static final int ROWS = 2;

  private final Classifier.Weights weights;
  private final int shift;

  /// The first row of each part, and behind the last where all have ended.
  private final int[] firsts;

  SignIndex(Classifier.Weights weights) {
    int signs = weights.signs();
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(signs / ROWS);
    this.weights = weights;
    this.shift = Signs.BITS - bits;
    this.firsts = new int[(1 << bits) + 1];
    for (int sign = 0; sign < signs; sign++) {
      firsts[part(weights.hash(sign)) + 1] = sign + 1;
    }
    for (int part = 1; part < firsts.length; part++) {
      firsts[part] = Math.max(firsts[part], firsts[part - 1]);
    }
  }

  /// The sign's number, or a negative one.
  int find(long hash) {
    int part = part(hash);
    for (int sign = firsts[part]; sign < firsts[part + 1]; sign++) {
      if (weights.hash(sign) == hash) {
        return sign;
      }
    }
    return ABSENT;
  }

  private int part(long hash) {
    return (int) (hash >>> shift);
  }
}
