package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.knowledge.Language;
import java.util.List;
import java.util.Optional;

/// Holds back what the bot would say about the matters of an agenda whose answers the office wants
/// to see first: the citizen waits in the agenda's queue and is told why, the clerks read the answer
/// as a note. All else passes.
public final class Supervision {

  /// The flag of a conversation in which an answer waits for a clerk's yes.
  static final String APPROVAL = "approval";

  private final Office office;
  private final Queues queues;
  private final HandoffResponder handoff;
  private final Texts texts;

  public Supervision(Office office, Queues queues, HandoffResponder handoff, Texts texts) {
    this.office = office;
    this.queues = queues;
    this.handoff = handoff;
    this.texts = texts;
  }

  /// The responder, supervised.
  public Responder over(Responder bot) {
    return turn ->
        bot.respond(turn)
            .map(
                reaction ->
                    turn.conversation().state() instanceof WithBot
                        ? checked(reaction, turn)
                        : reaction);
  }

  private Reaction checked(Reaction reaction, Turn turn) {
    return reaction.utterances().stream()
        .filter(said -> said.card().outcome().equals("found"))
        .findFirst()
        .flatMap(
            said -> supervised(turn.conversation(), said).map(queue -> held(turn, said, queue)))
        .orElse(reaction);
  }

  private Optional<QueueId> supervised(Conversation conversation, Utterance said) {
    QueueId queue = queues.of(conversation.about(topic(said)));
    return office.agenda(queue.value()).filter(Agenda::supervised).map(agenda -> queue);
  }

  private Reaction held(Turn turn, Utterance said, QueueId queue) {
    Language language = Language.of(turn.language()).orElse(Language.CS);
    String told = texts.text(language, "handoff.supervised");
    String note = texts.text(Language.CS, "console.note.supervised", said.text());
    var reaction =
        new Reaction(
            now -> flagged(now.about(topic(said))),
            List.of(
                Utterance.office(told, language.code()), KnowledgeResponder.note(note)));
    return handoff.after(reaction, queue, turn);
  }

  /// Danger weighs more.
  private static Conversation flagged(Conversation now) {
    return now.flag().isEmpty() ? now.flagged(APPROVAL) : now;
  }

  private static Topic topic(Utterance said) {
    Card card = said.card();
    return new Topic(card.slug(), card.title());
  }
}
