package cz.okenko.knowledge.learning;

import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Hash;
import cz.okenko.knowledge.text.Vocabulary;
import java.util.Arrays;
import java.util.List;

/// What the classifier sees of a text: hashes of its words, stems, beginnings, concepts, neighbouring
/// pairs of stems or words and character n-grams, each with the weight of its sort.
final class Signs {

  private static final float WORD = 0.4f;
  private static final float STEM = 1f;
  private static final float BEGINNING = 0.3f;
  private static final float CONCEPT = 0.8f;
  private static final float PAIR = 0.7f;
  private static final float GRAM = 0.3f;
  private static final float STEM_OF_TONE = 0.8f;
  private static final float WORD_OF_TONE = 0.6f;
  private static final float PAIR_OF_TONE = 0.8f;
  private static final String EDGE = "_";
  private static final int SHORT_GRAM = 3;
  private static final int LONG_GRAM = 4;
  private static final int MOST = 2_000;

  /// How many bits of a hash tell the signs of a classifier apart, so that it stays small.
  static final int BITS = 40;

  private static final int LEFT_OUT = Long.SIZE - BITS;

  private final Vocabulary seen = new Vocabulary(1 << 8);
  private long[] hashes = new long[1 << 8];
  private float[] weights = new float[1 << 8];
  private int size;

  private Signs() {}

  static Signs of(Features text, Look look) {
    return switch (look) {
      case SUBJECT -> ofSubject(text);
      case TONE -> ofTone(text);
    };
  }

  /// The sign of a whole word.
  static long word(String word) {
    return shortened(ofWord(word));
  }

  private static long ofWord(String word) {
    return Hash.pair('w', Hash.of(word));
  }

  private static long shortened(long hash) {
    return hash >>> LEFT_OUT;
  }

  private static Signs ofTone(Features text) {
    Signs signs = new Signs();
    long before = Hash.of(EDGE);
    for (String word : text.words()) {
      long hash = Hash.of(word);
      signs.add(ofWord(word), WORD_OF_TONE);
      signs.add(Hash.pair(before, hash), PAIR_OF_TONE);
      before = hash;
      String bounded = EDGE + word + EDGE;
      signs.addGrams(bounded, '3', SHORT_GRAM);
      signs.addGrams(bounded, '#', LONG_GRAM);
    }
    signs.add(Hash.pair(before, Hash.of(EDGE)), PAIR_OF_TONE);
    before = Hash.of(EDGE);
    for (String word : text.stems()) {
      long stem = Hash.of(word);
      signs.add(Hash.pair('s', stem), STEM_OF_TONE);
      signs.add(Hash.pair('s', Hash.pair(before, stem)), STEM_OF_TONE);
      before = stem;
    }
    return signs;
  }

  private static Signs ofSubject(Features text) {
    Signs signs = new Signs();
    List<String> stems = text.stems();
    for (int i = 0; i < stems.size(); i++) {
      long stem = Hash.of(stems.get(i));
      signs.add(stem, STEM);
      if (i > 0) {
        signs.add(Hash.pair(Hash.of(stems.get(i - 1)), stem), PAIR);
      }
    }
    text.beginnings().forEach(start -> signs.add(Hash.pair('^', Hash.of(start)), BEGINNING));
    text.concepts().forEach(concept -> signs.add(Hash.pair('~', Hash.of(concept)), CONCEPT));
    text.grams().forEach(gram -> signs.add(Hash.pair('#', Hash.of(gram)), GRAM));
    for (String word : text.words()) {
      signs.add(ofWord(word), WORD);
      if (word.length() >= SHORT_GRAM) {
        signs.addGrams(EDGE + word + EDGE, '3', SHORT_GRAM);
      }
    }
    return signs;
  }

  private void addGrams(String word, char sort, int length) {
    for (int i = 0; i + length <= word.length(); i++) {
      add(Hash.pair(sort, Hash.of(word, i, i + length)), GRAM);
    }
  }

  int size() {
    return size;
  }

  long hash(int at) {
    return hashes[at];
  }

  float weight(int at) {
    return weights[at];
  }

  private void add(long whole, float weight) {
    long hash = shortened(whole);
    if (size == MOST || seen.add(hash) < size) {
      return;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    hashes[size] = hash;
    weights[size++] = weight;
  }
}
