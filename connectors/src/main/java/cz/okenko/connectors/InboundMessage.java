package cz.okenko.connectors;

import java.time.Instant;

/// What a citizen wrote, in the one shape all channels share.
///
/// @param externalId the channel's own id of the message; the same id is the same message
/// @param text as written, at most [#MAX_TEXT] characters
/// @param language what the channel knows of the citizen's language (`cs`, `en` …), else empty
/// @param choice value of the [Choice] that was picked, empty when the citizen typed
public record InboundMessage(
    Address address,
    String externalId,
    String text,
    String choice,
    String language,
    Instant sentAt) {

  /// Longest text in characters (UTF-16 units) that is taken in; a longer one is refused whole.
  public static final int MAX_TEXT = 4_000;

  public InboundMessage {
    if (externalId.isBlank()) {
      throw new IllegalArgumentException("a message needs the channel's id");
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("text of " + text.length() + " characters is too long");
    }
  }
}
