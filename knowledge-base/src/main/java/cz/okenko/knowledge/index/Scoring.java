package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Features;
import java.util.List;
import java.util.Optional;

/// Scores questions, one after another: one walk over the postings of a question's terms gives every
/// score at once, and nothing of the citizen's text is ever parsed as a query. Not for two threads
/// at once.
final class Scoring {

  private static final float SATURATION = 1.2f;
  private static final float CORRECTED = 0.7f;
  private static final int TITLED = Part.TITLE.bit() | Part.TERMS.bit();
  private static final int TOLD = Part.BODY.bit();

  /// Added to a phrase's own weight when asking how much of it the question contains, so that a
  /// phrase of one word is never wholly contained.
  private static final float CONTAINMENT_DAMPING = 12f;

  private final Snapshot snapshot;
  private final Dots words;
  private final Dots grams;
  private Scores.Sums sums = new Scores.Sums(0);
  private float questionLength;

  Scoring(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.words = new Dots(snapshot.phrases());
    this.grams = new Dots(snapshot.phrases());
  }

  Scores of(Features question) {
    words.clear();
    grams.clear();
    sums = new Scores.Sums(snapshot.subjects().size());
    sums.length = question.stems().size();
    questionLength = 0;
    for (Features.Token token : question.tokens()) {
      word(token);
    }
    nearestByWords((float) Math.sqrt(questionLength));
    nearestByGrams(grams(question.grams()));
    return new Scores(snapshot, sums);
  }

  private void nearestByWords(float length) {
    for (int i = 0; i < words.size(); i++) {
      int phrase = words.phrase(i);
      int subject = snapshot.owner(phrase);
      float dot = words.sum(phrase);
      float own = snapshot.wordLength(phrase);
      sums.phrase[subject] = Math.max(sums.phrase[subject], dot / (own * length));
      float part = dot / (own * own + CONTAINMENT_DAMPING);
      sums.contained[subject] = Math.max(sums.contained[subject], part);
    }
  }

  private void nearestByGrams(float length) {
    for (int i = 0; i < grams.size(); i++) {
      int phrase = grams.phrase(i);
      float cosine = grams.sum(phrase) / (snapshot.gramLength(phrase) * length);
      place(snapshot.owner(phrase) * Scores.Sums.PLACES, cosine);
    }
  }

  /// Keeps the best few of a subject in order; most phrases are none of them.
  private void place(int first, float value) {
    if (value <= sums.grams[first + Scores.Sums.PLACES - 1]) {
      return;
    }
    float rest = value;
    for (int i = first; i < first + Scores.Sums.PLACES; i++) {
      if (rest > sums.grams[i]) {
        float lower = sums.grams[i];
        sums.grams[i] = rest;
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
      sums.mass += rarity;
    }
    if (row != Postings.NONE) {
      score(row, weight * rarity, stem);
    } else if (stem) {
      questionLength += rarity * rarity;
    }
  }

  private void score(int row, float value, boolean stem) {
    questionLength += value * value;
    sums.knownMass += stem ? value : 0;
    Postings all = snapshot.words();
    int end = all.start(row + 1);
    for (int i = all.start(row); i < end; i++) {
      int subject = all.document(i);
      float frequency = all.weight(i);
      sums.weighted[subject] += value * frequency / (SATURATION + frequency);
      if (stem) {
        sums.covered[subject] += value;
        int parts = all.parts(i);
        sums.titled[subject] += (parts & TITLED) != 0 ? value : 0;
        sums.told[subject] += (parts & TOLD) != 0 ? value : 0;
      }
    }
    Postings phrases = snapshot.phraseWords();
    float rarity = snapshot.rarity(row);
    int last = phrases.start(row + 1);
    for (int i = phrases.start(row); i < last; i++) {
      words.add(phrases.document(i), value * rarity * phrases.weight(i));
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
      if (row != Postings.NONE && squared > 0) {
        int end = phrases.start(row + 1);
        for (int i = phrases.start(row); i < end; i++) {
          grams.add(phrases.document(i), squared);
        }
      }
    }
    return (float) Math.sqrt(length);
  }
}
