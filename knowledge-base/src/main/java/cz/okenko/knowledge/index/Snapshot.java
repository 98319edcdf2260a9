package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Spelling;
import cz.okenko.knowledge.text.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// What questions are compared with, read from the index into memory once.
final class Snapshot {

  /// An n-gram that stands in more than one of so many phrases tells nothing.
  private static final int FREQUENT = 60;

  /// In a small base an n-gram may stand in so many phrases all the same: there it costs little.
  private static final int AFFORDABLE = 60;

  private final List<Subject> subjects;
  private final Postings words;
  private final Postings phraseWords;
  private final Postings phraseGrams;
  private final int[] owners;
  private final float[] wordLengths;
  private final float[] gramLengths;
  private final Spelling spelling;
  private final boolean[] bare;

  private Snapshot(Reading read) {
    this.subjects = read.subjects;
    this.words = read.words.built(subjects.size());
    this.owners = read.owners.stream().mapToInt(Integer::intValue).toArray();
    this.phraseWords = read.phraseWords.built(owners.length);
    this.phraseGrams = read.phraseGrams.built(owners.length);
    this.wordLengths = new float[owners.length];
    this.gramLengths = new float[owners.length];
    this.spelling = new Spelling(read.vocabulary(words));
    this.bare = new boolean[subjects.size()];
    for (int i = 0; i < bare.length; i++) {
      bare[i] = subjects.get(i).bare();
    }
    measure();
  }

  static Snapshot read(DirectoryReader reader, List<Subject> subjects) throws IOException {
    Reading reading = new Reading(subjects);
    for (LeafReaderContext leaf : reader.leaves()) {
      reading.read(leaf.reader());
    }
    return new Snapshot(reading);
  }

  List<Subject> subjects() {
    return subjects;
  }

  /// The terms of the subjects, with weight and parts; phrases have the same rows.
  Postings words() {
    return words;
  }

  /// The words of the phrases.
  Postings phraseWords() {
    return phraseWords;
  }

  /// The n-grams of the phrases.
  Postings phraseGrams() {
    return phraseGrams;
  }

  int phrases() {
    return owners.length;
  }

  /// The subject a phrase belongs to.
  int owner(int phrase) {
    return owners[phrase];
  }

  /// The length of a phrase's vector of words.
  float wordLength(int phrase) {
    return wordLengths[phrase];
  }

  /// The length of a phrase's vector of n-grams.
  float gramLength(int phrase) {
    return gramLengths[phrase];
  }

  /// Whether nobody wrote down how people ask about the subject.
  boolean bare(int subject) {
    return bare[subject];
  }

  Spelling spelling() {
    return spelling;
  }

  /// How much a word tells; of one that no subject knows as much as of one that a single one does.
  float rarity(int row) {
    int count = row == Postings.NONE ? 1 : words.count(row);
    return (float) Weight.rarity(count, subjects.size());
  }

  /// How much an n-gram tells; of one that stands in very many phrases nothing, since it would cost
  /// more to add up than it could tell.
  float gramRarity(int row) {
    int count = row == Postings.NONE ? 1 : phraseGrams.count(row);
    int most = Math.max(AFFORDABLE, owners.length / FREQUENT);
    return count > most ? 0 : (float) Weight.rarity(count, owners.length);
  }

  private void measure() {
    for (int row = 0; row < phraseWords.rows(); row++) {
      float rarity = rarity(row);
      for (int i = phraseWords.start(row); i < phraseWords.start(row + 1); i++) {
        float weight = phraseWords.weight(i) * rarity;
        wordLengths[phraseWords.document(i)] += weight * weight;
      }
    }
    for (int row = 0; row < phraseGrams.rows(); row++) {
      float rarity = gramRarity(row);
      for (int i = phraseGrams.start(row); i < phraseGrams.start(row + 1); i++) {
        gramLengths[phraseGrams.document(i)] += rarity * rarity;
      }
    }
    for (int i = 0; i < owners.length; i++) {
      wordLengths[i] = (float) Math.sqrt(wordLengths[i]);
      gramLengths[i] = (float) Math.sqrt(gramLengths[i]);
    }
  }

  private static final class Reading {

    private static final int EXPECTED = 1 << 14;

    private final List<Subject> subjects;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Vocabulary terms = new Vocabulary(EXPECTED);
    private final Postings.Builder words = new Postings.Builder(terms);
    private final Postings.Builder phraseWords = new Postings.Builder(terms);
    private final Postings.Builder phraseGrams = new Postings.Builder(new Vocabulary(EXPECTED));
    private final Map<String, Integer> stems = new HashMap<>();
    private final List<Integer> owners = new ArrayList<>();

    private Reading(List<Subject> subjects) {
      this.subjects = subjects;
      for (int i = 0; i < subjects.size(); i++) {
        numbers.put(subjects.get(i).id(), i);
      }
    }

    void read(LeafReader leaf) throws IOException {
      int[] subject = new int[leaf.maxDoc()];
      int[] phrase = new int[leaf.maxDoc()];
      Bits live = leaf.getLiveDocs();
      BinaryDocValues ids = leaf.getBinaryDocValues(SubjectDocuments.ID);
      BinaryDocValues states = leaf.getBinaryDocValues(SubjectDocuments.STATE);
      for (int i = 0; i < subject.length; i++) {
        boolean alive = (live == null || live.get(i)) && ids != null && ids.advanceExact(i);
        subject[i] = alive ? numbers.getOrDefault(ids.binaryValue().utf8ToString(), -1) : -1;
        phrase[i] = -1;
        if (subject[i] >= 0 && (states == null || !states.advanceExact(i))) {
          phrase[i] = owners.size();
          owners.add(subject[i]);
        }
      }
      for (FieldInfo field : leaf.getFieldInfos()) {
        switch (field.name) {
          case SubjectDocuments.WORDS -> read(leaf, field.name, phrase, phraseWords);
          case SubjectDocuments.GRAMS -> read(leaf, field.name, phrase, phraseGrams);
          default -> {
            if (Part.bitOf(field.name) != 0) {
              read(leaf, field.name, subject, words);
            }
          }
        }
      }
    }

    private void read(LeafReader leaf, String field, int[] numbers, Postings.Builder into)
        throws IOException {
      Terms terms = leaf.terms(field);
      if (terms == null) {
        return;
      }
      byte part = Part.bitOf(field);
      TermsEnum each = terms.iterator();
      PostingsEnum hits = null;
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String text = term.utf8ToString();
        int row = into.row(text);
        if (part != 0 && Character.isLetter(text.charAt(0))) {
          stems.put(text, row);
        }
        hits = each.postings(hits, PostingsEnum.FREQS);
        for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
          if (numbers[doc] >= 0) {
            into.add(row, numbers[doc], hits.freq() / SubjectDocuments.FREQUENCY_UNIT, part);
          }
        }
      }
    }

    /// All plain stems, those of most subjects first.
    private List<String> vocabulary(Postings all) {
      Comparator<Map.Entry<String, Integer>> byCount =
          Comparator.comparingInt(entry -> -all.count(entry.getValue()));
      return stems.entrySet().stream()
          .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
