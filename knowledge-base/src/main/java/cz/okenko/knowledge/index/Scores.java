package cz.okenko.knowledge.index;

/// How the subjects compare with one question, by their places in the index.
public final class Scores {

  private final Snapshot snapshot;
  private final Sums sums;

  Scores(Snapshot snapshot, Sums sums) {
    this.snapshot = snapshot;
    this.sums = sums;
  }

  /// The sums of all subjects; those of one that shares nothing with the question are 0.
  static final class Sums {
    static final int PLACES = 3;

    final float[] weighted;
    final float[] covered;
    final float[] titled;
    final float[] told;
    final float[] phrase;
    final float[] contained;
    final float[] grams;
    float mass;
    float knownMass;
    int length;

    Sums(int subjects) {
      this.weighted = new float[subjects];
      this.covered = new float[subjects];
      this.titled = new float[subjects];
      this.told = new float[subjects];
      this.phrase = new float[subjects];
      this.contained = new float[subjects];
      this.grams = new float[subjects * PLACES];
    }
  }

  /// How many subjects there are.
  public int size() {
    return snapshot.subjects().size();
  }

  /// BM25 over title, terms, phrases and body together, each with its weight.
  public float weighted(int subject) {
    return sums.weighted[subject];
  }

  /// Cosine to the subject's nearest phrase over character n-grams.
  public float grams(int subject) {
    return sums.grams[subject * Sums.PLACES];
  }

  /// Share of the question's informative weight that any subject knows, 0–1.
  public float known() {
    return sums.mass == 0 ? 0 : sums.knownMass / sums.mass;
  }

  /// The question's informative weight: the sum of its stems' rarities.
  public float mass() {
    return sums.mass;
  }

  /// Number of informative stems of the question.
  public int length() {
    return sums.length;
  }

  /// All about one subject.
  public Match match(int subject) {
    float whole = sums.mass == 0 ? 1 : sums.mass;
    int best = subject * Sums.PLACES;
    float three = sums.grams[best] + sums.grams[best + 1] + sums.grams[best + 2];
    return new Match(
        snapshot.subjects().get(subject),
        snapshot.bare(subject),
        sums.weighted[subject],
        sums.phrase[subject],
        sums.contained[subject],
        sums.grams[best],
        three / Sums.PLACES,
        sums.covered[subject] / whole,
        sums.titled[subject] / whole,
        sums.told[subject] / whole);
  }

  /// One subject beside the question.
  ///
  /// @param bare whether nobody wrote down how people ask about it
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
      boolean bare,
      float weighted,
      float phrase,
      float contained,
      float grams,
      float gramsOfThree,
      float covered,
      float titled,
      float told) {}
}
