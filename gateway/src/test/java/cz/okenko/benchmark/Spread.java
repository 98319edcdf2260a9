package cz.okenko.benchmark;

import java.util.Collection;
import java.util.Locale;

/// Least, middle and most of some measurements.
record Spread(double least, double middle, double most) {

  static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  String in(String unit) {
    return String.format(
        Locale.ROOT, "%.2f %s (%.2f–%.2f)", middle, unit, least, most);
  }
}
