package cz.okenko.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/// Which clerks are at their screens: whoever changed something or let their console say so a moment
/// ago. In memory alone; a restart gives everybody the time to say so again. Safe for any thread.
public final class Presence {
  /// A console says so every twenty seconds, and once a minute when its window is hidden.
  static final Duration GONE = Duration.ofSeconds(90);

  private final InstantSource clock;
  private final Instant start;
  private final ConcurrentHashMap<ClerkId, Instant> seen = new ConcurrentHashMap<>();

  public Presence(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  /// The clerk is here now.
  public void seen(ClerkId clerk) {
    seen.put(clerk, clock.instant());
  }

  /// Whether nothing was heard of the clerk for too long.
  public boolean away(ClerkId clerk) {
    return seen.getOrDefault(clerk, start).plus(GONE).isBefore(clock.instant());
  }
}
