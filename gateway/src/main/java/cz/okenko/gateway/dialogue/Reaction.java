package cz.okenko.gateway.dialogue;

import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Utterance;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a responder wants to say and how the conversation goes on. The change is applied to the
/// conversation as it stands when it is stored, which may be later than the responder looked.
public record Reaction(UnaryOperator<Conversation> change, List<Utterance> utterances) {
  public Reaction {
    utterances = List.copyOf(utterances);
  }

  /// Says one thing and changes nothing.
  public static Reaction say(Utterance utterance) {
    return new Reaction(UnaryOperator.identity(), List.of(utterance));
  }

  /// The same with one more change.
  public Reaction and(UnaryOperator<Conversation> more) {
    return new Reaction(conversation -> more.apply(change.apply(conversation)), utterances);
  }
}
