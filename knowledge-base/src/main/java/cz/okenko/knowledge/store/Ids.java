package cz.okenko.knowledge.store;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes ids that grow with time: milliseconds, then bits of chance that keep two nodes apart.
final class Ids {

  private static final int CHANCE_BITS = 20;

  private final InstantSource clock;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  long next() {
    return (clock.millis() << CHANCE_BITS) | chance.nextInt(1 << CHANCE_BITS);
  }
}
