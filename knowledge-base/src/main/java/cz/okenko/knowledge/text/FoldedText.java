package cz.okenko.knowledge.text;

import java.util.List;

/// The words of a text, folded once for everything that looks at them. Never changes.
public final class FoldedText {

  /// Nobody reads more words, nor do the rules.
  private static final int MOST_WORDS = 300;

  private final List<String> words;

  private FoldedText(List<String> words) {
    this.words = words;
  }

  /// The folded words of what somebody wrote, without code; of a very long text those of its
  /// beginning.
  public static FoldedText of(String text) {
    return new FoldedText(Folding.words(Prose.of(text), MOST_WORDS));
  }

  /// The words, in order.
  public List<String> words() {
    return words;
  }
}
