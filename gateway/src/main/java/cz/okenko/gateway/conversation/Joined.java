package cz.okenko.gateway.conversation;

/// What came of joining two conversations.
public sealed interface Joined {

  /// `now` goes on with both; `other` is closed and its transcript stands before.
  record Here(Conversation now, Conversation other) implements Joined {}

  /// They were joined before; this one goes on.
  record Before(Conversation now) implements Joined {}

  /// Somebody else has one of them.
  record Busy(Conversation held) implements Joined {}

  /// One of them is over, or no person has or is to have either.
  record Idle() implements Joined {}

  /// Nothing proves that both are one citizen's.
  record Unproven() implements Joined {}
}
