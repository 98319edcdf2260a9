package cz.okenko.knowledge.index;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.text.Analysis;
import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// What a subject is in the index: a document of its own with a field for each part in each
/// language (`title-cs`, `body-uk` …), and a document for each phrase with its words and n-grams.
/// None of it depends on other subjects, so one can be exchanged alone.
final class SubjectDocuments {

  static final String ID = "id";
  static final String STATE = "state";
  static final String WORDS = "words";
  static final String GRAMS = "grams";

  /// Frequencies are whole numbers in the index: this many stand for 1.
  static final float FREQUENCY_UNIT = 64f;

  private static final int MOST_COUNTED = 3;
  private static final float LENGTH_PENALTY = 0.6f;
  private static final double USUAL_LENGTH = 30;

  private static final FieldType FREQUENCIES = new FieldType();

  static {
    FREQUENCIES.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    FREQUENCIES.setTokenized(true);
    FREQUENCIES.setOmitNorms(true);
    FREQUENCIES.freeze();
  }

  private final Analysis analysis;

  SubjectDocuments(Analysis analysis) {
    this.analysis = analysis;
  }

  /// Changes when the subject's documents would.
  byte[] state(Subject subject) {
    return new Fingerprint().with(analysis.fingerprint()).with(subject.toString()).bytes();
  }

  List<Document> of(Subject subject, byte[] state) {
    Document whole = new Document();
    whole.add(new StringField(ID, subject.id(), Field.Store.NO));
    whole.add(new BinaryDocValuesField(ID, new BytesRef(subject.id())));
    whole.add(new BinaryDocValuesField(STATE, new BytesRef(state)));
    List<Document> documents = new ArrayList<>();
    documents.add(whole);
    for (Subject.Text text : subject.texts()) {
      Language language = text.language();
      Features title = analysis.of(text.title());
      List<Features> phrases = text.phrases().stream().map(analysis::of).toList();
      add(whole, Part.TITLE, language, List.of(title));
      add(whole, Part.TERMS, language, text.terms().stream().map(analysis::of).toList());
      add(whole, Part.PHRASES, language, phrases);
      add(whole, Part.BODY, language, text.body().lines().map(analysis::of).toList());
      phrases.forEach(phrase -> documents.add(phrase(subject.id(), phrase)));
      documents.add(phrase(subject.id(), title));
    }
    return documents;
  }

  private static void add(Document document, Part part, Language language, List<Features> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (Features text : texts) {
      text.tokens().forEach(token -> counts.merge(token.text(), 1, Integer::sum));
    }
    if (counts.isEmpty()) {
      return;
    }
    double penalty = 1 - LENGTH_PENALTY + LENGTH_PENALTY * Math.sqrt(counts.size() / USUAL_LENGTH);
    Map<String, Integer> frequencies = new HashMap<>();
    counts.forEach(
        (term, count) -> {
          double weight = part.weight() * Math.min(count, MOST_COUNTED) / penalty;
          frequencies.put(term, Math.max(1, (int) Math.round(weight * FREQUENCY_UNIT)));
        });
    document.add(new Field(part.field(language), new TermStream(frequencies), FREQUENCIES));
  }

  private static Document phrase(String id, Features phrase) {
    Map<String, Integer> words = new HashMap<>();
    for (Features.Token token : phrase.tokens()) {
      words.put(token.text(), Math.round(token.weight() * FREQUENCY_UNIT));
    }
    Map<String, Integer> grams = new HashMap<>();
    phrase.grams().forEach(gram -> grams.put(gram, 1));
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
    document.add(new Field(WORDS, new TermStream(words), FREQUENCIES));
    document.add(new Field(GRAMS, new TermStream(grams), FREQUENCIES));
    return document;
  }
}
