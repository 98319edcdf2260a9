package cz.okenko.gateway.conversation;

import cz.okenko.gateway.access.ClerkId;
import java.time.Instant;

/// Who holds the conversation. Only the holder speaks to the citizen.
public sealed interface ConversationState {

  /// Since when it stands so.
  Instant since();

  /// The bot answers.
  record WithBot(Instant since) implements ConversationState {}

  /// The citizen waits for a clerk of the agenda; the bot is silent but for emergencies.
  record Waiting(QueueId queue, Instant since) implements ConversationState {}

  /// A clerk holds it, known to the citizen by name.
  record WithClerk(ClerkId clerk, String name, QueueId queue, Instant since)
      implements ConversationState {}

  /// It is over; a further message of the citizen opens a new conversation.
  record Closed(QueueId queue, Instant since) implements ConversationState {}
}
