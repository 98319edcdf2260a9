package cz.okenko.gateway.conversation;

import java.util.List;

/// What was decided about a conversation, on the conversation as it stood in that transaction.
public sealed interface Step {

  /// The conversation after the step.
  Conversation conversation();

  /// The conversation goes on as `conversation`, and this is said.
  record Go(Conversation conversation, List<Utterance> utterances) implements Step {
    public Go {
      utterances = List.copyOf(utterances);
    }

    public Go(Conversation conversation, Utterance... utterances) {
      this(conversation, List.of(utterances));
    }
  }

  /// Nothing changes and nothing is said: somebody else holds the conversation by now.
  record Stay(Conversation conversation) implements Step {}
}
