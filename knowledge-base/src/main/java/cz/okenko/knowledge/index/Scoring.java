package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scores one question: one walk over the postings of its terms gives every score at once, and
/// nothing of the citizen's text is ever parsed as a query.
final class Scoring {

  private static final float SATURATION = 1.2f;
  private static final float CORRECTED = 0.7f;
  private static final int PLACES = 3;
  private static final int TITLED = Part.TITLE.bit() | Part.TERMS.bit();
  private static final int TOLD = Part.BODY.bit();

  /// Added to a phrase's own weight when asking how much of it the question contains, so that a
  /// phrase of one word is never wholly contained.
  private static final float CONTAINMENT_DAMPING = 12f;

  private final Snapshot snapshot;
  private final float[] weighted;
  private final float[] covered;
  private final float[] titled;
  private final float[] told;
  private final float[] phrase;
  private final float[] contained;
  private final float[] grams;
  private final float[] wordDots;
  private final float[] gramDots;
  private float mass;
  private float knownMass;
  private float questionLength;

  Scoring(Snapshot snapshot) {
    this.snapshot = snapshot;
    int subjects = snapshot.subjects().size();
    this.weighted = new float[subjects];
    this.covered = new float[subjects];
    this.titled = new float[subjects];
    this.told = new float[subjects];
    this.phrase = new float[subjects];
    this.contained = new float[subjects];
    this.grams = new float[subjects * PLACES];
    this.wordDots = new float[snapshot.phrases()];
    this.gramDots = new float[snapshot.phrases()];
  }

  Scores of(Features question) {
    for (Features.Token token : question.tokens()) {
      word(token);
    }
    float gramLength = grams(question.grams());
    nearest((float) Math.sqrt(questionLength), gramLength);
    List<Scores.Match> matches = new ArrayList<>();
    for (int i = 0; i < weighted.length; i++) {
      if (weighted[i] > 0 || grams[i * PLACES] > 0) {
        matches.add(match(i));
      }
    }
    float known = mass == 0 ? 0 : knownMass / mass;
    return new Scores(matches, known, question.stems().size(), mass);
  }

  private Scores.Match match(int subject) {
    float whole = mass == 0 ? 1 : mass;
    int best = subject * PLACES;
    return new Scores.Match(
        snapshot.subjects().get(subject),
        subject,
        weighted[subject],
        phrase[subject],
        contained[subject],
        grams[best],
        (grams[best] + grams[best + 1] + grams[best + 2]) / PLACES,
        covered[subject] / whole,
        titled[subject] / whole,
        told[subject] / whole);
  }

  private void nearest(float wordLength, float gramLength) {
    for (int i = 0; i < wordDots.length; i++) {
      int subject = snapshot.owner(i);
      if (wordDots[i] > 0) {
        float own = snapshot.wordLength(i);
        phrase[subject] = Math.max(phrase[subject], wordDots[i] / (own * wordLength));
        float part = wordDots[i] / (own * own + CONTAINMENT_DAMPING);
        contained[subject] = Math.max(contained[subject], part);
      }
      if (gramDots[i] > 0) {
        place(subject * PLACES, gramDots[i] / (snapshot.gramLength(i) * gramLength));
      }
    }
  }

  /// Keeps the best few of a subject in order.
  private void place(int first, float value) {
    float rest = value;
    for (int i = first; i < first + PLACES; i++) {
      if (rest > grams[i]) {
        float lower = grams[i];
        grams[i] = rest;
        rest = lower;
      }
    }
  }

  private void word(Features.Token token) {
    float weight = token.weight();
    String text = token.text();
    boolean stem = Character.isLetterOrDigit(text.charAt(0));
    int row = snapshot.words().row(text);
    if (row == Postings.NONE && stem) {
      Optional<String> corrected = snapshot.spelling().corrected(text);
      if (corrected.isPresent()) {
        row = snapshot.words().row(corrected.get());
        weight *= CORRECTED;
      }
    }
    float rarity = snapshot.rarity(row);
    if (stem) {
      mass += rarity;
    }
    if (row != Postings.NONE) {
      score(row, weight * rarity, stem);
    } else if (stem) {
      questionLength += rarity * rarity;
    }
  }

  private void score(int row, float value, boolean stem) {
    questionLength += value * value;
    knownMass += stem ? value : 0;
    Postings words = snapshot.words();
    int end = words.start(row + 1);
    for (int i = words.start(row); i < end; i++) {
      int subject = words.document(i);
      float frequency = words.weight(i);
      weighted[subject] += value * frequency / (SATURATION + frequency);
      if (stem) {
        covered[subject] += value;
        int parts = words.parts(i);
        titled[subject] += (parts & TITLED) != 0 ? value : 0;
        told[subject] += (parts & TOLD) != 0 ? value : 0;
      }
    }
    Postings phrases = snapshot.phraseWords();
    float rarity = snapshot.rarity(row);
    int last = phrases.start(row + 1);
    for (int i = phrases.start(row); i < last; i++) {
      wordDots[phrases.document(i)] += value * rarity * phrases.weight(i);
    }
  }

  private float grams(List<String> all) {
    Postings phrases = snapshot.phraseGrams();
    float length = 0;
    for (String gram : all) {
      int row = phrases.row(gram);
      float rarity = snapshot.gramRarity(row);
      float squared = rarity * rarity;
      length += squared;
      if (row != Postings.NONE) {
        int end = phrases.start(row + 1);
        for (int i = phrases.start(row); i < end; i++) {
          gramDots[phrases.document(i)] += squared;
        }
      }
    }
    return (float) Math.sqrt(length);
  }
}
