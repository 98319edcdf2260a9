package cz.okenko.gateway.access;

import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who is signed in. A session ends by signing out, by a new password, after eight idle hours, and
/// after a day in any case.
public final class Sessions {
  static final Duration IDLE = Duration.ofHours(8);
  static final Duration LONGEST = Duration.ofHours(24);

  /// How exactly the last use is known; finer would write at every click.
  private static final Duration USE_GRAIN = Duration.ofMinutes(1);

  private final Store store;
  private final InstantSource clock;
  private final Secrets secrets = new Secrets();

  Sessions(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The clerk whose session the token is, when it is still good; this counts as use.
  public Optional<Clerk> clerk(String token) {
    String hash = Secrets.digest(token);
    Instant now = clock.instant();
    Optional<Found> found = store.read(handle -> find(handle, hash));
    return found
        .filter(session -> session.goodAt(now))
        .map(
            session -> {
              if (session.usedAt.plus(USE_GRAIN).isBefore(now)) {
                store.write(handle -> use(handle, hash, now));
              }
              return session.clerk;
            });
  }

  void end(String token) {
    store.write(
        handle ->
            handle
                .createUpdate("delete from session where token_hash = :hash")
                .bind("hash", Secrets.digest(token))
                .execute());
  }

  /// Inside a unit of writing: opens a session and gives its token, which is kept nowhere.
  String open(Handle handle, ClerkId clerk) {
    Instant now = clock.instant();
    dropExpired(handle, now);
    String token = secrets.token();
    handle
        .createUpdate(
            """
            insert into session (token_hash, clerk, created_at, used_at)
                 values (:hash, :clerk, :now, :now)
            """)
        .bind("hash", Secrets.digest(token))
        .bind("clerk", clerk.value())
        .bind("now", now.toEpochMilli())
        .execute();
    return token;
  }

  /// Inside a unit of writing: ends every session of a clerk.
  static void endAll(Handle handle, ClerkId clerk) {
    handle
        .createUpdate("delete from session where clerk = :clerk")
        .bind("clerk", clerk.value())
        .execute();
  }

  private static void dropExpired(Handle handle, Instant now) {
    handle
        .createUpdate(
            "delete from session where created_at <= :tooOld or used_at <= :tooIdle")
        .bind("tooOld", now.minus(LONGEST).toEpochMilli())
        .bind("tooIdle", now.minus(IDLE).toEpochMilli())
        .execute();
  }

  private static int use(Handle handle, String hash, Instant now) {
    return handle
        .createUpdate("update session set used_at = :now where token_hash = :hash")
        .bind("now", now.toEpochMilli())
        .bind("hash", hash)
        .execute();
  }

  private static Optional<Found> find(Handle handle, String hash) {
    return handle
        .createQuery(
            "select clerk, created_at, used_at from session where token_hash = :hash")
        .bind("hash", hash)
        .map(
            (row, context) ->
                new Found(
                    ClerkRows.byId(handle, new ClerkId(row.getLong("clerk"))).orElseThrow(),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("used_at"))))
        .findOne();
  }

  private record Found(Clerk clerk, Instant createdAt, Instant usedAt) {
    boolean goodAt(Instant now) {
      return clerk.active()
          && now.isBefore(createdAt.plus(LONGEST))
          && now.isBefore(usedAt.plus(IDLE));
    }
  }
}
