package cz.okenko.knowledge.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the concepts a text speaks of: everyday words, abbreviations and spoken forms that mean
/// the same matter. An entry matches by its stems in a row, or by beginnings where it has a `*`.
public final class Lexicon {

  private final Map<String, List<Entry>> byStem = new HashMap<>();
  private final Map<String, List<Entry>> byBeginning = new HashMap<>();
  private final String fingerprint;
  private int longestBeginning;

  private record Part(String text, boolean beginning) {

    boolean matches(String word, String stem) {
      return beginning ? word.startsWith(text) : stem.equals(text) || word.equals(text);
    }
  }

  private record Entry(String concept, List<Part> parts) {}

  /// A lexicon of concepts and the words that stand for them.
  public Lexicon(Map<String, List<String>> concepts) {
    this.fingerprint = Fingerprint.of(new TreeMap<>(concepts).toString());
    concepts.forEach((concept, words) -> words.forEach(word -> add(concept, word)));
  }

  private void add(String concept, String text) {
    boolean beginning = text.endsWith("*");
    List<String> words = Folding.words(text);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean open = beginning && i == words.size() - 1;
      parts.add(new Part(open ? words.get(i) : CzechStem.of(words.get(i)), open));
    }
    if (parts.isEmpty()) {
      return;
    }
    Entry entry = new Entry(concept, List.copyOf(parts));
    Part first = parts.getFirst();
    (first.beginning() ? byBeginning : byStem)
        .computeIfAbsent(first.text(), key -> new ArrayList<>())
        .add(entry);
    if (first.beginning()) {
      longestBeginning = Math.max(longestBeginning, first.text().length());
    }
  }

  String fingerprint() {
    return fingerprint;
  }

  Set<String> conceptsIn(List<String> words, List<String> stems) {
    Set<String> concepts = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      collect(byStem.get(stems.get(i)), words, stems, i, concepts);
      String word = words.get(i);
      for (int end = 2; end <= Math.min(word.length(), longestBeginning); end++) {
        collect(byBeginning.get(word.substring(0, end)), words, stems, i, concepts);
      }
    }
    return concepts;
  }

  private static void collect(
      @Nullable List<Entry> entries,
      List<String> words,
      List<String> stems,
      int at,
      Set<String> concepts) {
    if (entries == null) {
      return;
    }
    for (Entry entry : entries) {
      if (matches(entry.parts(), words, stems, at)) {
        concepts.add(entry.concept());
      }
    }
  }

  private static boolean matches(
      List<Part> parts, List<String> words, List<String> stems, int at) {
    if (at + parts.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).matches(words.get(at + i), stems.get(at + i))) {
        return false;
      }
    }
    return true;
  }
}
