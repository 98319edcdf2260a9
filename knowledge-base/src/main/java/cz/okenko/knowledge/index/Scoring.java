package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Spelling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Scores one question. Walks the postings itself, so that one pass gives every score at once and
/// nothing of the citizen's text is ever parsed as a query.
final class Scoring {

  private static final float SATURATION = 1.2f;
  private static final float CORRECTED = 0.7f;

  /// Added to a phrase's own weight when asking how much of it the question contains, so that a
  /// phrase of one word is never wholly contained.
  private static final float CONTAINMENT_DAMPING = 12f;

  private final List<Subject> subjects;
  private final PhraseVectors phrases;
  private final Spelling spelling;
  private final @Nullable TermsEnum subjectTerms;
  private final @Nullable TermsEnum phraseTerms;
  private final @Nullable TermsEnum phraseGrams;
  private @Nullable PostingsEnum postings;

  private final float[] weighted;
  private final float[] covered;
  private final float[] phrase;
  private final float[] contained;
  private final float[] grams;
  private final float[] termDots;
  private final float[] gramDots;
  private double mass;
  private double knownMass;
  private double questionLength;

  Scoring(LeafReader leaf, List<Subject> subjects, PhraseVectors phrases, Spelling spelling)
      throws IOException {
    this.subjects = subjects;
    this.phrases = phrases;
    this.spelling = spelling;
    this.subjectTerms = terms(leaf, IndexWriting.SUBJECT_TERMS);
    this.phraseTerms = terms(leaf, IndexWriting.PHRASE_TERMS);
    this.phraseGrams = terms(leaf, IndexWriting.PHRASE_GRAMS);
    this.weighted = new float[subjects.size()];
    this.covered = new float[subjects.size()];
    this.phrase = new float[subjects.size()];
    this.contained = new float[subjects.size()];
    this.grams = new float[subjects.size()];
    this.termDots = new float[phrases.count()];
    this.gramDots = new float[phrases.count()];
  }

  private static @Nullable TermsEnum terms(LeafReader leaf, String field) throws IOException {
    Terms terms = leaf.terms(field);
    return terms == null ? null : terms.iterator();
  }

  Scores of(Features question) throws IOException {
    for (Features.Token token : question.tokens()) {
      word(token);
    }
    double gramLength = grams(question.grams());
    nearest(Math.sqrt(questionLength), gramLength);
    List<Scores.Match> matches = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      if (weighted[i] > 0 || grams[i] > 0) {
        matches.add(match(i));
      }
    }
    float known = mass == 0 ? 0 : (float) (knownMass / mass);
    return new Scores(matches, known, question.stems().size());
  }

  private Scores.Match match(int subject) {
    float share = mass == 0 ? 0 : (float) (covered[subject] / mass);
    return new Scores.Match(
        subjects.get(subject),
        weighted[subject],
        phrase[subject],
        contained[subject],
        grams[subject],
        share);
  }

  private void nearest(double termLength, double gramLength) {
    for (int i = 0; i < phrases.count(); i++) {
      int subject = phrases.subject(i);
      float own = phrases.termLength(i);
      if (termDots[i] > 0) {
        float cosine = (float) (termDots[i] / (own * termLength));
        phrase[subject] = Math.max(phrase[subject], cosine);
        float part = termDots[i] / (own * own + CONTAINMENT_DAMPING);
        contained[subject] = Math.max(contained[subject], part);
      }
      if (gramDots[i] > 0) {
        float cosine = (float) (gramDots[i] / (phrases.gramLength(i) * gramLength));
        grams[subject] = Math.max(grams[subject], cosine);
      }
    }
  }

  private void word(Features.Token token) throws IOException {
    float weight = token.weight();
    boolean stem = Character.isLetterOrDigit(token.text().charAt(0));
    String text = token.text();
    if (!found(subjectTerms, text)) {
      Optional<String> corrected = stem ? spelling.corrected(text) : Optional.empty();
      if (corrected.isEmpty() || !found(subjectTerms, corrected.get())) {
        if (stem) {
          double rarity = Weight.rarity(1, subjects.size());
          mass += rarity;
          questionLength += rarity * rarity;
        }
        return;
      }
      text = corrected.get();
      weight *= CORRECTED;
    }
    score(text, weight, stem);
  }

  private void score(String text, float weight, boolean stem) throws IOException {
    TermsEnum terms = subjectTerms;
    if (terms == null) {
      return;
    }
    float rarity = (float) Weight.rarity(terms.docFreq(), subjects.size());
    float value = weight * rarity;
    if (stem) {
      mass += rarity;
      knownMass += value;
    }
    questionLength += value * value;
    PostingsEnum hits = terms.postings(postings, PostingsEnum.FREQS);
    postings = hits;
    for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
      int subject = phrases.subject(doc);
      float frequency = hits.freq() / IndexWriting.FREQUENCY_UNIT;
      weighted[subject] += value * frequency / (SATURATION + frequency);
      if (stem) {
        covered[subject] += value;
      }
    }
    if (found(phraseTerms, text)) {
      add(phraseTerms, value * rarity * tokenWeight(text), termDots);
    }
  }

  private static float tokenWeight(String text) {
    return switch (text.charAt(0)) {
      case '^' -> 0.6f;
      case '~' -> 0.8f;
      default -> 1;
    };
  }

  private double grams(List<String> all) throws IOException {
    double length = 0;
    for (String gram : all) {
      TermsEnum terms = phraseGrams;
      if (terms != null && found(terms, gram)) {
        float rarity = (float) Weight.rarity(terms.docFreq(), phrases.count() - subjects.size());
        length += rarity * rarity;
        add(terms, rarity * rarity, gramDots);
      } else {
        double rarity = Weight.rarity(1, phrases.count() - subjects.size());
        length += rarity * rarity;
      }
    }
    return Math.sqrt(length);
  }

  private void add(@Nullable TermsEnum terms, float value, float[] dots) throws IOException {
    if (terms == null) {
      return;
    }
    PostingsEnum hits = terms.postings(postings, PostingsEnum.NONE);
    postings = hits;
    for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
      dots[doc] += value;
    }
  }

  private static boolean found(@Nullable TermsEnum terms, String text) throws IOException {
    return terms != null && terms.seekExact(new BytesRef(text));
  }
}
