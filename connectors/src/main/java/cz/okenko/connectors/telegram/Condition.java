package cz.okenko.connectors.telegram;

import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the channel is, and the alarm: each trouble is logged once when it begins and once when it
/// is over. Safe for any thread.
final class Condition {
  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

  /// On which side of the channel a trouble is. The first that has one speaks for the channel.
  enum Side {
    STORING,
    READING,
    WRITING
  }

  private final InstantSource clock;
  private final Map<Side, Trouble> troubles = new EnumMap<>(Side.class);
  private Instant lastRead = Instant.EPOCH;

  Condition(InstantSource clock) {
    this.clock = clock;
  }

  /// The side works.
  synchronized void well(Side side) {
    if (side == Side.READING) {
      lastRead = clock.instant();
    }
    Trouble before = troubles.remove(side);
    if (before != null) {
      LOG.info("telegram: {} is over ({})", before, side);
    }
  }

  /// The side does not work.
  synchronized void trouble(Side side, Trouble trouble) {
    if (troubles.put(side, trouble) != trouble) {
      LOG.error("telegram: {} ({})", trouble, side);
    }
  }

  synchronized Health health() {
    Trouble trouble = Trouble.NONE;
    for (Side side : Side.values()) {
      trouble = trouble == Trouble.NONE ? troubles.getOrDefault(side, Trouble.NONE) : trouble;
    }
    boolean works = trouble == Trouble.NONE || trouble == Trouble.SLOWED_DOWN;
    if (lastRead.equals(Instant.EPOCH)) {
      State state = trouble == Trouble.NONE ? State.CONNECTING : State.FAILING;
      return new Health(state, trouble, Duration.ZERO);
    }
    Duration since = Duration.between(lastRead, clock.instant());
    return new Health(
        works ? State.CONNECTED : State.FAILING,
        trouble,
        troubles.containsKey(Side.READING) && !since.isNegative() ? since : Duration.ZERO);
  }
}
