package cz.okenko.knowledge.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/// Per document: the subject it belongs to, and the lengths of a phrase's two vectors.
final class PhraseVectors {

  private final int[] subject;
  private final float[] termLength;
  private final float[] gramLength;

  private PhraseVectors(int[] subject, float[] termLength, float[] gramLength) {
    this.subject = subject;
    this.termLength = termLength;
    this.gramLength = gramLength;
  }

  static PhraseVectors read(LeafReader leaf) throws IOException {
    int documents = leaf.maxDoc();
    int[] subject = new int[documents];
    float[] termLength = new float[documents];
    float[] gramLength = new float[documents];
    NumericDocValues subjects = DocValues.getNumeric(leaf, IndexWriting.SUBJECT);
    NumericDocValues terms = DocValues.getNumeric(leaf, IndexWriting.TERM_LENGTH);
    NumericDocValues grams = DocValues.getNumeric(leaf, IndexWriting.GRAM_LENGTH);
    for (int i = 0; i < documents; i++) {
      subject[i] = subjects.advanceExact(i) ? (int) subjects.longValue() : 0;
      termLength[i] = length(terms, i);
      gramLength[i] = length(grams, i);
    }
    return new PhraseVectors(subject, termLength, gramLength);
  }

  int count() {
    return subject.length;
  }

  int subject(int document) {
    return subject[document];
  }

  float termLength(int document) {
    return termLength[document];
  }

  float gramLength(int document) {
    return gramLength[document];
  }

  private static float length(NumericDocValues values, int document) throws IOException {
    return values.advanceExact(document) ? Float.intBitsToFloat((int) values.longValue()) : 0;
  }
}
