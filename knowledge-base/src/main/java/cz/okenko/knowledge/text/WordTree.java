package cz.okenko.knowledge.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words and beginnings of words that wordings name, as a tree of letters. Words that will do in
/// one place of a wording have a number; a word of a text is looked up once for all wordings and
/// knows all its numbers. A long word that is not in the tree may hold one slip of the finger,
/// though not in its first two letters nor in its last: those tell *napadlo mě* from *napadl mě*.
///
/// Everything is added before anything is read; then it is safe for many threads.
public final class WordTree {

  private static final int FORGIVEN = 7;
  private static final int SURE_LETTERS = 2;
  private static final int[] NONE = {};

  private final Node root = new Node(NONE);
  private final Map<String, Integer> numbers = new HashMap<>();

  /// A beginning of words: the numbers of all words that begin so, and of the word itself.
  private static final class Node {
    private char[] letters = {};
    private Node[] children = {};
    private int[] begun;
    private int[] whole = NONE;

    Node(int[] begun) {
      this.begun = begun;
    }

    @Nullable Node child(char letter) {
      for (int i = 0; i < letters.length; i++) {
        if (letters[i] == letter) {
          return children[i];
        }
      }
      return null;
    }

    Node grown(char letter) {
      Node child = child(letter);
      if (child == null) {
        child = new Node(begun);
        letters = Arrays.copyOf(letters, letters.length + 1);
        children = Arrays.copyOf(children, letters.length);
        letters[letters.length - 1] = letter;
        children[letters.length - 1] = child;
      }
      return child;
    }

    void begins(int number) {
      begun = with(begun, number);
      whole = whole.length == 0 ? whole : with(whole, number);
      for (Node child : children) {
        child.begins(number);
      }
    }

    void is(int number) {
      whole = with(whole.length == 0 ? begun : whole, number);
    }
  }

  /// Numbers are given in rising order, so the arrays stay sorted.
  private static int[] with(int[] numbers, int number) {
    if (numbers.length > 0 && numbers[numbers.length - 1] == number) {
      return numbers;
    }
    int[] more = Arrays.copyOf(numbers, numbers.length + 1);
    more[numbers.length] = number;
    return more;
  }

  /// The number of what a place of a wording takes: any of some words and of the words that begin in
  /// some way, all of them folded.
  int number(Collection<String> words, Collection<String> beginnings) {
    String key = String.join("|", words) + "*" + String.join("|", beginnings);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(key, number);
    words.forEach(word -> node(Sound.of(word)).is(number));
    for (String beginning : beginnings) {
      node(Sound.of(beginning)).is(number);
      Sound.ofBeginning(beginning).forEach(sound -> node(sound).begins(number));
    }
    return number;
  }

  private Node node(String letters) {
    Node node = root;
    for (int i = 0; i < letters.length(); i++) {
      node = node.grown(letters.charAt(i));
    }
    return node;
  }

  /// What the words of a text are to the wordings.
  public Reading read(FoldedText text) {
    List<String> words = text.words();
    int[][] all = new int[words.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers(Sound.of(words.get(i)));
    }
    return new Reading(all);
  }

  private int[] numbers(String word) {
    Node node = root;
    int at = 0;
    while (at < word.length()) {
      Node child = node.child(word.charAt(at));
      if (child == null) {
        break;
      }
      node = child;
      at++;
    }
    if (at == word.length() && node.whole.length > 0) {
      return node.whole;
    }
    return word.length() < FORGIVEN ? node.begun : withSlips(word, node.begun);
  }

  /// The numbers of the words that are one letter too many, one too few, one key beside or two letters
  /// swapped away.
  private int[] withSlips(String word, int[] begun) {
    int[] found = begun;
    Node node = root;
    int last = word.length() - 1;
    for (int at = 0; at < last; at++) {
      if (at >= SURE_LETTERS) {
        found = tail(node, word, at + 1, found);
        for (int i = 0; i < node.children.length; i++) {
          if (Keys.areNeighbours(node.letters[i], word.charAt(at))) {
            found = tail(node.children[i], word, at + 1, found);
          }
          found = tail(node.children[i], word, at, found);
        }
        Node swapped = at + 1 < last ? node.child(word.charAt(at + 1)) : null;
        Node back = swapped == null ? null : swapped.child(word.charAt(at));
        found = back == null ? found : tail(back, word, at + 2, found);
      }
      Node next = node.child(word.charAt(at));
      if (next == null) {
        return found;
      }
      node = next;
    }
    return found;
  }

  private static int[] tail(Node from, String word, int at, int[] found) {
    Node node = from;
    for (int i = at; i < word.length(); i++) {
      Node child = node.child(word.charAt(i));
      if (child == null) {
        return found;
      }
      node = child;
    }
    return node.whole.length == 0 ? found : union(found, node.whole);
  }

  private static int[] union(int[] one, int[] other) {
    return Arrays.stream(new int[][] {one, other})
        .flatMapToInt(Arrays::stream)
        .sorted()
        .distinct()
        .toArray();
  }
}
