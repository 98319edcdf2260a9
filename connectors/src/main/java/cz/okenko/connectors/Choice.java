package cz.okenko.connectors;

import java.util.List;
import java.util.Optional;

/// One of several things a citizen may pick; a channel draws it as a button, a quick reply or a
/// numbered line.
///
/// @param value what comes back when it is picked, stable and opaque
/// @param label what the citizen reads
public record Choice(String value, String label) {

  /// A short name for the choice at `index` under a message of ours, for platforms that carry only
  /// a few bytes: at most 16 characters, all of them ASCII letters, digits or a dot.
  public static String key(long message, int index) {
    return Long.toString(message, Character.MAX_RADIX) + "." + index;
  }

  /// The choice that a [#key] names, among what was offered under its message; empty when the key is
  /// none of ours or nothing was offered there.
  public static Optional<Choice> ofKey(String key, Inbox inbox) {
    int dot = key.indexOf('.');
    if (!key.matches("[0-9a-z]{1,12}\\.[0-9]{1,2}")) {
      return Optional.empty();
    }
    List<Choice> offered = inbox.offered(Long.parseLong(key.substring(0, dot), Character.MAX_RADIX));
    int index = Integer.parseInt(key.substring(dot + 1));
    return index < offered.size() ? Optional.of(offered.get(index)) : Optional.empty();
  }
}
