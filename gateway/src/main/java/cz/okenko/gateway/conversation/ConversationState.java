package cz.okenko.gateway.conversation;

import cz.okenko.gateway.access.ClerkId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who holds the conversation. Only the holder speaks to the citizen.
public sealed interface ConversationState {

  /// Since when it stands so, in whole milliseconds as it is stored: two states are compared to see
  /// whether anybody changed it meanwhile.
  Instant since();

  /// The bot answers.
  record WithBot(Instant since) implements ConversationState {
    public WithBot {
      since = since.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// The citizen waits for a clerk of the agenda; the bot is silent but for emergencies.
  record Waiting(QueueId queue, Instant since) implements ConversationState {
    public Waiting {
      since = since.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// A clerk holds it, known to the citizen by name.
  record WithClerk(ClerkId clerk, String name, QueueId queue, Instant since)
      implements ConversationState {
    public WithClerk {
      since = since.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// A clerk holds it and put it off until a moment; it comes back earlier when the citizen writes.
  /// To the citizen nothing changed.
  record Snoozed(ClerkId clerk, String name, QueueId queue, Instant since, Instant until)
      implements ConversationState {
    public Snoozed {
      since = since.truncatedTo(ChronoUnit.MILLIS);
      until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    /// With its clerk again.
    public WithClerk back(Instant now) {
      return new WithClerk(clerk, name, queue, now);
    }
  }

  /// It is over; a further message of the citizen opens a new conversation.
  record Closed(QueueId queue, Instant since, Outcome outcome) implements ConversationState {
    public Closed {
      since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    /// Closed by nobody who could tell how it ended.
    public Closed(QueueId queue, Instant since) {
      this(queue, since, Outcome.UNTOLD);
    }
  }
}
