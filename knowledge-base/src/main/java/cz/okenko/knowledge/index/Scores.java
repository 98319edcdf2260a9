package cz.okenko.knowledge.index;

import java.util.List;

/// How the subjects compare with one question; only those that share anything with it are listed.
///
/// @param known share of the question's informative weight that any subject knows, 0–1
/// @param length number of informative stems of the question
/// @param mass the question's informative weight: the sum of its stems' rarities
public record Scores(List<Match> matches, float known, int length, float mass) {

  public Scores {
    matches = List.copyOf(matches);
  }

  /// One subject beside the question.
  ///
  /// @param number the subject's place among those of the index
  /// @param weighted BM25 over title, terms, phrases and body together, each with its weight
  /// @param phrase cosine to the subject's nearest phrase over stems, beginnings and concepts
  /// @param contained how much of the subject's best phrase the question contains, 0–1; unlike
  ///     the cosine it does not suffer when the question speaks of other things too
  /// @param grams cosine to the subject's nearest phrase over character n-grams
  /// @param gramsOfThree mean of that over its three nearest phrases
  /// @param covered share of the question's informative weight that the subject knows, 0–1
  /// @param titled share of that weight that stands in its title or terms
  /// @param told share of that weight that stands in its body
  public record Match(
      Subject subject,
      int number,
      float weighted,
      float phrase,
      float contained,
      float grams,
      float gramsOfThree,
      float covered,
      float titled,
      float told) {}
}
