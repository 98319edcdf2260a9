package cz.okenko.knowledge.text;

import static cz.okenko.knowledge.text.FoldedText.LONG_START;
import static cz.okenko.knowledge.text.FoldedText.SHORT_START;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Wordings looked for in a text, each standing for a meaning. Case and diacritics do not matter;
/// `word*` stands for any word that begins so, `a|b` for either word, `…` for up to three words of
/// any kind, `^` for the beginning of the text and `$`, also as one of several words, for its end.
/// A long word may hold one slip of the finger, though not in its first or last letter: those tell
/// *napadlo mě* from *napadl mě*.
public final class WordPatterns<M> {

  private static final int WIDEST_GAP = 3;
  private static final int FORGIVEN = 7;

  /// By the whole first word, by the first letters of an open one, and by the first two letters of
  /// one that may hold a slip.
  private final Map<String, List<Pattern<M>>> byWord = new HashMap<>();

  private final Map<String, List<Pattern<M>>> byBeginning = new HashMap<>();
  private final Map<String, List<Pattern<M>>> bySlip = new HashMap<>();
  private int patterns;

  /// Of wordings that take equally much the one added first counts.
  private static final class Pattern<M> {
    final int order;
    final M meaning;
    final boolean atStart;
    final Slot[] slots;

    Pattern(int order, M meaning, boolean atStart, List<Slot> slots) {
      this.order = order;
      this.meaning = meaning;
      this.atStart = atStart;
      this.slots = slots.toArray(Slot[]::new);
    }
  }

  /// A meaning found, and the words it was found in: from `start` to before `end`.
  public record Hit<M>(M meaning, int start, int end) {}

  private sealed interface Slot {

    /// One of some words or of the words that begin so. Compared by their hashes first, since hardly
    /// any is the one that stands there.
    final class Words implements Slot {
      private final String[] exact;
      private final int[] hashes;
      private final Beginnings beginnings;

      /// The exact words long enough to hold a slip.
      private final String[] forgiven;

      /// Whether the end of the text will do as well.
      private final boolean orEnd;

      Words(List<String> exact, List<String> beginnings, boolean orEnd) {
        this.orEnd = orEnd;
        this.exact = exact.stream().distinct().toArray(String[]::new);
        this.hashes = Arrays.stream(this.exact).mapToInt(String::hashCode).toArray();
        this.beginnings = new Beginnings(beginnings);
        this.forgiven =
            Arrays.stream(this.exact)
                .filter(word -> word.length() >= FORGIVEN)
                .toArray(String[]::new);
      }

      Stream<String> exact() {
        return Arrays.stream(exact);
      }

      Stream<String> forgiven() {
        return Arrays.stream(forgiven);
      }

      boolean matches(String word) {
        int hash = word.hashCode();
        for (int i = 0; i < hashes.length; i++) {
          if (hashes[i] == hash && exact[i].equals(word)) {
            return true;
          }
        }
        return beginnings.begin(word) || (word.length() >= FORGIVEN && isSlip(word));
      }

      private boolean isSlip(String word) {
        char last = word.charAt(word.length() - 1);
        for (String meant : forgiven) {
          if (last == meant.charAt(meant.length() - 1) && Spelling.isOneSlip(word, meant)) {
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
    List<String> beginnings = new ArrayList<>();
    boolean atStart = wording.strip().startsWith("^");
    for (String part : wording.strip().split("\\s+", -1)) {
      if (part.equals("…")) {
        slots.add(new Slot.Gap());
      } else if (part.equals("$")) {
        slots.add(new Slot.End());
      } else {
        List<String> open = addWords(part, slots);
        beginnings = slots.size() == 1 ? open : beginnings;
      }
    }
    if (slots.isEmpty() || !(slots.getFirst() instanceof Slot.Words first)) {
      return;
    }
    Pattern<M> pattern = new Pattern<>(patterns++, meaning, atStart, slots);
    put(byWord, first.exact(), pattern);
    put(byBeginning, beginnings.stream().map(word -> start(word, LONG_START)), pattern);
    put(bySlip, first.forgiven().map(word -> start(word, SHORT_START)), pattern);
  }

  private static <M> void put(
      Map<String, List<Pattern<M>>> index, Stream<String> keys, Pattern<M> pattern) {
    keys.distinct()
        .forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>()).add(pattern));
  }

  /// Adds what a part stands for and gives the beginnings its first word may have.
  private static List<String> addWords(String part, List<Slot> slots) {
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
      boolean orEnd = List.of(part.split("\\|", -1)).contains("$");
      slots.add(new Slot.Words(exact, beginnings, orEnd));
    }
    rest.forEach(word -> slots.add(new Slot.Words(List.of(word), List.of(), false)));
    return beginnings;
  }

  /// The first wording that occurs anywhere in the text.
  public Optional<Hit<M>> firstIn(FoldedText text) {
    for (int i = 0; i < text.size(); i++) {
      Hit<M> hit = longestAt(text, i);
      if (hit != null) {
        return Optional.of(hit);
      }
    }
    return Optional.empty();
  }

  /// Where each meaning that occurs in the text is named first.
  public Map<M, Integer> firstOfEach(FoldedText text) {
    Map<M, Integer> places = new HashMap<>();
    for (int i = 0; i < text.size(); i++) {
      int at = i;
      eachAt(text, at, (pattern, end) -> places.putIfAbsent(pattern.meaning, at));
    }
    return places;
  }

  /// The wordings that, with `fillers` between them, make up the whole text; empty when they do
  /// not.
  public List<Hit<M>> coverOf(FoldedText text, Set<String> fillers) {
    List<Hit<M>> cover = new ArrayList<>();
    int at = 0;
    while (at < text.size()) {
      Hit<M> hit = longestAt(text, at);
      if (hit != null) {
        cover.add(hit);
        at = hit.end();
      } else if (fillers.contains(text.word(at))) {
        at++;
      } else {
        return List.of();
      }
    }
    return cover;
  }

  private @Nullable Hit<M> longestAt(FoldedText text, int at) {
    Longest<M> longest = new Longest<>(at);
    eachAt(text, at, longest);
    Pattern<M> best = longest.best;
    return best == null ? null : new Hit<>(best.meaning, at, longest.end);
  }

  /// Told of wordings that fit and where they end.
  private interface Ear<M> {
    void hear(Pattern<M> pattern, int end);
  }

  /// All wordings that fit from a place on; one may be told of twice.
  private void eachAt(FoldedText text, int at, Ear<M> ear) {
    among(byWord.get(text.word(at)), text, at, ear);
    for (int letters = SHORT_START; letters <= LONG_START; letters++) {
      String start = text.start(at, letters);
      if (!start.isEmpty()) {
        among(byBeginning.get(start), text, at, ear);
      }
    }
    if (text.word(at).length() >= FORGIVEN) {
      among(bySlip.get(text.start(at, SHORT_START)), text, at, ear);
    }
  }

  private static <M> void among(
      @Nullable List<Pattern<M>> patterns, FoldedText text, int at, Ear<M> ear) {
    if (patterns == null) {
      return;
    }
    for (int i = 0; i < patterns.size(); i++) {
      Pattern<M> pattern = patterns.get(i);
      int end = pattern.atStart && at > 0 ? -1 : endOf(pattern.slots, 0, text, at);
      if (end >= 0) {
        ear.hear(pattern, end);
      }
    }
  }

  /// The wording that takes the most words from a place on.
  private static final class Longest<M> implements Ear<M> {
    private @Nullable Pattern<M> best;
    private int end;

    Longest(int at) {
      this.end = at;
    }

    @Override
    public void hear(Pattern<M> pattern, int reached) {
      boolean earlier = best != null && pattern.order < best.order;
      if (reached > end || (reached == end && earlier)) {
        best = pattern;
        end = reached;
      }
    }
  }

  private static String start(String word, int letters) {
    return word.substring(0, Math.min(letters, word.length()));
  }

  /// Where a match of the slots from `slot` on ends, or -1.
  private static int endOf(Slot[] slots, int slot, FoldedText text, int at) {
    if (slot == slots.length) {
      return at;
    }
    return switch (slots[slot]) {
      case Slot.Words choice -> {
        if (at == text.size()) {
          yield choice.orEnd ? endOf(slots, slot + 1, text, at) : -1;
        }
        yield choice.matches(text.word(at)) ? endOf(slots, slot + 1, text, at + 1) : -1;
      }
      case Slot.End() -> at == text.size() ? endOf(slots, slot + 1, text, at) : -1;
      case Slot.Gap() -> endAfterGap(slots, slot, text, at);
    };
  }

  /// The farthest end, so that a wording takes as much of an utterance as it can.
  private static int endAfterGap(Slot[] slots, int slot, FoldedText text, int at) {
    int farthest = -1;
    for (int skipped = 0; skipped <= WIDEST_GAP && at + skipped <= text.size(); skipped++) {
      farthest = Math.max(farthest, endOf(slots, slot + 1, text, at + skipped));
    }
    return farthest;
  }
}
