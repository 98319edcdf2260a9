package cz.okenko.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that passes when told to. Safe for any thread.
public final class MovableClock implements InstantSource {
  private Instant now;

  public MovableClock(String start) {
    this.now = Instant.parse(start);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  public synchronized void moveTo(String moment) {
    now = Instant.parse(moment);
  }
}
