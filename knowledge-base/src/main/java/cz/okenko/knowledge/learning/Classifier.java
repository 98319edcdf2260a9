package cz.okenko.knowledge.learning;

import cz.okenko.knowledge.text.Features;
import cz.okenko.knowledge.text.Vocabulary;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Tells for each class how likely a text belongs to it: a multinomial logistic regression over the
/// text's [Signs], its weights rounded to few steps each. Never changes; safe for many threads.
public final class Classifier {

  private static final int FORM = 1;

  private final String fingerprint;
  private final List<String> classes;
  private final Vocabulary signs;
  private final long[] hashes;
  private final float[] rarities;
  private final float[] scales;
  private final byte[][] weights;
  private final float[] biases;

  Classifier(String fingerprint, List<String> classes, Weights trained) {
    this.fingerprint = fingerprint;
    this.classes = List.copyOf(classes);
    this.hashes = trained.hashes;
    this.rarities = trained.rarities;
    this.scales = trained.scales;
    this.weights = trained.weights;
    this.biases = trained.biases;
    this.signs = new Vocabulary(hashes.length);
    for (long hash : hashes) {
      signs.add(hash);
    }
  }

  /// The numbers of a trained classifier: for each sign its hash, rarity and the scale of its
  /// weights, for each class a small multiple of the scale; for each class a bias.
  static final class Weights {
    final long[] hashes;
    final float[] rarities;
    final float[] scales;
    final byte[][] weights;
    final float[] biases;

    Weights(int signs, int classes) {
      this.hashes = new long[signs];
      this.rarities = new float[signs];
      this.scales = new float[signs];
      this.weights = new byte[signs][classes];
      this.biases = new float[classes];
    }
  }

  /// One that knows no class.
  public static Classifier none() {
    return new Classifier("", List.of(), new Weights(0, 0));
  }

  /// What it was trained from; equal when nothing has changed since.
  public String fingerprint() {
    return fingerprint;
  }

  /// The names of the classes in the order of their numbers.
  public List<String> classes() {
    return classes;
  }

  /// For each class by its number the likelihood that the text belongs to it, summing to 1.
  public float[] likelihoods(Features text) {
    if (classes.isEmpty()) {
      return new float[] {};
    }
    Signs found = Signs.of(text);
    int[] rows = new int[found.size()];
    float[] values = new float[found.size()];
    int known = 0;
    double length = 0;
    for (int i = 0; i < found.size(); i++) {
      int row = signs.find(found.hash(i));
      if (row >= 0) {
        rows[known] = row;
        values[known] = found.weight(i) * rarities[row];
        length += values[known] * values[known];
        known++;
      }
    }
    float[] sums = biases.clone();
    float unit = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
    for (int i = 0; i < known; i++) {
      add(sums, weights[rows[i]], values[i] * unit * scales[rows[i]]);
    }
    Softmax.of(sums);
    return sums;
  }

  private static void add(float[] sums, byte[] weights, float value) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += value * weights[i];
    }
  }

  /// Writes it in a form of its own.
  ///
  /// @throws IOException when the stream does
  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      out.writeInt(FORM);
      out.writeUTF(fingerprint);
      out.writeInt(classes.size());
      for (int i = 0; i < classes.size(); i++) {
        out.writeUTF(classes.get(i));
        out.writeFloat(biases[i]);
      }
      out.writeInt(hashes.length);
      for (int i = 0; i < hashes.length; i++) {
        out.writeLong(hashes[i]);
        out.writeFloat(rarities[i]);
        out.writeFloat(scales[i]);
        out.write(weights[i]);
      }
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException when the stream does, or holds anything else
  public static Classifier read(InputStream stream) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16))) {
      if (in.readInt() != FORM) {
        throw new IOException("the classifier was written by another version");
      }
      String fingerprint = in.readUTF();
      List<String> classes = new ArrayList<>();
      float[] biases = new float[in.readInt()];
      for (int i = 0; i < biases.length; i++) {
        classes.add(in.readUTF());
        biases[i] = in.readFloat();
      }
      Weights weights = new Weights(in.readInt(), biases.length);
      System.arraycopy(biases, 0, weights.biases, 0, biases.length);
      for (int i = 0; i < weights.hashes.length; i++) {
        weights.hashes[i] = in.readLong();
        weights.rarities[i] = in.readFloat();
        weights.scales[i] = in.readFloat();
        in.readFully(weights.weights[i]);
      }
      return new Classifier(fingerprint, classes, weights);
    }
  }
}
