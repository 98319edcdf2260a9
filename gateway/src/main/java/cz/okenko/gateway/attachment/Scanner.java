package cz.okenko.gateway.attachment;

import java.io.IOException;
import java.nio.file.Path;

/// Looks for what harms in a file.
interface Scanner {

  /// @throws IOException when it cannot say now; to be asked again later
  Verdict scan(Path file) throws IOException;

  /// What it said.
  sealed interface Verdict {
    record Clean() implements Verdict {}

    /// @param name of what was found, as the scanner calls it
    record Infected(String name) implements Verdict {}

    /// Nobody looked, or it is larger than the scanner takes.
    record Unscanned() implements Verdict {}
  }

  /// No scanner.
  static Scanner none() {
    return file -> new Verdict.Unscanned();
  }
}
