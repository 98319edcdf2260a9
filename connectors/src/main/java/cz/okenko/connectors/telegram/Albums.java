package cz.okenko.connectors.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/// Albums: Telegram sends each photo of one as a message of its own. Only the first that arrives is
/// a question to the office, so that ten photos are not answered ten times. Forgotten with the
/// process; then an album on its way may be answered twice.
final class Albums {
  private static final int REMEMBERED = 10_000;

  private final Cache<String, Long> firsts =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  /// Whether the message is no part of an album, or the first of it.
  ///
  /// @param album Telegram's `media_group_id`, empty for none
  boolean leads(Place place, String album, long message) {
    return album.isEmpty() || firsts.get(place.messageId(0) + album, a -> message) == message;
  }
}
