package cz.okenko.gateway.conversation;

import java.util.function.Function;

/// What came of a message that may hold a one-time code.
public sealed interface Continued {

  /// The matter goes on here; everything is said, and the message counts as answered.
  record Here(Conversation earlier, Conversation now) implements Continued {}

  /// It is the code of this very conversation; it stays good.
  record AlreadyHere() implements Continued {}

  /// This conversation is about something else, with a person; the code stays good.
  record Busy() implements Continued {}

  /// It looks like a code and is none, or not any more.
  record Invalid() implements Continued {}

  /// Too many tries of this address; nothing was looked up.
  record TooMany() implements Continued {}

  /// There is no code in it.
  record NoCode() implements Continued {}

  /// What is said when a matter goes on elsewhere, each in its conversation's language.
  ///
  /// @param left to the citizen at the old address, told where it goes on
  /// @param taken to the citizen at the new one
  record Words(
      Function<Conversation, Utterance> left, Function<Conversation, Utterance> taken) {}
}
