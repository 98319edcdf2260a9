package cz.okenko.gateway.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It drains its queue into one transaction, runs each unit in a
/// savepoint of its own, and tells the callers only after the commit: a unit that fails takes no
/// other with it, and what a caller was told is on disk.
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int LARGEST_GROUP = 512;
  private static final int WAITING_ROOM = 8_192;
  private static final long PATIENCE_SECONDS = 10;

  private final Handle handle;
  private final BlockingQueue<Unit<?>> queue = new ArrayBlockingQueue<>(WAITING_ROOM);
  private final Thread thread;
  private final LongAdder commits = new LongAdder();
  private final LongAdder units = new LongAdder();
  private volatile boolean closing;

  Writer(Handle handle) {
    this.handle = handle;
    this.thread = Thread.ofPlatform().daemon().name("okenko-writer").start(this::run);
  }

  /// Runs `work` inside the next group and returns after its commit.
  <T> T write(Function<Handle, T> work) {
    if (thread.equals(Thread.currentThread())) {
      throw new IllegalStateException("a unit of writing must not wait for another one");
    }
    var unit = new Unit<>(work);
    try {
      enqueue(unit);
      return unit.done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for the commit", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new StoreException("writing failed", e);
    }
  }

  /// What comes too late for the thread is taken back here or, when it still lived, in [#close].
  private void enqueue(Unit<?> unit) throws InterruptedException {
    boolean taken = !closing && queue.offer(unit, PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!taken || (!thread.isAlive() && queue.remove(unit))) {
      throw new StoreException("the writer takes no more work");
    }
  }

  Store.Pace pace() {
    return new Store.Pace(commits.sum(), units.sum(), queue.size());
  }

  private void run() {
    var group = new ArrayList<Unit<?>>(LARGEST_GROUP);
    while (!closing || !queue.isEmpty()) {
      try {
        Unit<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        group.add(first);
        queue.drainTo(group, LARGEST_GROUP - 1);
        commit(group);
      } catch (InterruptedException e) {
        closing = true;
      } finally {
        group.clear();
      }
    }
  }

  private void commit(List<Unit<?>> group) {
    try {
      handle.begin();
      for (Unit<?> unit : group) {
        unit.run(handle);
      }
      handle.commit();
      commits.increment();
      units.add(group.size());
    } catch (RuntimeException | Error e) {
      LOG.error("a group of {} units was not committed", group.size(), e);
      undo();
      group.forEach(unit -> unit.done.completeExceptionally(new StoreException("not stored", e)));
      return;
    }
    group.forEach(Unit::tell);
  }

  private void undo() {
    try {
      handle.rollback();
    } catch (RuntimeException e) {
      LOG.error("the group could not be rolled back", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Unit<?> late = queue.poll(); late != null; late = queue.poll()) {
      late.done.completeExceptionally(new StoreException("the writer takes no more work"));
    }
    handle.close();
  }

  private static final class Unit<T> {
    private static final String SAVEPOINT = "unit";

    private final Function<Handle, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private Runnable tell = () -> {};

    Unit(Function<Handle, T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      handle.savepoint(SAVEPOINT);
      try {
        T result = work.apply(handle);
        tell = () -> done.complete(result);
        handle.releaseSavepoint(SAVEPOINT);
      } catch (RuntimeException | Error e) {
        handle.rollbackToSavepoint(SAVEPOINT);
        tell = () -> done.completeExceptionally(e);
      }
    }

    void tell() {
      tell.run();
    }
  }
}
