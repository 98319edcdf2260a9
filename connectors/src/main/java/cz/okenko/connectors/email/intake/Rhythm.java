package cz.okenko.connectors.email.intake;

import java.time.Duration;

/// How often things are done.
///
/// @param poll time between two looks into the mailbox, whatever IDLE says
/// @param idle longest IDLE; servers end it after 30 minutes, Exchange Online falls silent sooner
/// @param firstPause after the first failure; doubled after each further one
/// @param longestPause between two tries
public record Rhythm(Duration poll, Duration idle, Duration firstPause, Duration longestPause) {
  /// Rule EM-14: at most ten minutes of IDLE, and a poll as the truth.
  public static final Rhythm USUAL =
      new Rhythm(
          Duration.ofSeconds(60),
          Duration.ofMinutes(9),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5));

  /// How long to pause after so many failures in a row, before jitter.
  Duration pause(int failures) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 16));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
