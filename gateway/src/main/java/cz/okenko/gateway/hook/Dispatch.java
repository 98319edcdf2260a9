package cz.okenko.gateway.hook;

import java.time.Instant;
import java.util.Locale;

/// One thing that happened, as it is told to one hook.
///
/// @param happened its code, kept as it was written even when nothing of that kind happens any more
/// @param at when it happened
/// @param body what is sent, always the same
public record Dispatch(long id, String happened, Instant at, String body, Progress progress) {

  /// How far it came.
  ///
  /// @param due when it is tried next, while it waits
  /// @param last what came of the last attempt
  public record Progress(State state, Instant due, int attempts, Answer last) {}

  /// Whether it is still to be told.
  public enum State {
    WAITING,
    TAKEN,
    /// Nobody took it and it is not tried any more, unless an admin sends it again.
    FAILED;

    /// The word in rows and on the wire.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Its name on the wire, the same at each attempt: whoever has seen it need not look again.
  String name() {
    return "evt_" + id;
  }
}
