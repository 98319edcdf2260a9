package cz.okenko.gateway.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It drains its queue into one transaction, runs each unit in a
/// savepoint of its own, and tells the callers only after the commit: a unit that fails takes no
/// other with it, and what a caller was told is on disk.
///
/// A commit costs the same for one unit as for fifty. So while many write it gathers for a moment:
/// until as many are together as the last time, a millisecond at most. Whoever writes alone does not
/// wait for others.
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int LARGEST_GROUP = 512;
  private static final int WAITING_ROOM = 8_192;
  private static final long PATIENCE_SECONDS = 10;
  private static final long GATHERING_NANOS = 1_000_000;
  private static final long IDLE_NANOS = 100_000_000;

  private final Handle handle;
  private final BlockingQueue<Unit<?>> queue = new ArrayBlockingQueue<>(WAITING_ROOM);
  private final Thread thread;
  private final LongAdder commits = new LongAdder();
  private final LongAdder units = new LongAdder();
  private final Transaction transaction;

  /// Held by the writer for a group, and by whoever must have the database to itself.
  private final ReentrantLock turn = new ReentrantLock();
  private int lastGroup;
  private volatile boolean closing;

  Writer(Handle handle) {
    this.handle = handle;
    this.transaction = new Transaction(handle.getConnection());
    this.thread = Thread.ofPlatform().daemon().name("okenko-writer").start(this::run);
  }

  /// Runs `work` inside the next group, tells `committed` after its commit, and returns then.
  <T> T write(Function<Handle, T> work, Consumer<T> committed) {
    if (thread.equals(Thread.currentThread())) {
      throw new IllegalStateException("a unit of writing must not wait for another one");
    }
    var unit = new Unit<>(work, committed);
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

  /// Runs work between two groups: until it ends nothing is written, and all units wait.
  void between(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  Store.Pace pace() {
    return new Store.Pace(commits.sum(), units.sum(), queue.size());
  }

  private void run() {
    var group = new ArrayList<Unit<?>>(LARGEST_GROUP);
    while (!closing || !queue.isEmpty()) {
      Unit<?> first = next(IDLE_NANOS);
      if (first != null) {
        group.add(first);
        gather(group);
        turn.lock();
        try {
          commit(group);
        } finally {
          turn.unlock();
        }
        lastGroup = group.size();
        group.clear();
      }
    }
  }

  private void gather(List<Unit<?>> group) {
    queue.drainTo(group, LARGEST_GROUP - 1);
    long end = System.nanoTime() + GATHERING_NANOS;
    while (group.size() < lastGroup && !closing) {
      Unit<?> next = next(end - System.nanoTime());
      if (next == null) {
        return;
      }
      group.add(next);
      queue.drainTo(group, LARGEST_GROUP - group.size());
    }
  }

  private @Nullable Unit<?> next(long nanos) {
    try {
      return queue.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      closing = true;
      return null;
    }
  }

  private void commit(List<Unit<?>> group) {
    try {
      transaction.begin();
      for (Unit<?> unit : group) {
        unit.run(handle, transaction);
      }
      transaction.commit();
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
      transaction.rollback();
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
    transaction.close();
    handle.close();
  }

  private static final class Unit<T> {
    private final Function<Handle, T> work;
    private final Consumer<T> committed;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private Runnable tell = () -> {};

    Unit(Function<Handle, T> work, Consumer<T> committed) {
      this.work = work;
      this.committed = committed;
    }

    void run(Handle handle, Transaction transaction) {
      transaction.beginUnit();
      try {
        T result = work.apply(handle);
        tell = () -> tell(result);
        transaction.endUnit();
      } catch (RuntimeException | Error e) {
        transaction.rollbackUnit();
        tell = () -> done.completeExceptionally(e);
      }
    }

    void tell() {
      tell.run();
    }

    /// It is on the disk, so the caller is told so whatever the listener does.
    private void tell(T result) {
      try {
        committed.accept(result);
      } catch (RuntimeException | Error e) {
        LOG.error("what was committed could not be told", e);
      }
      done.complete(result);
    }
  }
}
