package cz.okenko.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.okenko.gateway.access.AuditRows.Entry;
import cz.okenko.gateway.access.AuditRows.Wanted;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Who saw and did what. A deed is written in the transaction of the change it records, so neither is
/// there without the other. Safe for any thread.
public final class Audit {
  /// Whoever looks again within the hour has seen it already.
  static final Duration SEEN = Duration.ofHours(1);

  private static final int MOST_SEEN = 20_000;

  private final Store store;
  private final Ids ids;
  private final InstantSource clock;

  /// Saves a look into the database; what was dropped from it is found there.
  private final Cache<Seen, Instant> lately = Caffeine.newBuilder().maximumSize(MOST_SEEN).build();

  public Audit(Store store, Ids ids, InstantSource clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    ids.startAfter(store.read(AuditRows::newest));
  }

  private record Seen(Caller caller, Deed deed, Subject subject) {}

  /// Writes down what one person does, each deed inside a unit of writing.
  public interface Pen {
    void write(Handle handle, Deed deed, Subject subject);
  }

  public Pen of(Caller caller) {
    Actor actor = Actor.of(caller);
    return (handle, deed, subject) -> insert(handle, actor, deed, subject, "");
  }

  /// Of whoever runs a command on the server: no account says who that is.
  public Pen ofOperator() {
    return (handle, deed, subject) -> insert(handle, Actor.NOBODY, deed, subject, "");
  }

  /// Records a deed in a transaction of its own, before what it is about is handed out.
  public void record(Caller caller, Deed deed, Subject subject) {
    store.write(
        handle -> {
          write(handle, caller, deed, subject);
          return deed;
        });
  }

  /// Records a deed, inside the unit of writing it is given.
  public Consumer<Handle> entry(Caller caller, Deed deed, Subject subject) {
    return handle -> write(handle, caller, deed, subject);
  }

  /// Inside a unit of writing.
  public void write(Handle handle, Caller caller, Deed deed, Subject subject) {
    insert(handle, Actor.of(caller), deed, subject, "");
  }

  /// Inside a unit of writing: somebody at the door, who comes from that address.
  void atTheDoor(Handle handle, Actor actor, Deed deed, Subject subject, String address) {
    insert(handle, actor, deed, subject, Network.of(address));
  }

  /// Records in a transaction of its own that somebody looked at something, once an hour. Returns
  /// after the commit, so that nobody is shown what is not recorded.
  public void saw(Caller caller, Deed deed, Subject subject) {
    Seen seen = new Seen(caller, deed, subject);
    Instant now = clock.instant();
    Instant last = lately.getIfPresent(seen);
    if (last != null && last.plus(SEEN).isAfter(now)) {
      return;
    }
    Actor actor = Actor.of(caller);
    Instant at =
        store.write(
            handle ->
                AuditRows.newest(handle, actor, deed, subject)
                    .filter(before -> before.plus(SEEN).isAfter(now))
                    .orElseGet(
                        () -> {
                          insert(handle, actor, deed, subject, "");
                          return now;
                        }));
    lately.put(seen, at);
  }

  /// The newest entries older than `before`, an id.
  List<Entry> page(Wanted wanted, long before) {
    return store.read(handle -> AuditRows.page(handle, wanted, before));
  }

  /// Forgets what is older than it is to be kept.
  public void forget(Duration kept) {
    Instant tooOld = clock.instant().minus(kept);
    store.write(handle -> AuditRows.forget(handle, tooOld));
  }

  private void insert(Handle handle, Actor actor, Deed deed, Subject subject, String network) {
    var entry =
        new Entry(ids.next(), clock.instant(), actor, deed.code(), subject, "", network);
    AuditRows.insert(handle, entry);
  }
}
