package cz.okenko.gateway.hook;

import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/// What admins do about hooks; each act is in the audit by the same transaction. Safe for any thread.
public final class Hooks {
  /// How long the secret before signs along after a new one was made.
  static final Duration OVERLAP = Duration.ofDays(1);

  /// More would be told too slowly.
  static final int MOST = 20;

  private static final int RECENT = 50;
  private static final int SECRET_BYTES = 32;

  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Audit audit;
  private final Addresses addresses;
  private final Dispatches dispatches;
  private final SecureRandom random = new SecureRandom();

  public Hooks(Store store, Ids ids, InstantSource clock, Audit audit, Addresses addresses) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.addresses = addresses;
    this.dispatches = new Dispatches(ids, clock);
    ids.startAfter(store.read(DispatchRows::newest));
  }

  /// What an admin wants of a hook.
  record Wish(String name, URI url, Set<Happened> wanted, boolean on) {
    Hook of(Hook before) {
      Hook.State off = before.state() == Hook.State.ON ? Hook.State.OFF : before.state();
      Hook.State state = on ? Hook.State.ON : off;
      return new Hook(
          before.id(), name, url, wanted, state, before.secrets(), before.created());
    }
  }

  /// Where hooks may lead.
  Addresses addresses() {
    return addresses;
  }

  List<Hook> all() {
    return store.read(HookRows::all);
  }

  Optional<Hook> find(long id) {
    return store.read(handle -> HookRows.find(handle, id));
  }

  /// A hook with a new secret; nothing when there are too many.
  Optional<Hook> add(Clerk by, Wish wish) {
    var secrets = new Hook.Secrets(newSecret(), "", Instant.EPOCH);
    Instant now = clock.instant();
    var hook =
        wish.of(
            new Hook(
                ids.next(), wish.name, wish.url, wish.wanted, Hook.State.OFF, secrets, now));
    return store.write(
        handle -> {
          if (HookRows.all(handle).size() >= MOST) {
            return Optional.empty();
          }
          HookRows.insert(handle, hook);
          audit.write(handle, by, Deed.ADDED_HOOK, Subject.hook(hook.id()));
          return Optional.of(hook);
        });
  }

  /// The hook as it is then; nothing when there is none.
  Optional<Hook> change(Clerk by, long id, Wish wish) {
    return changed(by, id, Deed.CHANGED_HOOK, wish::of);
  }

  /// The hook with a new secret; for [#OVERLAP] the one before signs along.
  Optional<Hook> roll(Clerk by, long id) {
    String secret = newSecret();
    Instant until = clock.instant().plus(OVERLAP);
    return changed(
        by,
        id,
        Deed.ROLLED_HOOK_SECRET,
        hook -> {
          var secrets = new Hook.Secrets(secret, hook.secrets().now(), until);
          return new Hook(
              id, hook.name(), hook.url(), hook.wanted(), hook.state(), secrets, hook.created());
        });
  }

  private Optional<Hook> changed(Clerk by, long id, Deed deed, UnaryOperator<Hook> change) {
    return store.write(
        handle -> {
          Optional<Hook> after = HookRows.find(handle, id).map(change);
          after.ifPresent(
              hook -> {
                HookRows.update(handle, hook);
                audit.write(handle, by, deed, Subject.hook(id));
              });
          return after;
        });
  }

  /// Takes a hook away with all it was to be told; false when there is none.
  boolean remove(Clerk by, long id) {
    return store.write(
        handle -> HookRows.delete(handle, id) && noted(handle, by, Deed.REMOVED_HOOK, id));
  }

  /// Tells a hook that an admin tries it; false when there is none that is on.
  boolean test(Clerk by, long id) {
    return store.write(
        handle -> {
          boolean on =
              HookRows.find(handle, id).filter(hook -> hook.state() == Hook.State.ON).isPresent();
          if (on) {
            dispatches.put(handle, id, Happened.TEST, Map.of());
          }
          return on && noted(handle, by, Deed.TESTED_HOOK, id);
        });
  }

  /// The newest of what a hook was told.
  List<Dispatch> told(long id) {
    return store.read(handle -> DispatchRows.newest(handle, id, RECENT));
  }

  /// Tries one that failed anew; false when there is none that failed.
  boolean again(Clerk by, long id, long dispatch) {
    Instant now = clock.instant();
    return store.write(
        handle ->
            DispatchRows.again(handle, id, dispatch, now)
                && noted(handle, by, Deed.SENT_AGAIN, id));
  }

  private boolean noted(Handle handle, Clerk by, Deed deed, long id) {
    audit.write(handle, by, deed, Subject.hook(id));
    return true;
  }

  /// 256 bits, as Standard Webhooks writes them.
  private String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
