package cz.okenko.knowledge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// A set of beginnings of words. None of them begins another (the shorter would do), so that only
/// the last one before a word in the order of the alphabet can begin it.
public final class Beginnings {
  private final String[] sorted;

  public Beginnings(Collection<String> beginnings) {
    List<String> kept = new ArrayList<>();
    for (String beginning : new TreeSet<>(beginnings)) {
      if (kept.isEmpty() || !beginning.startsWith(kept.getLast())) {
        kept.add(beginning);
      }
    }
    this.sorted = kept.toArray(String[]::new);
  }

  /// Whether the word begins with one of them.
  public boolean begin(String word) {
    if (sorted.length == 0) {
      return false;
    }
    int at = Arrays.binarySearch(sorted, word);
    return at >= 0 || (at < -1 && word.startsWith(sorted[-at - 2]));
  }
}
