package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import java.util.List;
import java.util.Optional;

/// Whoever may be in danger is told whom to call, also in a conversation that is over, and also a sender from
/// whom the office takes nothing for a time. A clerk who has the conversation needs no bot for that.
public final class EmergencyResponder implements Responder {
  private final KnowledgeBase knowledge;
  private final Texts texts;

  public EmergencyResponder(KnowledgeBase knowledge, Texts texts) {
    this.knowledge = knowledge;
    this.texts = texts;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    return Optional.empty();
  }

  @Override
  public Optional<Reaction> aside(Turn turn) {
    boolean clerk =
        turn.conversation().state() instanceof WithClerk
            || turn.conversation().state() instanceof Snoozed;
    Language language = Language.of(turn.language()).orElse(Language.CS);
    return !clerk
            && knowledge.answer(new Question(turn.text(), language, new Question.Context.Fresh()))
                instanceof Answer.Emergency emergency
        ? Optional.of(new Reaction(now -> now, said(emergency.kind(), language, texts)))
        : Optional.empty();
  }

  /// The number to call, and a note that it was told.
  static List<Utterance> said(Answer.Emergency.Kind kind, Language language, Texts texts) {
    var card =
        new Card("emergency", "", "", "", List.of(), List.of(), Handler.NONE, List.of());
    String text = texts.text(language, "dialogue.emergency." + kind.code());
    return List.of(
        Utterance.bot(text, language.code(), card),
        KnowledgeResponder.note(texts.text(Language.CS, "console.note.emergency")));
  }
}
