package cz.okenko.connectors.messenger;

import java.util.Arrays;
import java.util.Optional;

/// What stands before the text of a message; how it is divided depends on it.
enum Head {
  /// The text alone.
  NONE,
  /// That a machine speaks (FB-19).
  MACHINE,
  /// The name of the clerk, where the platform shows none (FB-16).
  NAME;

  static Optional<Head> of(String name) {
    return Arrays.stream(values()).filter(head -> head.name().equals(name)).findFirst();
  }
}
