package cz.okenko.gateway.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What came of one attempt.
///
/// @param at when it was made; the epoch when none was made yet
/// @param status what the other side answered, 0 when it did not
/// @param pause how long it asked us to wait, zero when it did not ask
public record Answer(Instant at, Trouble trouble, int status, Duration pause) {
  static final Answer NONE = new Answer(Instant.EPOCH, Trouble.NONE, 0, Duration.ZERO);

  private static final int GONE = 410;

  /// What stood in the way.
  public enum Trouble {
    NONE,
    /// It answered, but not that it took it.
    STATUS,
    TIMEOUT,
    UNREACHABLE,
    UNKNOWN_NAME,
    /// The name leads into a network that hooks may not reach.
    INTERNAL_ADDRESS,
    /// The connection could not be secured.
    CERTIFICATE;

    /// The word in rows and on the wire.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Trouble of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  static Answer of(Instant at, int status, Duration pause) {
    Trouble trouble = status / 100 == 2 ? Trouble.NONE : Trouble.STATUS;
    return new Answer(at, trouble, status, pause);
  }

  static Answer of(Instant at, Trouble trouble) {
    return new Answer(at, trouble, 0, Duration.ZERO);
  }

  boolean taken() {
    return trouble == Trouble.NONE;
  }

  /// Whether the other side wants nothing any more.
  boolean gone() {
    return status == GONE;
  }
}
