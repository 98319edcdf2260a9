package cz.okenko.gateway.hook;

import cz.okenko.gateway.hook.Answer.Trouble;
import cz.okenko.gateway.hook.Dispatch.Progress;
import cz.okenko.gateway.hook.Dispatch.State;
import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what happened to the hooks and records what became of it. At least once and in no promised
/// order: nothing is written before an attempt, so what a dead process had under way is tried again,
/// under the same name. Of one hook only a few are under way, so a slow one holds up no other.
public final class Dispatcher implements AutoCloseable {
  /// How long to wait after each attempt that failed; after the last one nobody tries any more.
  /// Source: Standard Webhooks, "Deliverability and reliability", the example schedule, 2026-11-29.
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST_OF_ONE = 4;

  /// The whole attempt, however slowly the other side speaks.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration TAKEN_KEPT = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Store store;
  private final InstantSource clock;
  private final Postman postman;

  /// Dispatches with the hook each goes to.
  private final Map<Long, Long> underWay = new ConcurrentHashMap<>();

  private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  public Dispatcher(Store store, Addresses addresses, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.postman = new Postman(addresses, clock);
  }

  /// Sends out what is due; to be called every second. Writes nothing when nothing is.
  public synchronized void round() {
    // Looked at before the rows are: what has left it by then is recorded in them.
    Map<Long, Long> busy = Map.copyOf(underWay);
    Instant now = clock.instant();
    for (Hook hook : store.read(HookRows::on)) {
      int free = MOST_OF_ONE - Collections.frequency(busy.values(), hook.id());
      store.read(handle -> DispatchRows.due(handle, hook.id(), now, MOST_OF_ONE)).stream()
          .filter(dispatch -> !busy.containsKey(dispatch.id()))
          .limit(free)
          .forEach(dispatch -> setOut(hook, dispatch));
    }
  }

  /// Forgets what need not be told any more.
  public void forget() {
    Instant now = clock.instant();
    store.write(handle -> DispatchRows.forget(handle, now.minus(TAKEN_KEPT), now.minus(KEPT)));
  }

  private void setOut(Hook hook, Dispatch dispatch) {
    if (!closing) {
      underWay.put(dispatch.id(), hook.id());
      carriers.execute(() -> carry(hook, dispatch));
    }
  }

  /// Where one was taken the next may set out at once.
  private void carry(Hook hook, Dispatch dispatch) {
    if (taken(hook, dispatch) && !closing) {
      round();
    }
  }

  private boolean taken(Hook hook, Dispatch dispatch) {
    try {
      Answer answer = brought(hook, dispatch);
      store.write(handle -> recorded(handle, hook, dispatch, answer));
      if (!answer.taken()) {
        LOG.warn(
            "hook {} did not take {}: {} {}",
            hook.id(), dispatch.id(), answer.trouble().code(), answer.status());
      }
      return answer.taken();
    } catch (InterruptedException e) {
      // the gateway stops; it is tried again after the start
      return false;
    } catch (RuntimeException e) {
      LOG.error("what became of {} could not be recorded; it is tried again", dispatch.id(), e);
      return false;
    } finally {
      underWay.remove(dispatch.id());
    }
  }

  /// The attempt on a thread of its own, which is given up when it takes too long.
  private Answer brought(Hook hook, Dispatch dispatch) throws InterruptedException {
    var answer = new CompletableFuture<Answer>();
    Future<?> attempt =
        attempts.submit(() -> postman.bring(hook, dispatch, answer::complete));
    try {
      return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Answer.of(clock.instant(), Trouble.TIMEOUT);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an attempt failed in an unknown way", e);
    } finally {
      attempt.cancel(true);
    }
  }

  private static Dispatch recorded(
      Handle handle, Hook hook, Dispatch dispatch, Answer answer) {
    DispatchRows.came(handle, dispatch.id(), after(dispatch.progress(), answer));
    if (answer.gone()) {
      HookRows.gone(handle, hook.id());
    }
    return dispatch;
  }

  /// How far a dispatch came with this answer.
  static Progress after(Progress before, Answer answer) {
    int attempts = before.attempts() + 1;
    if (answer.taken()) {
      return new Progress(State.TAKEN, answer.at(), attempts, answer);
    }
    if (answer.gone() || attempts > WAITS.size()) {
      return new Progress(State.FAILED, answer.at(), attempts, answer);
    }
    Duration wait = WAITS.get(attempts - 1);
    Duration longer = wait.compareTo(answer.pause()) < 0 ? answer.pause() : wait;
    return new Progress(State.WAITING, answer.at().plus(longer), attempts, answer);
  }

  /// Lets what is under way come to an end for a moment.
  @Override
  public void close() {
    closing = true;
    carriers.shutdown();
    try {
      if (!carriers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        carriers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    attempts.shutdownNow();
    postman.close();
  }
}
