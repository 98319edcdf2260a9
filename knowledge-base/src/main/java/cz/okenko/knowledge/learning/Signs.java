package cz.okenko.knowledge.learning;

import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Hash;
import cz.okenko.knowledge.text.Vocabulary;
import java.util.Arrays;
import java.util.List;

/// What the classifier sees of a text: hashes of its words, stems, beginnings, concepts, neighbouring
/// pairs of stems and character n-grams, each with the weight of its sort.
final class Signs {

  private static final float WORD = 0.4f;
  private static final float STEM = 1f;
  private static final float BEGINNING = 0.3f;
  private static final float CONCEPT = 0.8f;
  private static final float PAIR = 0.7f;
  private static final float GRAM = 0.3f;
  private static final int SHORT_GRAM = 3;
  private static final int MOST = 2_000;

  private final Vocabulary seen = new Vocabulary(1 << 8);
  private long[] hashes = new long[1 << 8];
  private float[] weights = new float[1 << 8];
  private int size;

  private Signs() {}

  static Signs of(Features text) {
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
      signs.add(Hash.pair('w', Hash.of(word)), WORD);
      signs.addShortGrams("_" + word + "_");
    }
    return signs;
  }

  private void addShortGrams(String word) {
    if (word.length() < SHORT_GRAM + 2) {
      return;
    }
    for (int i = 0; i + SHORT_GRAM <= word.length(); i++) {
      add(Hash.pair('3', Hash.of(word, i, i + SHORT_GRAM)), GRAM);
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

  private void add(long hash, float weight) {
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
