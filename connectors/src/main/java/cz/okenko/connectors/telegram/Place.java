package cz.okenko.connectors.telegram;

import cz.okenko.connectors.Address;
import java.util.Optional;

/// A chat of one bot. The same person is another place for another bot of the office.
///
/// @param chat negative for groups; more than 32 bits (TG-13)
record Place(long bot, long chat) {

  static Optional<Place> of(Address address) {
    String value = address.value();
    return value.matches("[0-9]{1,19}:-?[0-9]{1,18}")
        ? Optional.of(
            new Place(
                Long.parseLong(value.substring(0, value.indexOf(':'))),
                Long.parseLong(value.substring(value.indexOf(':') + 1))))
        : Optional.empty();
  }

  boolean isGroup() {
    return chat < 0;
  }

  Address address() {
    return new Address(TelegramConnector.CHANNEL, bot + ":" + chat);
  }

  /// The id of a message in this chat, the same in every update that speaks of it, its edits
  /// included.
  ///
  /// Made of bot, chat and message id, which Telegram never gives twice; not of the update's id
  /// alone, which begins at random again after a week of silence (TG-03) and is another one for the
  /// edit.
  String messageId(long message) {
    return bot + ":" + chat + ":" + message;
  }

  /// The id of a press of a button, unique by Telegram's own id of the press.
  String pressId(String press) {
    return bot + ":" + chat + ":press:" + press;
  }

  /// The number of the message an id of ours names, 0 when it names none of this chat.
  long messageOf(String externalId) {
    String start = bot + ":" + chat + ":";
    String rest = externalId.startsWith(start) ? externalId.substring(start.length()) : "";
    return rest.matches("[0-9]{1,18}") ? Long.parseLong(rest) : 0;
  }

  @Override
  public String toString() {
    return "place";
  }
}
