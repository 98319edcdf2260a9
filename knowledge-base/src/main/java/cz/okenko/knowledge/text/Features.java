package cz.okenko.knowledge.text;

import java.util.ArrayList;
import java.util.List;

/// What a text consists of: all its folded words in order, and without repetition the stems of the
/// informative ones, their beginnings, the concepts spoken of and the character n-grams.
public record Features(
    List<String> words,
    List<String> stems,
    List<String> beginnings,
    List<String> concepts,
    List<String> grams) {

  /// A feature as it stands in the index, with its weight against a stem's.
  public record Token(String text, float weight) {}

  private static final float BEGINNING_WEIGHT = 0.6f;
  private static final float CONCEPT_WEIGHT = 0.8f;

  /// Stems, beginnings and concepts with prefixes that keep them apart.
  public List<Token> tokens() {
    List<Token> tokens = new ArrayList<>(stems.size() + beginnings.size() + concepts.size());
    for (String stem : stems) {
      tokens.add(new Token(stem, 1));
    }
    for (String start : beginnings) {
      tokens.add(new Token("^".concat(start), BEGINNING_WEIGHT));
    }
    for (String concept : concepts) {
      tokens.add(new Token("~".concat(concept), CONCEPT_WEIGHT));
    }
    return tokens;
  }
}
