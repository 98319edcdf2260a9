package cz.okenko.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Time that passes when told to. Safe for any thread.
public final class MovableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public MovableClock(String start) {
    this.now = new AtomicReference<>(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  public void moveTo(String moment) {
    now.set(Instant.parse(moment));
  }
}
