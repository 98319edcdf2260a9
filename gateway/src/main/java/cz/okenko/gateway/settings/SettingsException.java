package cz.okenko.gateway.settings;

import java.util.List;

/// The settings cannot be used. Each fault is one readable line with file, line and reason; the
/// operator mends the file and starts again.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  public SettingsException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
