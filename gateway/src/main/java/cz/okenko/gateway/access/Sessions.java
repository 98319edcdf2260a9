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
  private final Audit audit;
  private final Secrets secrets = new Secrets();

  Sessions(Store store, InstantSource clock, Audit audit) {
    this.store = store;
    this.clock = clock;
    this.audit = audit;
  }

  /// The clerk whose session the token is, when it is still good; this counts as use.
  public Optional<Clerk> clerk(String token) {
    return find(token).map(Session::clerk);
  }

  /// Like [#clerk], with what is known of the session.
  Optional<Session> find(String token) {
    String hash = Secrets.digest(token);
    Instant now = clock.instant();
    Optional<Session> found =
        store.read(handle -> find(handle, hash)).filter(session -> good(session, now));
    found
        .filter(session -> session.used().plus(USE_GRAIN).isBefore(now))
        .ifPresent(session -> store.write(handle -> use(handle, hash, now)));
    return found;
  }

  /// Opens another session like this one, for a clerk all of whose sessions were ended.
  String again(Session session) {
    return store.write(handle -> open(handle, session.clerk().id(), session.outside()));
  }

  void end(String token) {
    String hash = Secrets.digest(token);
    store.write(
        handle -> {
          find(handle, hash)
              .map(Session::clerk)
              .ifPresent(
                  clerk -> audit.write(handle, clerk, Deed.SIGNED_OUT, Subject.clerk(clerk.id())));
          return handle
              .createUpdate("delete from session where token_hash = :hash")
              .bind("hash", hash)
              .execute();
        });
  }

  /// Inside a unit of writing: opens a session and gives its token, which is kept nowhere.
  ///
  /// @param outside whether the office's own accounts let the clerk in
  String open(Handle handle, ClerkId clerk, boolean outside) {
    Instant now = clock.instant();
    dropExpired(handle, now);
    String token = secrets.token();
    handle
        .createUpdate(
            """
            insert into session (token_hash, clerk, created_at, used_at, outside)
                 values (:hash, :clerk, :now, :now, :outside)
            """)
        .bind("hash", Secrets.digest(token))
        .bind("clerk", clerk.value())
        .bind("now", now.toEpochMilli())
        .bind("outside", outside ? 1 : 0)
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

  private static Optional<Session> find(Handle handle, String hash) {
    return handle
        .createQuery(
            "select clerk, created_at, used_at, outside from session where token_hash = :hash")
        .bind("hash", hash)
        .map(
            (row, context) ->
                new Session(
                    ClerkRows.byId(handle, new ClerkId(row.getLong("clerk"))).orElseThrow(),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("used_at")),
                    row.getInt("outside") == 1))
        .findOne();
  }

  private static boolean good(Session session, Instant now) {
    return session.clerk().active()
        && now.isBefore(session.opened().plus(LONGEST))
        && now.isBefore(session.used().plus(IDLE));
  }
}
