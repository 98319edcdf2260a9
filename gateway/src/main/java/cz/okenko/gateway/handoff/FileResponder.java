package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.knowledge.Language;
import java.util.Optional;

/// Takes a message without a word in it, which is a file: only a person can look at that.
public final class FileResponder implements Responder {
  private final HandoffResponder handoff;
  private final Texts texts;

  public FileResponder(HandoffResponder handoff, Texts texts) {
    this.handoff = handoff;
    this.texts = texts;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (!turn.text().isBlank() || !(turn.conversation().state() instanceof WithBot)) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    String text = texts.text(language, "handoff.file-taken");
    Reaction said = Reaction.say(Utterance.bot(text, language.code()));
    return Optional.of(handoff.after(said, handoff.queue(turn.conversation()), turn));
  }
}
