package cz.okenko.connectors.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How fast one bot may write (TG-08), so that Telegram seldom has to slow it down. Safe for any
/// thread.
///
/// Source: "My bot is hitting limits", core.telegram.org/bots/faq: about one message a second in
/// one chat with short bursts, twenty a minute in a group, thirty a second over all chats. The
/// length of a burst is known, not seen. Messages above some 500 characters are slowed down sooner
/// (TG-05); how much sooner Telegram does not say, so its own 429 decides.
final class Pace {
  static final Duration CHAT = Duration.ofSeconds(1);
  static final Duration GROUP = Duration.ofSeconds(3);
  static final Duration ALL = Duration.ofNanos(1_000_000_000L / 30);

  /// Messages that may follow each other at once after a rest.
  static final int BURST = 8;

  private static final int BURST_OF_ALL = 30;
  private static final int REMEMBERED = 100_000;

  private final InstantSource clock;
  private final Gate all = new Gate(ALL, BURST_OF_ALL);
  private final Cache<Long, Gate> chats =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterAccess(Duration.ofMinutes(5))
          .build();
  private Instant held = Instant.MIN;

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /// Telegram asked the bot to wait; counts for all its chats, exactly as long as it said.
  synchronized Instant hold(Duration wait) {
    Instant until = clock.instant().plus(wait);
    held = until.isAfter(held) ? until : held;
    return held;
  }

  /// Whether Telegram asked to wait and the time is not over.
  synchronized boolean isHeld() {
    return clock.instant().isBefore(held);
  }

  /// When a message may be sent to the chat: `now`, and then it counts as sent, or a later moment.
  synchronized Instant take(long chat, Instant now) {
    if (now.isBefore(held)) {
      return held;
    }
    Gate gate = chats.get(chat, c -> new Gate(c < 0 ? GROUP : CHAT, BURST));
    Instant free = gate.free(now).isAfter(all.free(now)) ? gate.free(now) : all.free(now);
    if (!free.isAfter(now)) {
      gate.pass(now);
      all.pass(now);
      return now;
    }
    return free;
  }

  /// One queue of the generic cell rate algorithm: `due` is when it would be empty.
  private static final class Gate {
    private final Duration interval;
    private final Duration tolerance;
    private Instant due = Instant.EPOCH;

    Gate(Duration interval, int burst) {
      this.interval = interval;
      this.tolerance = interval.multipliedBy(burst - 1L);
    }

    Instant free(Instant now) {
      Instant free = due.minus(tolerance);
      return free.isAfter(now) ? free : now;
    }

    void pass(Instant now) {
      due = (due.isAfter(now) ? due : now).plus(interval);
    }
  }
}
