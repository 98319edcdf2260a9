package cz.okenko.gateway.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong in one settings file, so that the operator hears of everything at once.
final class Faults {
  private record Fault(int line, String reason) {}

  private final Path file;
  private final List<Fault> faults = new ArrayList<>();

  Faults(Path file) {
    this.file = file;
  }

  void add(int line, String reason) {
    faults.add(new Fault(line, reason));
  }

  int count() {
    return faults.size();
  }

  boolean none() {
    return faults.isEmpty();
  }

  SettingsException exception() {
    return new SettingsException(
        faults.stream()
            .sorted(Comparator.comparingInt(Fault::line))
            .map(fault -> file + ":" + fault.line() + ": " + fault.reason())
            .toList());
  }
}
