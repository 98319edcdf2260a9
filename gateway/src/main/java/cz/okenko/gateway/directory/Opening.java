package cz.okenko.gateway.directory;

import java.time.ZonedDateTime;

/// Whether the office is open at a moment, and what comes next.
public sealed interface Opening {

  /// Open now; it closes at this local time.
  record Open(ZonedDateTime until) implements Opening {}

  /// Closed now; it opens at this local time.
  record OpensAt(ZonedDateTime at) implements Opening {}

  /// Closed, and no opening lies within the next year.
  record Closed() implements Opening {}
}
