package cz.okenko.knowledge.text;

/// Which keys lie side by side, so that a finger may hit one for the other.
final class Keys {

  /// Czech and English keyboards differ in y and z alone.
  private static final String[] ROWS = {"qwertzuiop", "asdfghjkl", "yxcvbnm"};

  private Keys() {}

  static boolean areNeighbours(char one, char other) {
    int row = row(one);
    int otherRow = row(other);
    return row >= 0
        && otherRow >= 0
        && Math.abs(row - otherRow) <= 1
        && Math.abs(ROWS[row].indexOf(one) - ROWS[otherRow].indexOf(other)) <= 1;
  }

  private static int row(char letter) {
    for (int i = 0; i < ROWS.length; i++) {
      if (ROWS[i].indexOf(letter) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
