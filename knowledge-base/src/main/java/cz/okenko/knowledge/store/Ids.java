package cz.okenko.knowledge.store;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Makes ids that grow with every call: milliseconds, then bits of chance that keep two nodes
/// apart. Safe for many threads.
final class Ids {

  private static final int CHANCE_BITS = 20;

  private final InstantSource clock;
  private final RandomGenerator chance = RandomGenerator.getDefault();
  private final AtomicLong last = new AtomicLong();

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  long next() {
    long fresh = (clock.millis() << CHANCE_BITS) | chance.nextInt(1 << CHANCE_BITS);
    return last.updateAndGet(before -> Math.max(before + 1, fresh));
  }
}
