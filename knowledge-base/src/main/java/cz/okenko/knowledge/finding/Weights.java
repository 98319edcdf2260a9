package cz.okenko.knowledge.finding;

import cz.okenko.knowledge.learning.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How much each trait counts in the ranking and each part of the evidence in the confidence, and
/// what is heard by ear.
/// Learned by the command `train` and kept in the jar as a table one can read and compare.
public final class Weights {

  private static final String SHIPPED = "/learned/weights.tsv";

  /// No confidence comes up to it.
  private static final double NEVER = 2;

  private static final String UNKNOWN = "-unknown";

  private final double[] ranking;
  private final double[] first;
  private final double[] three;
  private final Hearing hearing;

  Weights(double[] ranking, double[] first, double[] three, Hearing hearing) {
    this.ranking = ranking.clone();
    this.first = first.clone();
    this.three = three.clone();
    this.hearing = hearing;
  }

  /// How much each part of the evidence counts for each sort, and from which confidence on the sort
  /// is heard; one that has none never is.
  ///
  /// @param unknown the same where nothing else would be answered
  record Hearing(
      Map<Ear.Sort, List<Double>> parts,
      Map<Ear.Sort, Double> least,
      Map<Ear.Sort, Double> unknown) {

    /// Nothing is heard.
    static final Hearing NONE = new Hearing(Map.of(), Map.of(), Map.of());

    Hearing {
      parts = Map.copyOf(parts);
      least = Map.copyOf(least);
      unknown = Map.copyOf(unknown);
    }

    double confidence(Ear.Hint hint) {
      List<Double> weights = parts.getOrDefault(hint.sort(), List.of());
      double sum = 0;
      for (int i = 0; i < weights.size(); i++) {
        sum += weights.get(i) * hint.evidence()[i];
      }
      return logistic(sum);
    }
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
        values("three", Evidence.PARTS, values),
        hearing(values));
  }

  private static Hearing hearing(Map<String, Double> values) {
    Map<Ear.Sort, List<Double>> parts = new EnumMap<>(Ear.Sort.class);
    Map<Ear.Sort, Double> least = new EnumMap<>(Ear.Sort.class);
    Map<Ear.Sort, Double> unknown = new EnumMap<>(Ear.Sort.class);
    for (Ear.Sort sort : Ear.Sort.values()) {
      Double from = values.get("least." + name(sort));
      if (from != null) {
        least.put(sort, from);
        unknown.put(sort, values.getOrDefault("least." + name(sort) + UNKNOWN, from));
        parts.put(sort, Arrays.stream(values(name(sort), Ear.PARTS, values)).boxed().toList());
      }
    }
    return new Hearing(parts, least, unknown);
  }

  private static String name(Ear.Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
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

  /// How likely it is right that this was heard.
  double heard(Ear.Hint hint) {
    return hearing.confidence(hint);
  }

  /// Whether that is likely enough; `unknown` says that nothing else would be answered.
  boolean isHeard(Ear.Hint hint, boolean unknown) {
    Map<Ear.Sort, Double> least = unknown ? hearing.unknown() : hearing.least();
    return heard(hint) >= least.getOrDefault(hint.sort(), NEVER);
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
    for (Ear.Sort sort : Ear.Sort.values()) {
      Double least = hearing.least().get(sort);
      if (least != null) {
        List<Double> parts = hearing.parts().getOrDefault(sort, List.of());
        double[] values = parts.stream().mapToDouble(part -> part).toArray();
        lines(name(sort), Ear.PARTS, values, table);
        double unknown = hearing.unknown().getOrDefault(sort, least);
        lines(
            "least",
            List.of(name(sort), name(sort) + UNKNOWN),
            new double[] {least, unknown},
            table);
      }
    }
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
