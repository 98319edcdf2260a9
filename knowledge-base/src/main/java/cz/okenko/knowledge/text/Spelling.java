package cz.okenko.knowledge.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds the known stem that an unknown one is most likely a slip of: one letter too many, too few,
/// wrong or swapped. Works by comparing what remains when any one letter is dropped.
public final class Spelling {

  private static final int SHORTEST = 4;

  private final List<String> known;
  private final long[] remainders;

  /// `known` stems in order of preference.
  public Spelling(Collection<String> known) {
    this.known = known.stream().filter(stem -> stem.length() >= SHORTEST).toList();
    long[] all = new long[this.known.stream().mapToInt(stem -> stem.length() + 1).sum()];
    int next = 0;
    for (int i = 0; i < this.known.size(); i++) {
      String stem = this.known.get(i);
      all[next++] = entry(stem, i);
      for (int drop = 0; drop < stem.length(); drop++) {
        all[next++] = entry(without(stem, drop), i);
      }
    }
    Arrays.sort(all);
    this.remainders = all;
  }

  /// The known stem one slip away, if any.
  public Optional<String> corrected(String stem) {
    if (stem.length() < SHORTEST || Character.isDigit(stem.charAt(0))) {
      return Optional.empty();
    }
    int best = lookUp(stem, stem, Integer.MAX_VALUE);
    for (int drop = 0; drop < stem.length(); drop++) {
      best = lookUp(without(stem, drop), stem, best);
    }
    return best == Integer.MAX_VALUE ? Optional.empty() : Optional.of(known.get(best));
  }

  private int lookUp(String remainder, String stem, int best) {
    long from = entry(remainder, 0);
    int at = Arrays.binarySearch(remainders, from);
    int result = best;
    for (int i = at < 0 ? -at - 1 : at;
        i < remainders.length && remainders[i] >>> 32 == from >>> 32;
        i++) {
      int candidate = (int) remainders[i];
      if (candidate < result && isOneSlip(stem, known.get(candidate))) {
        result = candidate;
      }
    }
    return result;
  }

  static boolean isOneSlip(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.charAt(0) != b.charAt(0)) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int left = a.length() - start - end;
    int right = b.length() - start - end;
    boolean swapped =
        left == 2
            && right == 2
            && a.charAt(start) == b.charAt(start + 1)
            && a.charAt(start + 1) == b.charAt(start);
    return swapped || (left <= 1 && right <= 1);
  }

  private static String without(String stem, int drop) {
    return stem.substring(0, drop) + stem.substring(drop + 1);
  }

  private static long entry(String remainder, int index) {
    return (Integer.toUnsignedLong(remainder.hashCode()) << 32 >>> 1 << 1) | index;
  }
}
