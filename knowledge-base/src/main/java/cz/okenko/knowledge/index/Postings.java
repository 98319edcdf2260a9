package cz.okenko.knowledge.index;

import cz.okenko.knowledge.text.Hash;
import cz.okenko.knowledge.text.Vocabulary;
import java.util.Arrays;

/// Which documents have a term, in memory: reading a list costs an array access where Lucene's
/// would cost a search in its dictionary. Never changed once built.
final class Postings {

  /// The row of a term that stands nowhere.
  static final int NONE = -1;

  private final Vocabulary terms;
  private final int[] starts;
  private final int[] documents;
  private final float[] weights;
  private final byte[] parts;

  private Postings(
      Vocabulary terms, int[] starts, int[] documents, float[] weights, byte[] parts) {
    this.terms = terms;
    this.starts = starts;
    this.documents = documents;
    this.weights = weights;
    this.parts = parts;
  }

  /// The row of a term, or [#NONE].
  int row(String term) {
    return terms.find(Hash.of(term));
  }

  /// How many documents have the row's term.
  int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /// The place of the row's first document; the last stands before `start(row + 1)`.
  int start(int row) {
    return starts[row];
  }

  int document(int place) {
    return documents[place];
  }

  /// The term's weight in the document, summed over all additions.
  float weight(int place) {
    return weights[place];
  }

  /// The bits of all parts in which the document has the term.
  byte parts(int place) {
    return parts[place];
  }

  int rows() {
    return starts.length - 1;
  }

  /// Collects terms in any order; several additions of a term to a document become one.
  static final class Builder {

    private final Vocabulary terms;
    private int[] rows = new int[1 << 12];
    private int[] documents = new int[1 << 12];
    private float[] weights = new float[1 << 12];
    private byte[] parts = new byte[1 << 12];
    private int size;

    /// With terms of its own, or those of other postings, so that a term has one row in both.
    Builder(Vocabulary terms) {
      this.terms = terms;
    }

    /// Additions of one document must follow each other within a term.
    void add(int row, int document, float weight, byte part) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
        documents = Arrays.copyOf(documents, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
        parts = Arrays.copyOf(parts, size * 2);
      }
      rows[size] = row;
      documents[size] = document;
      weights[size] = weight;
      parts[size++] = part;
    }

    int row(String term) {
      return terms.add(Hash.of(term));
    }

    Postings built(int documentCount) {
      int[] starts = new int[terms.size() + 1];
      int[] places = new int[terms.size()];
      int[] order = inOrderOfRows(starts);
      int[] outDocuments = new int[size];
      float[] outWeights = new float[size];
      byte[] outParts = new byte[size];
      int[] placeOf = new int[documentCount];
      int out = 0;
      for (int row = 0; row < places.length; row++) {
        int first = out;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
          int entry = order[i];
          int document = documents[entry];
          int place = placeOf[document];
          if (place < first || place >= out || outDocuments[place] != document) {
            place = out++;
            placeOf[document] = place;
            outDocuments[place] = document;
          }
          outWeights[place] += weights[entry];
          outParts[place] |= parts[entry];
        }
        places[row] = first;
      }
      int[] merged = Arrays.copyOf(places, places.length + 1);
      merged[places.length] = out;
      return new Postings(
          terms,
          merged,
          Arrays.copyOf(outDocuments, out),
          Arrays.copyOf(outWeights, out),
          Arrays.copyOf(outParts, out));
    }

    /// The entries sorted by row, in the order of their addition; fills where each row starts.
    private int[] inOrderOfRows(int[] starts) {
      for (int i = 0; i < size; i++) {
        starts[rows[i] + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      int[] next = Arrays.copyOf(starts, starts.length);
      int[] order = new int[size];
      for (int i = 0; i < size; i++) {
        order[next[rows[i]]++] = i;
      }
      return order;
    }
  }
}
