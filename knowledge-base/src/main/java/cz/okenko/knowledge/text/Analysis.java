package cz.okenko.knowledge.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Turns a text into what is compared. Content and questions go the same way: fold, drop words that
/// say nothing, stem; beside the stems their beginnings, the concepts of the lexicon, and character
/// 4-grams with word boundaries.
public final class Analysis {

  private static final int MOST_WORDS = 120;
  private static final int MOST_STEMS = 48;
  private static final int MOST_GRAMS = 220;
  private static final int BEGINNING = 5;
  private static final int GRAM = 4;
  private static final int LONGEST_NUMBER = 4;

  private final Lexicon lexicon;

  public Analysis(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Changes whenever the same text may come out with other features.
  public String fingerprint() {
    return lexicon.fingerprint();
  }

  /// The features of a text; of a very long one those of its beginning.
  public Features of(String text) {
    return of(Folding.words(text, MOST_WORDS));
  }

  /// The same of a text that was folded before.
  public Features of(FoldedText text) {
    return of(text.words().subList(0, Math.min(MOST_WORDS, text.words().size())));
  }

  private Features of(List<String> words) {
    List<String> stems = new ArrayList<>(words.size());
    Set<String> informative = new LinkedHashSet<>();
    Set<String> beginnings = new LinkedHashSet<>();
    Set<String> grams = new LinkedHashSet<>();
    for (String word : words) {
      String stem = CzechStem.of(word);
      stems.add(stem);
      if (isInformative(word) && informative.size() < MOST_STEMS) {
        informative.add(stem);
        if (word.length() > BEGINNING) {
          beginnings.add(word.substring(0, BEGINNING));
        }
        addGrams(word, grams);
      }
    }
    Set<String> concepts = lexicon.conceptsIn(words, stems);
    return new Features(
        words, List.copyOf(informative), List.copyOf(beginnings), List.copyOf(concepts),
        List.copyOf(grams));
  }

  private static boolean isInformative(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return word.length() <= LONGEST_NUMBER;
    }
    return word.length() > 1 && !Stopwords.contains(word);
  }

  private static void addGrams(String word, Set<String> grams) {
    String bounded = "_" + word + "_";
    for (int i = 0; i + GRAM <= bounded.length() && grams.size() < MOST_GRAMS; i++) {
      grams.add(bounded.substring(i, i + GRAM));
    }
  }
}
