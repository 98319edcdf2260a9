package cz.okenko.knowledge;

import cz.okenko.knowledge.store.Answered;
import cz.okenko.knowledge.store.Database;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// Counts in memory which articles answer, and writes the counts down once a minute on a thread of
/// its own. A crash loses the last minute. Safe for many threads.
final class Traffic {

  private static final long PAUSE_MS = 60_000;

  private final Database database;
  private final InstantSource clock;
  private final Answered answered = new Answered();
  private final ConcurrentMap<Answered.Day, LongAdder> counts = new ConcurrentHashMap<>();
  private final AtomicLong due;
  private final ReentrantLock writing = new ReentrantLock();

  Traffic(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.due = new AtomicLong(clock.millis() + PAUSE_MS);
  }

  void count(Slug slug, LocalDate today) {
    counts.computeIfAbsent(new Answered.Day(slug, today), day -> new LongAdder()).increment();
    long now = clock.millis();
    long at = due.get();
    if (now >= at && due.compareAndSet(at, now + PAUSE_MS)) {
      Thread.ofVirtual().name("traffic").start(this::write);
    }
  }

  /// Writes down what was counted since the last time.
  void write() {
    writing.lock();
    try {
      Map<Answered.Day, Long> fresh = new HashMap<>();
      counts.forEach(
          (day, count) -> {
            long times = count.sum();
            if (times > 0) {
              fresh.put(day, times);
            }
          });
      if (fresh.isEmpty()) {
        return;
      }
      database.write(
          handle -> {
            answered.add(handle, fresh);
            return true;
          });
      fresh.forEach((day, times) -> counts.computeIfPresent(day, (d, sum) -> less(sum, times)));
    } finally {
      writing.unlock();
    }
  }

  /// How often each article answered from this day on, this minute included.
  Map<Slug, Long> since(LocalDate day) {
    write();
    return database.read(handle -> answered.since(handle, day));
  }

  private static LongAdder less(LongAdder sum, long times) {
    sum.add(-times);
    return sum;
  }
}
