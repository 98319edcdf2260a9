package cz.okenko.knowledge.index;

/// Sums for some of very many phrases: remembers which were touched, so that neither clearing nor
/// reading costs more than those. Used by one question at a time, again and again.
final class Dots {

  private final float[] sums;
  private final int[] touched;
  private int size;

  Dots(int phrases) {
    this.sums = new float[phrases];
    this.touched = new int[phrases];
  }

  /// Adds a value that is not 0.
  void add(int phrase, float value) {
    if (sums[phrase] == 0) {
      touched[size++] = phrase;
    }
    sums[phrase] += value;
  }

  int size() {
    return size;
  }

  /// The phrase touched as the n-th.
  int phrase(int n) {
    return touched[n];
  }

  float sum(int phrase) {
    return sums[phrase];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      sums[touched[i]] = 0;
    }
    size = 0;
  }
}
