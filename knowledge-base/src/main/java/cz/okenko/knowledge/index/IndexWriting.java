package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/// Writes the index anew. A document per subject carries all its terms, the frequency of each being
/// the weighted and length-normalised sum over title, terms, phrases and body; a document per
/// phrase carries the phrase's tokens and n-grams and the lengths of both vectors.
final class IndexWriting {

  static final String SUBJECT_TERMS = "s";
  static final String PHRASE_TERMS = "p";
  static final String PHRASE_GRAMS = "g";
  static final String SUBJECT = "subject";
  static final String TERM_LENGTH = "pl";
  static final String GRAM_LENGTH = "gl";

  /// Frequencies are whole numbers in the index: this many stand for 1.
  static final float FREQUENCY_UNIT = 64f;

  private static final float TITLE = 2.5f;
  private static final float TERMS = 1.2f;
  private static final float PHRASES = 0.8f;
  private static final float BODY = 1.0f;
  private static final int MOST_PHRASES_PER_TERM = 3;
  private static final float LENGTH_PENALTY = 0.6f;

  private static final FieldType FREQUENCIES = new FieldType();

  static {
    FREQUENCIES.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    FREQUENCIES.setTokenized(true);
    FREQUENCIES.setOmitNorms(true);
    FREQUENCIES.freeze();
  }

  private final List<Subject> subjects;
  private final Analysis analysis;
  private final Map<String, Integer> subjectsWith = new HashMap<>();
  private final Map<String, Integer> phrasesWithGram = new HashMap<>();
  private final List<List<Features>> phrases = new ArrayList<>();
  private int phraseCount;

  IndexWriting(List<Subject> subjects, Analysis analysis) {
    this.subjects = subjects;
    this.analysis = analysis;
  }

  void write(Directory directory, String fingerprint) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      List<Map<String, Float>> weights = subjects.stream().map(this::analysed).toList();
      for (int i = 0; i < subjects.size(); i++) {
        writer.addDocument(subjectDocument(i, weights.get(i)));
        for (Features phrase : phrases.get(i)) {
          writer.addDocument(phraseDocument(i, phrase));
        }
      }
      if (subjects.isEmpty()) {
        writer.addDocument(new Document()); // a reader without any segment is a special case
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of("fingerprint", fingerprint).entrySet());
      writer.commit();
    }
  }

  private Map<String, Float> analysed(Subject subject) {
    Map<String, Float> weights = new HashMap<>();
    add(weights, TITLE, List.of(analysis.of(subject.title())));
    add(weights, TERMS, subject.terms().stream().map(analysis::of).toList());
    List<Features> own = subject.phrases().stream().map(analysis::of).toList();
    add(weights, PHRASES, own);
    add(weights, BODY, subject.body().lines().map(analysis::of).toList());
    List<Features> vectors = new ArrayList<>(own);
    vectors.add(analysis.of(subject.title()));
    phrases.add(vectors);
    weights.keySet().forEach(term -> subjectsWith.merge(term, 1, Integer::sum));
    for (Features phrase : vectors) {
      phraseCount++;
      phrase.grams().forEach(gram -> phrasesWithGram.merge(gram, 1, Integer::sum));
    }
    return weights;
  }

  private static void add(Map<String, Float> weights, float weight, List<Features> parts) {
    Map<String, Integer> counts = new HashMap<>();
    for (Features part : parts) {
      part.tokens().forEach(token -> counts.merge(token.text(), 1, Integer::sum));
    }
    float penalty = 1 - LENGTH_PENALTY + LENGTH_PENALTY * (float) Math.sqrt(counts.size() / 30.0);
    counts.forEach(
        (term, count) ->
            weights.merge(
                term, weight * Math.min(count, MOST_PHRASES_PER_TERM) / penalty, Float::sum));
  }

  private static Document subjectDocument(int number, Map<String, Float> weights) {
    Map<String, Integer> frequencies = new HashMap<>();
    weights.forEach(
        (term, weight) ->
            frequencies.put(term, Math.max(1, Math.round(weight * FREQUENCY_UNIT))));
    Document document = new Document();
    document.add(new NumericDocValuesField(SUBJECT, number));
    document.add(new Field(SUBJECT_TERMS, new TermStream(frequencies), FREQUENCIES));
    return document;
  }

  private Document phraseDocument(int number, Features phrase) {
    Map<String, Integer> terms = new HashMap<>();
    double termLength = 0;
    for (Features.Token token : phrase.tokens()) {
      terms.put(token.text(), 1);
      double weight =
          token.weight() * Weight.rarity(subjectsWith.getOrDefault(token.text(), 1), subjects.size());
      termLength += weight * weight;
    }
    Map<String, Integer> grams = new HashMap<>();
    double gramLength = 0;
    for (String gram : phrase.grams()) {
      grams.put(gram, 1);
      double weight = Weight.rarity(phrasesWithGram.getOrDefault(gram, 1), phraseCount);
      gramLength += weight * weight;
    }
    Document document = new Document();
    document.add(new NumericDocValuesField(SUBJECT, number));
    document.add(new NumericDocValuesField(TERM_LENGTH, bits(termLength)));
    document.add(new NumericDocValuesField(GRAM_LENGTH, bits(gramLength)));
    document.add(new Field(PHRASE_TERMS, new TermStream(terms), FREQUENCIES));
    document.add(new Field(PHRASE_GRAMS, new TermStream(grams), FREQUENCIES));
    return document;
  }

  private static long bits(double squaredLength) {
    return Float.floatToIntBits((float) Math.sqrt(squaredLength));
  }
}
