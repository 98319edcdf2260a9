package cz.okenko.knowledge.text;

import cz.okenko.knowledge.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Tells in which language somebody writes, when that is clear. Cyrillic is Ukrainian (Russian is
/// answered so, too); between Czech, English and German the pieces of words decide, by a table
/// counted in the shipped content with and without diacritics. Slovak looks like Czech to it.
public final class LanguageDetection {

  private static final String TABLE = "languages.tsv";
  private static final List<Language> LATIN = List.of(Language.CS, Language.EN, Language.DE);
  private static final int LONGEST_TEXT = 400;
  private static final int FEWEST_LETTERS = 4;

  /// How far the best must lead, in tenths of a natural logarithm; a lone word may be a name.
  private static final int CLEAR = 80;

  private static final int CLEAR_WORD = 150;

  private final Map<String, int[]> table;

  private LanguageDetection(Map<String, int[]> table) {
    this.table = table;
  }

  /// With the shipped table.
  public static LanguageDetection shipped() {
    InputStream bytes =
        Objects.requireNonNull(LanguageDetection.class.getResourceAsStream(TABLE), TABLE);
    Map<String, int[]> table = new HashMap<>();
    try (var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        int[] weights = new int[LATIN.size()];
        for (int i = 0; i < weights.length; i++) {
          weights[i] = Integer.parseInt(cells[i + 1]);
        }
        table.put(cells[0], weights);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LanguageDetection(table);
  }

  /// The language of the text; empty when it is short, mixed or could be of several.
  public Optional<Language> of(String text) {
    String start = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    long letters = start.codePoints().filter(Character::isLetter).count();
    long cyrillic =
        start
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
            .count();
    if (letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    return cyrillic * 2 > letters ? Optional.of(Language.UK) : latin(start);
  }

  private Optional<Language> latin(String text) {
    List<String> words = words(text);
    int[] sums = new int[LATIN.size()];
    for (String word : words) {
      for (String piece : pieces(word)) {
        int[] weights = table.get(piece);
        for (int i = 0; weights != null && i < sums.length; i++) {
          sums[i] += weights[i];
        }
      }
    }
    int best = 0;
    int second = Integer.MIN_VALUE;
    for (int i = 1; i < sums.length; i++) {
      second = Math.max(second, Math.min(sums[best], sums[i]));
      best = sums[i] > sums[best] ? i : best;
    }
    boolean clear = (long) sums[best] - second >= (words.size() == 1 ? CLEAR_WORD : CLEAR);
    return clear ? Optional.of(LATIN.get(best)) : Optional.empty();
  }

  /// Runs of letters, in lower case.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /// The pieces of a word that are counted: two to four letters with the ends of the word marked, and
  /// its beginning.
  static List<String> pieces(String word) {
    String bounded = "_" + word + "_";
    List<String> pieces = new ArrayList<>();
    pieces.add(word.length() <= 5 ? bounded : bounded.substring(0, 5));
    for (int length = 2; length <= 4; length++) {
      for (int i = 0; i + length <= bounded.length(); i++) {
        pieces.add(bounded.substring(i, i + length));
      }
    }
    return pieces;
  }
}
