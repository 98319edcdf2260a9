package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.learning.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How much each trait counts in the ranking and each part of the evidence in the confidence.
/// Learned by the command `train` and kept in the jar as a table one can read and compare.
public final class Weights {

  private static final String SHIPPED = "/learned/weights.tsv";

  private final double[] ranking;
  private final double[] first;
  private final double[] three;

  Weights(double[] ranking, double[] first, double[] three) {
    this.ranking = ranking.clone();
    this.first = first.clone();
    this.three = three.clone();
  }

  /// Those in the jar.
  public static Weights shipped() {
    try (InputStream stream = Weights.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new IllegalStateException("the jar has no " + SHIPPED);
      }
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  /// From the text [#toString] gives; what is not named counts nothing.
  static Weights read(String table) {
    Map<String, Double> values = new HashMap<>();
    for (String line : table.lines().toList()) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        values.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
      }
    }
    return new Weights(
        values("rank", Comparison.TRAITS, values),
        values("first", Evidence.PARTS, values),
        values("three", Evidence.PARTS, values));
  }

  private static double[] values(
      String what, List<String> names, Map<String, Double> values) {
    return names.stream()
        .mapToDouble(name -> values.getOrDefault(what + "." + name, 0.0))
        .toArray();
  }

  double[] ranking() {
    return ranking;
  }

  /// How likely the first article is what the citizen means.
  double first(double[] evidence) {
    return logistic(Choice.sum(evidence, first));
  }

  /// How likely it is among the first three.
  double three(double[] evidence) {
    return logistic(Choice.sum(evidence, three));
  }

  private static double logistic(double sum) {
    return 1 / (1 + StrictMath.exp(-sum));
  }

  /// A line for each weight: name, tab, value.
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    lines("rank", Comparison.TRAITS, ranking, table);
    lines("first", Evidence.PARTS, first, table);
    lines("three", Evidence.PARTS, three, table);
    return table.toString();
  }

  private static void lines(
      String what, List<String> names, double[] values, StringBuilder table) {
    for (int i = 0; i < values.length; i++) {
      table.append(
          String.format(Locale.ROOT, "%s.%s\t%.4f%n", what, names.get(i), values[i]));
    }
  }
}
