package cz.okenko.knowledge.learning;

import cz.okenko.knowledge.text.Features;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Tells for each class how likely a text belongs to it: a multinomial logistic regression over the
/// text's [Signs], its weights rounded to few steps each. Never changes; safe for many threads.
public final class Classifier {

  private static final int FORM = 4;
  private static final int MOST_CLASSES = Character.MAX_VALUE;

  /// Bits of a number in a byte, and the bit that says that more follow.
  private static final int BITS = 7;

  private static final int MORE = 1 << BITS;

  private final String fingerprint;
  private final Look look;
  private final List<String> classes;
  private final Weights weights;
  private final SignIndex signs;

  Classifier(String fingerprint, Look look, List<String> classes, Weights trained) {
    this.fingerprint = fingerprint;
    this.look = look;
    this.classes = List.copyOf(classes);
    this.weights = trained;
    this.signs = new SignIndex(trained);
  }

  /// The numbers of a trained classifier: for each sign its hash, rarity and the scale of its
  /// weights, and for the few classes it speaks for or against a small multiple of the scale; for
  /// each class a bias. Signs stand in the order of their hashes; of a scale only the upper half is
  /// kept, see [#coarse].
  static final class Weights {
    /// Hash, rarity and scale, where the entries start: what is asked of a sign stands side by side.
    private static final int WIDTH = 3;

    final float[] biases;

    private final int signs;

    /// A row for each sign, and one behind the last for where all entries have ended.
    private final long[] rows;

    private char[] numbers;
    private byte[] values;

    /// With room for about so many entries.
    Weights(int signs, int classes, int entries) {
      if (classes > MOST_CLASSES) {
        throw new IllegalArgumentException(classes + " classes are too many");
      }
      this.signs = signs;
      this.rows = new long[(signs + 1) * WIDTH];
      this.biases = new float[classes];
      this.numbers = new char[entries];
      this.values = new byte[entries];
    }

    /// The next greater number that fits into the upper half of a float; none less than 0.
    static float coarse(float number) {
      int upper = Float.floatToRawIntBits(number) >>> Character.SIZE;
      return Float.intBitsToFloat((upper + 1) << Character.SIZE);
    }

    /// How many signs there are.
    int signs() {
      return signs;
    }

    long hash(int sign) {
      return rows[sign * WIDTH];
    }

    private float rarity(int sign) {
      return Float.intBitsToFloat((int) (rows[sign * WIDTH + 1] >>> Integer.SIZE));
    }

    private float scale(int sign) {
      return Float.intBitsToFloat((int) rows[sign * WIDTH + 1]);
    }

    /// Where the entries of a sign start, and those of the one before have ended.
    private int start(int sign) {
      return (int) rows[sign * WIDTH + 2];
    }

    private void sign(int sign, long hash, float rarity, float scale) {
      rows[sign * WIDTH] = hash;
      rows[sign * WIDTH + 1] =
          (long) Float.floatToRawIntBits(rarity) << Integer.SIZE
              | Integer.toUnsignedLong(Float.floatToRawIntBits(scale));
    }

    /// Begins a sign where the one before it ended; signs are filled one after another.
    void begin(int sign, long hash, float rarity, float scale) {
      sign(sign, hash, rarity, scale);
      end(sign, start(sign));
    }

    private void end(int sign, int end) {
      rows[(sign + 1) * WIDTH + 2] = end;
    }

    /// Adds an entry to the sign that was begun last.
    void add(int sign, int number, byte value) {
      int at = start(sign + 1);
      if (at == numbers.length) {
        numbers = Arrays.copyOf(numbers, at + at / 2 + 16);
        values = Arrays.copyOf(values, numbers.length);
      }
      numbers[at] = (char) number;
      values[at] = value;
      end(sign, at + 1);
    }

    /// Without the room that was not needed.
    Weights trimmed() {
      numbers = Arrays.copyOf(numbers, start(signs));
      values = Arrays.copyOf(values, numbers.length);
      return this;
    }

    /// All of one sort after another, and differences instead of numbers that grow: so it packs
    /// best.
    private void write(DataOutputStream out) throws IOException {
      long before = 0;
      for (int sign = 0; sign < signs; sign++) {
        writeNumber(out, hash(sign) - before);
        before = hash(sign);
      }
      for (int sign = 0; sign < signs; sign++) {
        out.writeFloat(rarity(sign));
      }
      for (int sign = 0; sign < signs; sign++) {
        out.writeChar(Float.floatToRawIntBits(scale(sign)) >>> Character.SIZE);
      }
      for (int sign = 0; sign < signs; sign++) {
        out.writeChar(start(sign + 1) - start(sign));
      }
      for (int sign = 0; sign < signs; sign++) {
        int last = 0;
        for (int i = start(sign); i < start(sign + 1); i++) {
          writeNumber(out, numbers[i] - last);
          last = numbers[i];
        }
      }
      out.write(values, 0, start(signs));
    }

    private void read(ByteBuffer in) throws IOException {
      long[] hashes = new long[signs];
      float[] rarities = new float[signs];
      long before = 0;
      for (int sign = 0; sign < signs; sign++) {
        before += readNumber(in);
        hashes[sign] = before;
      }
      for (int sign = 0; sign < signs; sign++) {
        rarities[sign] = in.getFloat();
      }
      for (int sign = 0; sign < signs; sign++) {
        float scale = Float.intBitsToFloat(in.getChar() << Character.SIZE);
        sign(sign, hashes[sign], rarities[sign], scale);
      }
      for (int sign = 0; sign < signs; sign++) {
        end(sign, start(sign) + in.getChar());
      }
      if (start(signs) != numbers.length) {
        throw new IOException("the classifier has too few entries or too many");
      }
      for (int sign = 0; sign < signs; sign++) {
        int last = 0;
        for (int i = start(sign); i < start(sign + 1); i++) {
          last += (int) readNumber(in);
          numbers[i] = (char) last;
        }
      }
      in.get(values, 0, start(signs));
    }

    /// Seven bits in a byte, the lowest first; the eighth says that there are more.
    private static void writeNumber(DataOutputStream out, long number) throws IOException {
      long rest = number;
      for (; rest >= MORE; rest >>>= BITS) {
        out.writeByte((int) (rest & (MORE - 1)) | MORE);
      }
      out.writeByte((int) rest);
    }

    private static long readNumber(ByteBuffer in) {
      long number = 0;
      int read = MORE;
      for (int shift = 0; (read & MORE) != 0; shift += BITS) {
        read = in.get();
        number |= (long) (read & (MORE - 1)) << shift;
      }
      return number;
    }

    /// Adds to the sums of the classes what a sign says of them.
    private void add(float[] sums, int sign, float value) {
      int end = start(sign + 1);
      for (int i = start(sign); i < end; i++) {
        sums[numbers[i]] += value * values[i];
      }
    }
  }

  /// One that knows no class.
  public static Classifier none() {
    return new Classifier("", Look.SUBJECT, List.of(), new Weights(0, 0, 0));
  }

  /// What it was trained from; equal when nothing has changed since.
  public String fingerprint() {
    return fingerprint;
  }

  /// The names of the classes in the order of their numbers.
  public List<String> classes() {
    return classes;
  }

  /// Whether it has learned anything from a word, which stands as in [Features#words].
  public boolean knows(String word) {
    return signs.find(Signs.word(word)) >= 0;
  }

  /// For each class by its number the likelihood that the text belongs to it, summing to 1.
  public float[] likelihoods(Features text) {
    if (classes.isEmpty()) {
      return new float[] {};
    }
    Signs found = Signs.of(text, look);
    int[] numbers = new int[found.size()];
    float[] values = new float[found.size()];
    int known = 0;
    double length = 0;
    for (int i = 0; i < found.size(); i++) {
      int sign = signs.find(found.hash(i));
      if (sign >= 0) {
        numbers[known] = sign;
        values[known] = found.weight(i) * weights.rarity(sign);
        length += values[known] * values[known];
        known++;
      }
    }
    float[] sums = weights.biases.clone();
    float unit = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
    for (int i = 0; i < known; i++) {
      weights.add(sums, numbers[i], values[i] * unit * weights.scale(numbers[i]));
    }
    Softmax.of(sums);
    return sums;
  }

  /// Writes it in a form of its own.
  ///
  /// @throws IOException when the stream does
  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      out.writeInt(FORM);
      writeText(out, fingerprint);
      out.writeBoolean(look == Look.TONE);
      out.writeInt(classes.size());
      for (int i = 0; i < classes.size(); i++) {
        writeText(out, classes.get(i));
        out.writeFloat(weights.biases[i]);
      }
      out.writeInt(weights.signs);
      out.writeInt(weights.start(weights.signs));
      weights.write(out);
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException when the stream does, or holds anything else
  public static Classifier read(InputStream stream) throws IOException {
    try (GZIPInputStream unpacked = new GZIPInputStream(stream, 1 << 16)) {
      ByteBuffer in = ByteBuffer.wrap(unpacked.readAllBytes());
      if (in.getInt() != FORM) {
        throw new IOException("the classifier was written by another version");
      }
      return read(in);
    } catch (BufferUnderflowException e) {
      throw new IOException("the classifier is not whole", e);
    }
  }

  private static Classifier read(ByteBuffer in) throws IOException {
    String fingerprint = readText(in);
    Look look = in.get() != 0 ? Look.TONE : Look.SUBJECT;
    List<String> classes = new ArrayList<>();
    float[] biases = new float[in.getInt()];
    for (int i = 0; i < biases.length; i++) {
      classes.add(readText(in));
      biases[i] = in.getFloat();
    }
    Weights weights = new Weights(in.getInt(), biases.length, in.getInt());
    System.arraycopy(biases, 0, weights.biases, 0, biases.length);
    weights.read(in);
    return new Classifier(fingerprint, look, classes, weights);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeChar(bytes.length);
    out.write(bytes);
  }

  private static String readText(ByteBuffer in) {
    byte[] bytes = new byte[in.getChar()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
