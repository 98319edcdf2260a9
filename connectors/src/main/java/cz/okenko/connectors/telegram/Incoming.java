package cz.okenko.connectors.telegram;

import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;

/// What one part of an update means to the office.
sealed interface Incoming {

  /// A citizen wrote.
  ///
  /// @param tooBig whether they sent a file that Telegram will not hand over
  record Said(Place place, InboundMessage message, String language, boolean tooBig)
      implements Incoming {}

  /// A citizen pressed a button under a message of ours.
  ///
  /// @param data what the button carries
  record Pressed(Place place, String press, String data, String language) implements Incoming {}

  /// Something beside messages.
  record Told(Event event) implements Incoming {}

  /// A button was pressed of which nobody can say where it stands.
  record Lost(String press, String language, Event event) implements Incoming {}

  /// None of our business: people of a group among themselves.
  record Foreign() implements Incoming {}
}
