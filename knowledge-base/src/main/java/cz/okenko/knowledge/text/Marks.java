package cz.okenko.knowledge.text;

import java.util.Collection;

/// Which beginnings of words occur, as bits: enough to tell that a wording cannot stand in a text
/// without comparing a word. Each word leaves two marks, one by its first two letters and one by its
/// first alone; different letters may leave the same.
final class Marks {

  /// Whatever occurs has one of these.
  static final long ANY = -1;

  private static final int HALF = 32;
  private static final int BY_FIRST = HALF;

  private Marks() {}

  /// The marks all words leave.
  static long of(Collection<String> words) {
    long marks = 0;
    for (String word : words) {
      marks |= ofStart(word) | ofFirst(word);
    }
    return marks;
  }

  /// The mark of each word that begins with the same two letters as this; of one letter, that it is
  /// this.
  static long ofStart(String word) {
    int second = word.length() > 1 ? word.charAt(1) : 0;
    return 1L << ((word.charAt(0) * 7 + second) & (HALF - 1));
  }

  /// The mark of each word that begins with the same letter as this.
  static long ofFirst(String word) {
    return 1L << (BY_FIRST + (word.charAt(0) & (HALF - 1)));
  }
}
