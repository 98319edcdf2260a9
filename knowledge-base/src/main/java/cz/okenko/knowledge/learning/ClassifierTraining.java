package cz.okenko.knowledge.learning;

import cz.okenko.knowledge.text.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/// Trains a classifier: some passes over all examples in changing order, with steps that shrink the
/// more a sign has been learned from (AdaGrad, one rate per sign), and with part of the signs left
/// out at random each time, so that none is relied upon alone.
public final class ClassifierTraining {

  private static final int PASSES = 16;
  private static final double LEFT_OUT = 0.6;
  private static final float STEP = 2f;
  private static final float BIAS_STEP = 0.02f;
  private static final float SMALLEST_PAST = 1e-3f;
  private static final float NOTHING = 1e-3f;

  /// A weight is one of so many to either side of nothing.
  private static final int STEPS = 31;

  /// A weight nearer to nothing is left out: it takes two thirds of the room and tells nothing that
  /// cross-validation could see.
  private static final int FEWEST_STEPS = 2;

  /// A sign that stands in one example alone teaches nothing about others.
  private static final int FEWEST_EXAMPLES = 2;

  /// Words in a row are many; cross-validation saw no harm in leaving out the rarest.
  private static final int FEWEST_EXAMPLES_OF_TONE = 3;

  private final Look look;
  private final List<Example> examples;
  private final SplittableRandom random;
  private final int classes;
  private Vocabulary signs = new Vocabulary(0);
  private float[] rarities = {};
  private int[][] rows = {};
  private float[][] values = {};

  private ClassifierTraining(Look look, List<Example> examples, int classes, long seed) {
    this.look = look;
    this.examples = examples;
    this.classes = classes;
    this.random = new SplittableRandom(seed);
  }

  /// A classifier of the named classes, whose places in the list are the examples' numbers.
  public static Classifier train(
      String fingerprint, Look look, List<String> classes, List<Example> examples, long seed) {
    ClassifierTraining training = new ClassifierTraining(look, examples, classes.size(), seed);
    training.prepare();
    return new Classifier(fingerprint, look, classes, training.run());
  }

  private void prepare() {
    List<Signs> all = examples.stream().map(example -> Signs.of(example.text(), look)).toList();
    Vocabulary seen = new Vocabulary(1 << 15);
    int[] counts = new int[1 << 15];
    for (Signs one : all) {
      for (int i = 0; i < one.size(); i++) {
        int number = seen.add(one.hash(i));
        counts = number < counts.length ? counts : Arrays.copyOf(counts, counts.length * 2);
        counts[number]++;
      }
    }
    int fewest = look == Look.TONE ? FEWEST_EXAMPLES_OF_TONE : FEWEST_EXAMPLES;
    long[] hashes = seen.hashes();
    signs = new Vocabulary(hashes.length);
    rarities = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      if (counts[i] >= fewest) {
        rarities[signs.add(hashes[i])] =
            (float) StrictMath.log(1 + examples.size() / (counts[i] + 0.5));
      }
    }
    rows = new int[all.size()][];
    values = new float[all.size()][];
    for (int i = 0; i < rows.length; i++) {
      vector(i, all.get(i));
    }
  }

  private void vector(int example, Signs found) {
    int[] row = new int[found.size()];
    float[] value = new float[found.size()];
    int known = 0;
    for (int i = 0; i < found.size(); i++) {
      int at = signs.find(found.hash(i));
      if (at >= 0) {
        row[known] = at;
        value[known++] = found.weight(i) * rarities[at];
      }
    }
    rows[example] = Arrays.copyOf(row, known);
    values[example] = Arrays.copyOf(value, known);
  }

  private Classifier.Weights run() {
    float[][] weights = new float[signs.size()][classes];
    float[] past = new float[signs.size()];
    float[] biases = new float[classes];
    int[] order = new int[examples.size()];
    Arrays.setAll(order, i -> i);
    for (int pass = 0; pass < PASSES; pass++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("training was ended in pass " + pass);
      }
      shuffle(order);
      for (int example : order) {
        learn(example, weights, past, biases);
      }
    }
    return rounded(weights, biases);
  }

  private void learn(int example, float[][] weights, float[] past, float[] biases) {
    int[] kept = new int[rows[example].length];
    float[] shares = new float[kept.length];
    int size = leaveOut(example, kept, shares);
    if (size == 0) {
      return;
    }
    float weight = examples.get(example).weight();
    float[] error = biases.clone();
    for (int i = 0; i < size; i++) {
      add(error, weights[kept[i]], shares[i]);
    }
    Softmax.of(error);
    error[examples.get(example).number()] -= 1;
    float squared = weight * weight * squared(error);
    int[] wrong = wrong(error);
    for (int i = 0; i < size; i++) {
      int row = kept[i];
      past[row] += shares[i] * shares[i] * squared;
      float step = (float) (STEP * weight * shares[i] / Math.sqrt(SMALLEST_PAST + past[row]));
      correct(weights[row], error, wrong, step);
    }
    correct(biases, error, wrong, BIAS_STEP * weight);
  }

  /// The classes that are wrong by more than nothing; soon they are few.
  private static int[] wrong(float[] error) {
    int[] wrong = new int[error.length];
    int size = 0;
    for (int i = 0; i < error.length; i++) {
      if (Math.abs(error[i]) > NOTHING) {
        wrong[size++] = i;
      }
    }
    return Arrays.copyOf(wrong, size);
  }

  private static void correct(float[] weights, float[] error, int[] wrong, float step) {
    for (int i : wrong) {
      weights[i] -= step * error[i];
    }
  }

  /// A random part of the example's signs as a vector of length 1.
  private int leaveOut(int example, int[] kept, float[] shares) {
    int size = 0;
    double length = 0;
    for (int i = 0; i < rows[example].length; i++) {
      if (random.nextDouble() >= LEFT_OUT) {
        kept[size] = rows[example][i];
        shares[size] = values[example][i];
        length += shares[size] * shares[size];
        size++;
      }
    }
    float unit = (float) (1 / Math.sqrt(length));
    for (int i = 0; i < size; i++) {
      shares[i] *= unit;
    }
    return size;
  }

  private static void add(float[] sums, float[] values, float factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  private static float squared(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum;
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private Classifier.Weights rounded(float[][] weights, float[] biases) {
    Classifier.Weights rounded = new Classifier.Weights(signs.size(), classes, 1 << 16);
    System.arraycopy(biases, 0, rounded.biases, 0, classes);
    long[] hashes = signs.hashes();
    Arrays.sort(hashes);
    for (int sign = 0; sign < hashes.length; sign++) {
      int row = signs.find(hashes[sign]);
      float most = 0;
      for (float weight : weights[row]) {
        most = Math.max(most, Math.abs(weight));
      }
      float scale = Classifier.Weights.coarse(most / STEPS);
      rounded.begin(sign, hashes[sign], rarities[row], scale);
      for (int i = 0; i < classes && most > 0; i++) {
        byte steps = (byte) Math.round(weights[row][i] / scale);
        if (Math.abs(steps) >= FEWEST_STEPS) {
          rounded.add(sign, i, steps);
        }
      }
    }
    return rounded.trimmed();
  }
}
