package cz.okenko.gateway.hook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An address of another program that is told what happens here.
///
/// @param wanted what it is told of
public record Hook(
    long id,
    String name,
    URI url,
    Set<Happened> wanted,
    State state,
    Secrets secrets,
    Instant created) {

  /// Whether it is told. What was to be told before it was switched off waits until it is on again.
  public enum State {
    ON,
    /// Switched off by an admin.
    OFF,
    /// Switched off because the other side said that it wants nothing any more.
    GONE;

    /// The word in rows and on the wire.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// What requests are signed with.
  ///
  /// @param before the secret before it, empty when there was none
  /// @param beforeUntil until when both sign
  public record Secrets(String now, String before, Instant beforeUntil) {

    /// Those that sign at a moment, the newest first.
    List<String> at(Instant moment) {
      return overlapping(moment) ? List.of(now, before) : List.of(now);
    }

    /// Whether the secret before still signs along.
    boolean overlapping(Instant moment) {
      return !before.isEmpty() && moment.isBefore(beforeUntil);
    }

    @Override
    public String toString() {
      return "Secrets[hidden]";
    }
  }

  public Hook {
    wanted = Set.copyOf(wanted);
  }
}
