package cz.okenko.gateway.hook;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Receiver;
import cz.okenko.gateway.hook.Answer.Trouble;
import cz.okenko.gateway.hook.Dispatch.State;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Hooks in a real database, a dispatcher that is told when to go, and a real receiver on loopback.
final class HookFixture implements AutoCloseable {
  static final String SECRET = secret("a-secret-of-thirty-two-bytes-000");
  static final String BEFORE = secret("another-secret-of-32-bytes-00000");
  static final Happened CLOSED = Happened.CONVERSATION_CLOSED;
  static final Map<String, Object> DATA = Map.of("conversation", 7);

  final MovableClock clock = new MovableClock("2026-11-29T08:00:00Z");
  final Receiver receiver = new Receiver();
  final Store store;
  final Dispatches dispatches;
  private final Ids ids = new Ids(clock);
  private Dispatcher dispatcher;

  HookFixture(Path folder) {
    store = Store.open(folder.resolve("okenko.db"));
    dispatches = new Dispatches(ids, clock);
    dispatcher = new Dispatcher(store, new Addresses(true), clock);
  }

  void round() {
    dispatcher.round();
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  /// As after a start of the gateway.
  void startAnew() {
    dispatcher = new Dispatcher(store, new Addresses(true), clock);
  }

  private static String secret(String bytes) {
    return "whsec_"
        + Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII));
  }

  void happens() {
    happens(CLOSED);
  }

  void happens(Happened happened) {
    store.write(
        handle -> {
          dispatches.put(handle, happened, DATA);
          return true;
        });
  }

  /// One of the receiver that wants to know of closed conversations.
  Hook hook() {
    return to(receiver.url().toString());
  }

  Hook off() {
    return insert(receiver.url().toString(), Hook.State.OFF, secrets());
  }

  Hook to(String url) {
    return insert(url, Hook.State.ON, secrets());
  }

  private static Hook.Secrets secrets() {
    return new Hook.Secrets(SECRET, "", Instant.EPOCH);
  }

  Hook insert(String url, Hook.State state, Hook.Secrets secrets) {
    var hook =
        new Hook(
            ids.next(), "Spisovka", URI.create(url), Set.of(CLOSED), state, secrets, clock.instant());
    return store.write(
        handle -> {
          HookRows.insert(handle, hook);
          return hook;
        });
  }

  /// An outcome is in the database a moment before it is off the list of what is under way.
  void roundUntilHeard(int count) {
    while (receiver.heard().size() < count) {
      round();
      LockSupport.parkNanos(1_000_000);
    }
  }

  Hook found(Hook hook) {
    return store.read(handle -> HookRows.find(handle, hook.id())).orElseThrow();
  }

  List<Dispatch> told(Hook hook) {
    return store.read(handle -> DispatchRows.newest(handle, hook.id(), 1_000));
  }

  static boolean tried(Dispatch one) {
    return one.progress().attempts() == 1;
  }

  /// What stood in the way of the first attempt.
  Trouble trouble(Hook hook) {
    return await(hook, HookFixture::tried).progress().last().trouble();
  }

  Dispatch awaitOne(Hook hook, State state) {
    return await(hook, one -> one.progress().state() == state);
  }

  Dispatch await(Hook hook, Predicate<Dispatch> wanted) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      List<Dispatch> found = told(hook).stream().filter(wanted).toList();
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("it did not come: " + told(hook));
  }

  @Override
  public void close() {
    receiver.close();
    dispatcher.close();
    store.close();
  }
}
