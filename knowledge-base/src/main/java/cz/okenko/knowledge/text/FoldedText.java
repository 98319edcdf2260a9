package cz.okenko.knowledge.text;

import java.util.List;

/// The words of a text, folded once for everything that looks at them, each with the beginnings by
/// which wordings are looked up. Never changes.
public final class FoldedText {

  /// Nobody reads more words, nor do the rules.
  private static final int MOST_WORDS = 300;

  static final int SHORT_START = 2;
  static final int LONG_START = 4;

  private final List<String> words;
  private final String[] starts;

  private FoldedText(List<String> words) {
    this.words = words;
    this.starts = new String[words.size() * (LONG_START - SHORT_START + 1)];
    int at = 0;
    for (String word : words) {
      for (int length = SHORT_START; length <= LONG_START; length++) {
        starts[at++] = length <= word.length() ? word.substring(0, length) : "";
      }
    }
  }

  /// The folded words of a text; of a very long one those of its beginning.
  public static FoldedText of(String text) {
    return new FoldedText(Folding.words(text, MOST_WORDS));
  }

  /// The words, in order.
  public List<String> words() {
    return words;
  }

  /// The words from `start` to before `end`.
  public FoldedText part(int start, int end) {
    return new FoldedText(words.subList(start, end));
  }

  int size() {
    return words.size();
  }

  String word(int at) {
    return words.get(at);
  }

  /// The first letters of a word, from two to four of them; empty when it has not so many.
  String start(int at, int letters) {
    return starts[at * (LONG_START - SHORT_START + 1) + letters - SHORT_START];
  }
}
