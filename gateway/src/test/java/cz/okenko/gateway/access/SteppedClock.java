package cz.okenko.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that passes when told to.
final class SteppedClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
