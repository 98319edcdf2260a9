package cz.okenko.knowledge.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Wordings looked for in a text, each standing for a meaning. Case and diacritics do not matter;
/// `word*` stands for any word that begins so, `a|b` for either word, `…` for up to three words of
/// any kind and `$` for the end of the text. A long word may hold one slip of the finger, though not
/// in its first or last letter: those tell *napadlo mě* from *napadl mě*.
public final class WordPatterns<M> {

  private static final int WIDEST_GAP = 3;
  private static final int SHORT_START = 2;
  private static final int LONG_START = 4;
  private static final int FORGIVEN = 7;

  /// By the whole first word, by the first letters of an open one, and by the first two letters of
  /// one that may hold a slip.
  private final Map<String, List<Pattern<M>>> byWord = new HashMap<>();

  private final Map<String, List<Pattern<M>>> byBeginning = new HashMap<>();
  private final Map<String, List<Pattern<M>>> bySlip = new HashMap<>();
  private int patterns;

  /// Of wordings that take equally much the one added first counts.
  private record Pattern<M>(int order, M meaning, List<Slot> slots) {}

  /// A meaning found, and the words it was found in: from `start` to before `end`.
  public record Hit<M>(M meaning, int start, int end) {}

  private sealed interface Slot {

    /// `forgiven` are the exact words long enough to hold a slip.
    record Words(Set<String> exact, List<String> beginnings, List<String> forgiven)
        implements Slot {

      static Words of(List<String> exact, List<String> beginnings) {
        List<String> forgiven =
            exact.stream().filter(word -> word.length() >= FORGIVEN).toList();
        return new Words(Set.copyOf(exact), List.copyOf(beginnings), forgiven);
      }

      boolean matches(String word) {
        if (exact.contains(word)) {
          return true;
        }
        for (String beginning : beginnings) {
          if (word.startsWith(beginning)) {
            return true;
          }
        }
        return word.length() >= FORGIVEN && isSlip(word);
      }

      private boolean isSlip(String word) {
        for (String meant : forgiven) {
          if (word.charAt(word.length() - 1) == meant.charAt(meant.length() - 1)
              && Spelling.isOneSlip(word, meant)) {
            return true;
          }
        }
        return false;
      }
    }

    record Gap() implements Slot {}

    record End() implements Slot {}
  }

  /// Adds a wording.
  public void add(M meaning, String wording) {
    List<Slot> slots = new ArrayList<>();
    for (String part : wording.strip().split("\\s+", -1)) {
      if (part.equals("…")) {
        slots.add(new Slot.Gap());
      } else if (part.equals("$")) {
        slots.add(new Slot.End());
      } else {
        addWords(part, slots);
      }
    }
    if (slots.isEmpty() || !(slots.getFirst() instanceof Slot.Words first)) {
      return;
    }
    Pattern<M> pattern = new Pattern<>(patterns++, meaning, List.copyOf(slots));
    put(byWord, first.exact().stream(), pattern);
    put(byBeginning, first.beginnings().stream().map(word -> start(word, LONG_START)), pattern);
    put(bySlip, first.forgiven().stream().map(word -> start(word, SHORT_START)), pattern);
  }

  private static <M> void put(
      Map<String, List<Pattern<M>>> index, Stream<String> keys, Pattern<M> pattern) {
    keys.distinct()
        .forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>()).add(pattern));
  }

  private static void addWords(String part, List<Slot> slots) {
    List<String> exact = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    List<String> rest = List.of();
    for (String choice : part.split("\\|", -1)) {
      List<String> words = Folding.words(choice);
      if (!words.isEmpty()) {
        (choice.endsWith("*") && words.size() == 1 ? beginnings : exact).add(words.getFirst());
        rest = words.subList(1, words.size());
      }
    }
    if (!exact.isEmpty() || !beginnings.isEmpty()) {
      slots.add(Slot.Words.of(exact, beginnings));
    }
    rest.forEach(word -> slots.add(Slot.Words.of(List.of(word), List.of())));
  }

  /// The first wording that occurs anywhere among the folded words.
  public Optional<Hit<M>> firstIn(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      Hit<M> hit = longestAt(words, i);
      if (hit != null) {
        return Optional.of(hit);
      }
    }
    return Optional.empty();
  }

  /// The wordings that, with `fillers` between them, make up all of the words; empty when they do
  /// not.
  public List<Hit<M>> coverOf(List<String> words, Set<String> fillers) {
    List<Hit<M>> cover = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Hit<M> hit = longestAt(words, at);
      if (hit != null) {
        cover.add(hit);
        at = hit.end();
      } else if (fillers.contains(words.get(at))) {
        at++;
      } else {
        return List.of();
      }
    }
    return cover;
  }

  private @Nullable Hit<M> longestAt(List<String> words, int at) {
    String word = words.get(at);
    Longest<M> longest = new Longest<>(words, at);
    longest.among(byWord.get(word));
    for (int length = SHORT_START; length <= Math.min(LONG_START, word.length()); length++) {
      longest.among(byBeginning.get(word.substring(0, length)));
    }
    if (word.length() >= FORGIVEN) {
      longest.among(bySlip.get(start(word, SHORT_START)));
    }
    Pattern<M> best = longest.best;
    return best == null ? null : new Hit<>(best.meaning(), at, longest.end);
  }

  /// The wording that takes the most words from a place on.
  private static final class Longest<M> {
    private final List<String> words;
    private final int at;
    private @Nullable Pattern<M> best;
    private int end;

    Longest(List<String> words, int at) {
      this.words = words;
      this.at = at;
      this.end = at;
    }

    void among(@Nullable List<Pattern<M>> patterns) {
      if (patterns == null) {
        return;
      }
      for (Pattern<M> pattern : patterns) {
        int reached = endOf(pattern.slots(), 0, words, at);
        boolean earlier = best != null && pattern.order() < best.order();
        if (reached > end || (reached == end && earlier)) {
          best = pattern;
          end = reached;
        }
      }
    }
  }

  private static String start(String word, int letters) {
    return word.substring(0, Math.min(letters, word.length()));
  }

  /// Where a match of the slots from `slot` on ends, or -1.
  private static int endOf(List<Slot> slots, int slot, List<String> words, int at) {
    if (slot == slots.size()) {
      return at;
    }
    return switch (slots.get(slot)) {
      case Slot.Words choice ->
          at < words.size() && choice.matches(words.get(at))
              ? endOf(slots, slot + 1, words, at + 1)
              : -1;
      case Slot.End() -> at == words.size() ? endOf(slots, slot + 1, words, at) : -1;
      case Slot.Gap() -> endAfterGap(slots, slot, words, at);
    };
  }

  /// The farthest end, so that a wording takes as much of an utterance as it can.
  private static int endAfterGap(List<Slot> slots, int slot, List<String> words, int at) {
    int farthest = -1;
    for (int skipped = 0; skipped <= WIDEST_GAP && at + skipped <= words.size(); skipped++) {
      farthest = Math.max(farthest, endOf(slots, slot + 1, words, at + skipped));
    }
    return farthest;
  }
}
