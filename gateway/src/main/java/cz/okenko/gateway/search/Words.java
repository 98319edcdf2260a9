package cz.okenko.gateway.search;

import cz.okenko.knowledge.text.CzechStem;
import cz.okenko.knowledge.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words as the search compares them: without case, diacritics and endings, as the knowledge base folds
/// them.
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final int BEFORE = 60;
  private static final int LONGEST = 260;

  private Words() {}

  /// A stretch of a text, and whether it is a word that was looked for.
  record Part(String text, boolean hit) {}

  static Set<String> stems(String text) {
    var stems = new LinkedHashSet<String>();
    Folding.words(text).forEach(word -> stems.add(CzechStem.of(word)));
    return stems;
  }

  /// The text around the first word that was looked for, in parts; nothing when none of them is in it.
  static List<Part> around(String text, Set<String> wanted) {
    List<MatchResult> hits =
        WORD.matcher(text)
            .results()
            .filter(word -> stems(word.group()).stream().anyMatch(wanted::contains))
            .toList();
    return hits.isEmpty() ? List.of() : parts(text, hits);
  }

  private static List<Part> parts(String text, List<MatchResult> hits) {
    int start = beginning(text, hits.getFirst().start() - BEFORE);
    int end = Math.max(ending(text, start + LONGEST), hits.getFirst().end());
    var parts = new ArrayList<Part>();
    int at = start;
    for (MatchResult hit : hits) {
      if (hit.end() <= end) {
        add(parts, text.substring(at, hit.start()), false);
        add(parts, hit.group(), true);
        at = hit.end();
      }
    }
    add(parts, text.substring(at, end), false);
    if (start > 0) {
      parts.addFirst(new Part("… ", false));
    }
    if (end < text.length()) {
      parts.addLast(new Part(" …", false));
    }
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean hit) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, hit));
    }
  }

  /// The begin of a word at or after the place.
  private static int beginning(String text, int place) {
    if (place <= 0) {
      return 0;
    }
    int space = text.indexOf(' ', place);
    return space < 0 || space > place + BEFORE / 2 ? whole(text, place) : space + 1;
  }

  /// The end of a word at or before the place.
  private static int ending(String text, int place) {
    if (place >= text.length()) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', place);
    return space < place - BEFORE / 2 ? whole(text, place) : space;
  }

  /// Not in the middle of a surrogate pair.
  private static int whole(String text, int place) {
    return Character.isLowSurrogate(text.charAt(place)) ? place + 1 : place;
  }
}
