package cz.okenko.gateway.store;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids that grow with time: milliseconds since 2020 and a counter of 12 bits. They stay below
/// 2^53 until the year 2089, so a browser reads them as exact numbers. Safe for any thread.
public final class Ids {
  private static final long EPOCH_2020 = 1_577_836_800_000L;
  private static final int COUNTER_BITS = 12;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /// An id above every id this object ever made, also when the clock goes back.
  public long next() {
    long now = (clock.millis() - EPOCH_2020) << COUNTER_BITS;
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }

  /// From now on ids are above `id`: what the database holds may come from a clock ahead of ours.
  public void startAfter(long id) {
    last.updateAndGet(before -> Math.max(before, id));
  }
}
