package cz.okenko.knowledge.learning;

/// Finds what a classifier knows of a sign. A question has a hundred signs and the table megabytes, so
/// each look-up waits for the memory: all that is asked of a sign stands side by side and comes with
/// one wait. Never changes.
final class SignTable {

  private static final int ABSENT = -1;

  /// Hash, rarity and scale, start and end.
  private static final int WIDTH = 4;

  private static final int LOW = 32;

  private final long[] cells;
  private final int mask;

  SignTable(Classifier.Weights weights) {
    int signs = weights.hashes.length;
    int rows = Integer.highestOneBit(Math.max(1, signs + signs / 2)) * 2;
    this.cells = new long[rows * WIDTH];
    this.mask = rows - 1;
    for (int sign = 0; sign < signs; sign++) {
      int place = place(weights.hashes[sign]);
      cells[place] = weights.hashes[sign];
      cells[place + 1] =
          pair(
              Float.floatToRawIntBits(weights.rarities[sign]),
              Float.floatToRawIntBits(weights.scales[sign]));
      cells[place + 2] = pair(weights.starts[sign], weights.starts[sign + 1]);
    }
  }

  /// The sign's place in the table, or a negative number.
  int find(long hash) {
    int place = place(hash);
    return cells[place] == 0 ? ABSENT : place;
  }

  float rarity(int place) {
    return Float.intBitsToFloat(high(cells[place + 1]));
  }

  float scale(int place) {
    return Float.intBitsToFloat((int) cells[place + 1]);
  }

  /// Where its entries start.
  int start(int place) {
    return high(cells[place + 2]);
  }

  /// Where its entries have ended.
  int end(int place) {
    return (int) cells[place + 2];
  }

  /// Of the hash, or of the free row where it would stand.
  private int place(long hash) {
    int row = (int) hash & mask;
    while (cells[row * WIDTH] != 0 && cells[row * WIDTH] != hash) {
      row = (row + 1) & mask;
    }
    return row * WIDTH;
  }

  private static long pair(int high, int low) {
    return (long) high << LOW | Integer.toUnsignedLong(low);
  }

  private static int high(long pair) {
    return (int) (pair >>> LOW);
  }
}
