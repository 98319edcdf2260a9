package cz.okenko.knowledge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Wordings looked for in a text, each standing for a meaning. Case, diacritics and spelling by ear
/// do not matter, and a long word may hold a slip ([WordTree]).
///
/// `word*` stands for any word that begins so, `a|b` for either word, `…` for up to three words of
/// any kind, `^` for the beginning of the text and `$`, also as one of several words, for its end.
/// `a_b|c` stands for the two words one after the other or for the third. What follows `+` stands
/// nearby, before or after; what follows `!` stands nowhere in the text.
public final class WordPatterns<M> {

  private static final int WIDEST_GAP = 3;
  private static final int NEARBY = 10;

  private static final int GAP = -1;
  private static final int END = -2;

  private final WordTree tree;

  /// Those that begin with a place of some number, at that number.
  private final List<List<Pattern<M>>> byFirst = new ArrayList<>();

  private int patterns;

  /// Of wordings that take equally much the one added first counts.
  private record Pattern<M>(
      int order,
      M meaning,
      boolean atStart,
      Part part,
      List<List<Part>> nearby,
      List<List<Part>> nowhere) {}

  /// Places one after another: the number of a word each, or a gap, or the end of the text.
  /// `orEnd` says of a word whether the end will do as well.
  private static final class Part {
    private final int[] places;
    private final boolean[] orEnd;

    Part(int[] places, boolean[] orEnd) {
      this.places = places;
      this.orEnd = orEnd;
    }

    Part then(Part other) {
      int[] both = Arrays.copyOf(places, places.length + other.places.length);
      boolean[] ends = Arrays.copyOf(orEnd, both.length);
      System.arraycopy(other.places, 0, both, places.length, other.places.length);
      System.arraycopy(other.orEnd, 0, ends, places.length, other.orEnd.length);
      return new Part(both, ends);
    }
  }

  /// A meaning found, and the words it was found in: from `start` to before `end`.
  public record Hit<M>(M meaning, int start, int end) {}

  /// Wordings by meaning; their words join the others in the tree.
  public WordPatterns(WordTree tree, Map<M, ? extends Collection<String>> wordings) {
    this.tree = tree;
    Map<String, List<Part>> read = new HashMap<>();
    wordings.forEach((meaning, texts) -> texts.forEach(text -> add(meaning, text, read)));
  }

  /// @param read the choices of places that were read before; wordings have many in common
  private void add(M meaning, String wording, Map<String, List<Part>> read) {
    List<List<Part>> first = new ArrayList<>();
    List<List<Part>> nearby = new ArrayList<>();
    List<List<Part>> nowhere = new ArrayList<>();
    List<List<Part>> into = first;
    List<String> places = new ArrayList<>();
    for (String place : wording.strip().split("\\s+", -1)) {
      if (place.equals("+") || place.equals("!")) {
        into.add(variants(places, read));
        places.clear();
        into = place.equals("+") ? nearby : nowhere;
      } else {
        places.add(place);
      }
    }
    into.add(variants(places, read));
    boolean atStart = wording.strip().startsWith("^");
    for (Part part : first.getFirst()) {
      if (part.places.length > 0 && part.places[0] >= 0) {
        index(new Pattern<>(patterns, meaning, atStart, part, nearby, nowhere));
      }
    }
    patterns++;
  }

  private void index(Pattern<M> pattern) {
    int number = pattern.part.places[0];
    while (byFirst.size() <= number) {
      byFirst.add(List.of());
    }
    List<Pattern<M>> all = new ArrayList<>(byFirst.get(number));
    all.add(pattern);
    byFirst.set(number, all);
  }

  /// The same places, each of several words in a row on its own.
  private List<Part> variants(List<String> texts, Map<String, List<Part>> read) {
    List<Part> variants = List.of(new Part(new int[0], new boolean[0]));
    for (String text : texts) {
      List<Part> choices = read.computeIfAbsent(text, this::choices);
      if (!choices.isEmpty()) {
        variants =
            variants.stream()
                .flatMap(before -> choices.stream().map(before::then))
                .toList();
      }
    }
    return variants;
  }

  private List<Part> choices(String text) {
    if (text.equals("…") || text.equals("$")) {
      return List.of(place(text.equals("$") ? END : GAP, false));
    }
    List<String> words = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    List<Part> choices = new ArrayList<>();
    boolean orEnd = false;
    for (String choice : text.split("\\|", -1)) {
      List<String> folded = Folding.words(choice);
      orEnd |= choice.equals("$");
      if (folded.size() == 1) {
        (choice.endsWith("*") ? beginnings : words).add(folded.getFirst());
      } else if (folded.size() > 1) {
        choices.add(row(choice));
      }
    }
    if (!words.isEmpty() || !beginnings.isEmpty()) {
      choices.add(place(tree.number(words, beginnings), orEnd));
    }
    return choices;
  }

  /// Several words in a row, any of which may stand for all that begin so.
  private Part row(String choice) {
    Part row = new Part(new int[0], new boolean[0]);
    for (String piece : choice.split("_", -1)) {
      List<String> folded = Folding.words(piece);
      for (int i = 0; i < folded.size(); i++) {
        List<String> word = List.of(folded.get(i));
        boolean begins = piece.endsWith("*") && i == folded.size() - 1;
        int number = begins ? tree.number(List.of(), word) : tree.number(word, List.of());
        row = row.then(place(number, false));
      }
    }
    return row;
  }

  private static Part place(int number, boolean orEnd) {
    return new Part(new int[] {number}, new boolean[] {orEnd});
  }

  /// The first wording that occurs anywhere in the text.
  public Optional<Hit<M>> firstIn(Reading text) {
    for (int at = 0; at < text.size(); at++) {
      Hit<M> hit = longestAt(text, at);
      if (hit != null) {
        return Optional.of(hit);
      }
    }
    return Optional.empty();
  }

  /// Whether any wording occurs in the text.
  public boolean occurIn(Reading text) {
    return firstIn(text).isPresent();
  }

  /// Where each meaning that occurs in the text is named first.
  public Map<M, Integer> firstOfEach(Reading text) {
    Map<M, Integer> places = new HashMap<>();
    for (int i = 0; i < text.size(); i++) {
      int at = i;
      eachAt(text, at, (pattern, end) -> places.putIfAbsent(pattern.meaning, at));
    }
    return places;
  }

  /// The wordings that, with `fillers` between them, make up the whole text; empty when they do
  /// not.
  public List<Hit<M>> coverOf(Reading text, WordPatterns<?> fillers) {
    List<Hit<M>> cover = new ArrayList<>();
    int at = 0;
    while (at < text.size()) {
      Hit<M> hit = longestAt(text, at);
      Hit<?> taken = hit == null ? fillers.longestAt(text, at) : hit;
      if (taken == null) {
        return List.of();
      }
      if (hit != null) {
        cover.add(hit);
      }
      at = taken.end();
    }
    return cover;
  }

  /// The wording that takes the most words from a place on.
  private @Nullable Hit<M> longestAt(Reading text, int at) {
    Longest<M> longest = new Longest<>(at);
    eachAt(text, at, longest);
    Pattern<M> best = longest.best;
    return best == null ? null : new Hit<>(best.meaning, at, longest.end);
  }

  /// Told of wordings that fit and where they end.
  private interface Ear<M> {
    void hear(Pattern<M> pattern, int end);
  }

  private void eachAt(Reading text, int at, Ear<M> ear) {
    for (int number : text.numbers(at)) {
      if (number >= byFirst.size()) {
        return;
      }
      List<Pattern<M>> begun = byFirst.get(number);
      for (int i = 0; i < begun.size(); i++) {
        Pattern<M> pattern = begun.get(i);
        int end = pattern.atStart && at > 0 ? -1 : endOf(pattern.part, 0, text, at);
        if (end >= 0 && isBorneOut(pattern, text, at, end)) {
          ear.hear(pattern, end);
        }
      }
    }
  }

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

  /// Whether what has to stand nearby does, and what must not stand anywhere does not.
  private static boolean isBorneOut(Pattern<?> pattern, Reading text, int start, int end) {
    int from = Math.max(0, start - NEARBY);
    int to = Math.min(text.size(), end + NEARBY);
    for (List<Part> variants : pattern.nearby) {
      if (!anyStandsIn(variants, text, from, to)) {
        return false;
      }
    }
    for (List<Part> variants : pattern.nowhere) {
      if (anyStandsIn(variants, text, 0, text.size())) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyStandsIn(List<Part> variants, Reading text, int from, int to) {
    for (Part part : variants) {
      for (int at = from; at < to; at++) {
        if (endOf(part, 0, text, at) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// Where a match of the places from `place` on ends, or -1.
  private static int endOf(Part part, int place, Reading text, int at) {
    if (place == part.places.length) {
      return at;
    }
    int number = part.places[place];
    if (number == GAP) {
      return endAfterGap(part, place, text, at);
    }
    if (at == text.size()) {
      return number == END || part.orEnd[place] ? endOf(part, place + 1, text, at) : -1;
    }
    return number != END && text.is(at, number) ? endOf(part, place + 1, text, at + 1) : -1;
  }

  /// The farthest end, so that a wording takes as much of an utterance as it can.
  private static int endAfterGap(Part part, int place, Reading text, int at) {
    int farthest = -1;
    for (int skipped = 0; skipped <= WIDEST_GAP && at + skipped <= text.size(); skipped++) {
      farthest = Math.max(farthest, endOf(part, place + 1, text, at + skipped));
    }
    return farthest;
  }
}
