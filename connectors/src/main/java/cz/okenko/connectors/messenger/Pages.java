package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How each page fares with the platform: when it may send again, and what went wrong last.
final class Pages {
  /// Messages a page may send in a second, and at once after a rest: together the 300 texts the
  /// platform takes (FB-18). Source: "Rate limiting", Messenger Platform documentation, 2026-03-23.
  private static final int PER_SECOND = 250;

  private static final int AT_ONCE = 50;

  private static final Duration EACH = Duration.ofSeconds(1).dividedBy(PER_SECOND);

  private final Map<String, Instant> pauses = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
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
    Instant slot = lines.computeIfAbsent(key(page), name -> new Line()).take(now);
    return slot.isAfter(now) ? Optional.of(slot) : Optional.empty();
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

  /// Those who want to send for one page. Each who must wait is given a moment of its own: if all were
  /// told the same one, all would come back at once, again and again, and one of them would go.
  private static final class Line {
    /// When as many may go at once as after a rest.
    private Instant whole = Instant.EPOCH;

    /// Where the line of those who wait ends.
    private Instant end = Instant.EPOCH;

    /// `now` when one may go, and then it counts as gone; or when to come again.
    synchronized Instant take(Instant now) {
      Instant free = whole.minus(EACH.multipliedBy(AT_ONCE - 1L));
      if (!free.isAfter(now)) {
        whole = later(whole, now).plus(EACH);
        return now;
      }
      end = later(end, later(free, now)).plus(EACH);
      return end;
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
