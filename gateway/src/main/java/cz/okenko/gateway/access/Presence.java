package cz.okenko.gateway.access;

import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// Which clerks are at their screens: whoever changed something or let their console say so a moment
/// ago, to this process or to another one on the same database. A restart gives everybody the time to say
/// so again before they count as gone. Safe for any thread.
public final class Presence {
  /// A console says so every twenty seconds, and once a minute when its window is hidden.
  static final Duration GONE = Duration.ofSeconds(90);

  /// What a clerk changes in a burst is one word to the database.
  private static final Duration WORD = Duration.ofSeconds(10);

  private final Store store;
  private final InstantSource clock;
  private final Instant start;
  private final ConcurrentHashMap<ClerkId, Instant> told = new ConcurrentHashMap<>();

  public Presence(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.start = clock.instant();
  }

  /// The clerk is here now.
  public void seen(ClerkId clerk) {
    Instant now = clock.instant();
    Instant last = told.getOrDefault(clerk, Instant.EPOCH);
    if (!last.plus(WORD).isAfter(now)) {
      told.put(clerk, now);
      store.write(handle -> put(handle, clerk, now));
    }
  }

  /// Whether nothing was heard of the clerk for too long.
  public boolean away(ClerkId clerk) {
    Instant now = clock.instant();
    Instant last = store.read(handle -> last(handle, clerk));
    return (last.isBefore(start) ? start : last).plus(GONE).isBefore(now);
  }

  /// Who said lately that they are here, as it stands in a transaction.
  public Set<ClerkId> here(Handle handle) {
    return handle
        .createQuery("select clerk from presence where seen_at >= :least")
        .bind("least", clock.instant().minus(GONE).toEpochMilli())
        .map((row, context) -> new ClerkId(row.getLong("clerk")))
        .set();
  }

  private static boolean put(Handle handle, ClerkId clerk, Instant now) {
    handle
        .createUpdate(
            """
            insert into presence (clerk, seen_at)
                 values (:clerk, :now)
            on conflict (clerk) do update set seen_at = excluded.seen_at
            """)
        .bind("clerk", clerk.value())
        .bind("now", now.toEpochMilli())
        .execute();
    return true;
  }

  private static Instant last(Handle handle, ClerkId clerk) {
    return handle
        .createQuery("select seen_at from presence where clerk = :clerk")
        .bind("clerk", clerk.value())
        .map((row, context) -> Instant.ofEpochMilli(row.getLong("seen_at")))
        .findOne()
        .orElse(Instant.EPOCH);
  }
}
