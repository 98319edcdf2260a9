package cz.okenko.connectors.telegram;

import java.time.Duration;

/// How long the channel waits for what.
///
/// @param poll how long Telegram may hold a question for news open
/// @param calm between two questions when Telegram answers at once and has nothing
/// @param retry after the first failure; doubled with each further one
/// @param longest after many failures
/// @param watch between two looks at the loop that asks, or at the webhook
/// @param silence how long the loop may be silent before it is replaced
record Tempo(
    Duration poll,
    Duration calm,
    Duration retry,
    Duration longest,
    Duration watch,
    Duration silence) {

  /// Telegram holds a question for at most 50 s (known, not seen); a loop that is silent for three
  /// minutes hangs.
  static final Tempo USUAL =
      new Tempo(
          Duration.ofSeconds(45),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3));
}
