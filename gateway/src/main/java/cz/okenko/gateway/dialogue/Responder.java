package cz.okenko.gateway.dialogue;

import cz.okenko.gateway.conversation.Turn;
import java.util.Optional;

/// Something that can answer inside a conversation. Called from many threads, never inside a
/// transaction.
public interface Responder {

  /// What to say to this message, or empty when it is for the next responder.
  Optional<Reaction> respond(Turn turn);

  /// The same where the bot may not answer: a clerk has the conversation, or it is over. Only what the
  /// office itself asked is taken up then.
  default Optional<Reaction> aside(Turn turn) {
    return Optional.empty();
  }
}
