package cz.okenko.connectors.email.reading;

import java.time.Duration;

/// How long one mail may keep us busy.
public final class Stopwatch {
  /// Longest time for one mail; an ordinary one takes milliseconds.
  public static final Duration LONGEST = Duration.ofSeconds(5);

  private final long end;

  private Stopwatch(long end) {
    this.end = end;
  }

  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime() + LONGEST.toNanos());
  }

  /// @throws Breach when the time is over
  void check() throws Breach {
    if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
      throw new Breach("time");
    }
  }
}
