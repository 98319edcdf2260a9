package cz.okenko.gateway.access;

import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Programs that read here with a token instead of a session. Safe for any thread.
final class Integrations {
  private static final String MARK = "okn_";

  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Audit audit;
  private final Secrets secrets = new Secrets();

  Integrations(Store store, Ids ids, InstantSource clock, Audit audit) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /// An integration with its token, which is kept nowhere and shown once.
  record Added(Integration integration, String token) {
    @Override
    public String toString() {
      return "Added[" + integration + ", token hidden]";
    }
  }

  List<Integration> all() {
    return store.read(IntegrationRows::all);
  }

  Added add(Clerk by, String name, Set<Right> rights, Duration good) {
    Instant now = clock.instant();
    var unused = new Integration.Use(Integration.Use.NEVER, false);
    var added = new Integration(ids.next(), name, rights, now, now.plus(good), unused);
    String token = MARK + secrets.token();
    store.write(
        handle -> {
          IntegrationRows.insert(handle, added, Secrets.digest(token));
          audit.write(handle, by, Deed.ADDED_INTEGRATION, Subject.integration(added.id()));
          return added;
        });
    return new Added(added, token);
  }

  /// Its token is good no more; false when there is no such integration.
  boolean revoke(Clerk by, long id) {
    return store.write(
        handle -> {
          boolean known = IntegrationRows.revoke(handle, id);
          if (known) {
            audit.write(handle, by, Deed.REVOKED_INTEGRATION, Subject.integration(id));
          }
          return known;
        });
  }

  /// Whose token it is, when it is still good; this counts as use.
  Optional<Integration> byToken(String token) {
    String hash = Secrets.digest(token);
    Instant now = clock.instant();
    Optional<Integration> good =
        store
            .read(handle -> IntegrationRows.byToken(handle, hash))
            .filter(known -> !known.use().revoked() && now.isBefore(known.expires()));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    good.filter(known -> !known.use().lastDay().equals(today))
        .ifPresent(known -> store.write(handle -> IntegrationRows.use(handle, known.id(), today)));
    return good;
  }
}
