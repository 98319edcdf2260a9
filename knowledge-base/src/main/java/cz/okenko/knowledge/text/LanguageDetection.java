package cz.okenko.knowledge.text;

import cz.okenko.knowledge.Language;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int BEGINNING = 5;
  private static final char LAST_LATIN = '\u024f';

  /// How far the best must lead, in tenths of a natural logarithm; a lone word may be a name.
  private static final int CLEAR = 80;

  private static final int CLEAR_WORD = 150;

  private final Vocabulary pieces;

  /// For each piece by its number a weight for each language.
  private final byte[] weights;

  private LanguageDetection(Vocabulary pieces, byte[] weights) {
    this.pieces = pieces;
    this.weights = weights;
  }

  /// With the shipped table.
  public static LanguageDetection shipped() {
    InputStream bytes =
        Objects.requireNonNull(LanguageDetection.class.getResourceAsStream(TABLE), TABLE);
    Vocabulary pieces = new Vocabulary(1 << 12);
    ByteArrayOutputStream weights = new ByteArrayOutputStream();
    try (var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        pieces.add(Hash.of(cells[0]));
        for (int i = 1; i <= LATIN.size(); i++) {
          weights.write(Byte.parseByte(cells[i]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LanguageDetection(pieces, weights.toByteArray());
  }

  /// The language of the text, of its prose alone; empty when it is short, mixed or could be of
  /// several.
  public Optional<Language> of(String text) {
    String start = Prose.of(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    int letters = 0;
    int cyrillic = 0;
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      cyrillic += c > LAST_LATIN && isCyrillic(c) ? 1 : 0;
    }
    if (letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    return cyrillic * 2 > letters ? Optional.of(Language.UK) : latin(start);
  }

  private static boolean isCyrillic(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
  }

  private Optional<Language> latin(String text) {
    List<String> words = words(text);
    int[] sums = new int[LATIN.size()];
    for (String word : words) {
      eachPiece(word, (bounded, start, end) -> weigh(Hash.of(bounded, start, end), sums));
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

  private void weigh(long piece, int[] sums) {
    int number = pieces.find(piece);
    for (int i = 0; number >= 0 && i < sums.length; i++) {
      sums[i] += weights[number * sums.length + i];
    }
  }

  /// Runs of letters, in lower case.
  static List<String> words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean inside = i < lower.length() && Character.isLetter(lower.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(lower.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /// Is told of a piece: `bounded` from `start` to before `end`.
  interface PieceEar {
    void hear(String bounded, int start, int end);
  }

  /// The pieces of a word that are counted: two to four letters with the ends of the word marked, and
  /// its beginning.
  static void eachPiece(String word, PieceEar ear) {
    String bounded = "_" + word + "_";
    ear.hear(bounded, 0, word.length() <= BEGINNING ? bounded.length() : BEGINNING);
    for (int length = 2; length <= 4; length++) {
      for (int i = 0; i + length <= bounded.length(); i++) {
        ear.hear(bounded, i, i + length);
      }
    }
  }
}
