package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How each page fares with the platform: when it may send again, and what went wrong last.
final class Pages {
  /// Messages a page may send in a second; the platform takes 300 texts (FB-18).
  /// Source: "Rate limiting", Messenger Platform documentation, 2026-03-23.
  private static final int PER_SECOND = 250;

  private final Map<String, Instant> pauses = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final boolean single;
  private volatile boolean stored = true;
  private volatile boolean heard;
  private volatile Duration lag = Duration.ZERO;

  /// @param single whether there is only one page, whatever its id
  Pages(boolean single) {
    this.single = single;
  }

  /// Until when nothing may be sent for the page; empty when one message may go now.
  Optional<Instant> turnAway(String page, Instant now) {
    Instant pause = pauses.getOrDefault(key(page), Instant.EPOCH);
    if (pause.isAfter(now)) {
      return Optional.of(pause);
    }
    ConsumptionProbe probe =
        buckets.computeIfAbsent(key(page), name -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(now.plusNanos(probe.getNanosToWaitForRefill()));
  }

  void pause(String page, Instant until, Trouble trouble) {
    pauses.put(key(page), until);
    troubles.put(key(page), trouble);
  }

  void trouble(String page, Trouble trouble) {
    troubles.put(key(page), trouble);
  }

  /// The platform did what we asked for the page.
  void well(String page) {
    heard = true;
    troubles.remove(key(page));
  }

  /// What the platform brought is on disk.
  void stored(Duration behind) {
    heard = true;
    stored = true;
    lag = behind.isNegative() ? Duration.ZERO : behind;
  }

  void notStored() {
    stored = false;
  }

  Health health() {
    Trouble trouble =
        stored
            ? troubles.values().stream().min(Trouble::compareTo).orElse(Trouble.NONE)
            : Trouble.NOT_STORED;
    return new Health(state(trouble), trouble, lag);
  }

  private String key(String page) {
    return single ? MessengerSettings.ANY_PAGE : page;
  }

  private State state(Trouble trouble) {
    return switch (trouble) {
      case NONE -> heard ? State.CONNECTED : State.CONNECTING;
      case SLOWED_DOWN, NEWS_PENDING -> State.CONNECTED;
      case UNREACHABLE, NOT_SIGNED_IN, READ_ELSEWHERE, RESTRICTED, NOT_STORED -> State.FAILING;
    };
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_SECOND).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }
}
