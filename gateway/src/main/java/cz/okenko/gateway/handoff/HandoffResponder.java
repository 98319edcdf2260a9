package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.knowledge.Language;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers whatever nobody else answered: puts the citizen into the queue of the agenda. Out of
/// hours it says when the office opens and asks how to reach the citizen. Whoever waits in the web chat
/// is offered to go on in an app instead, where there is one.
public final class HandoffResponder implements Responder {
  private final Queues queues;
  private final OfficeDoor door;
  private final Ways ways;
  private final Texts texts;
  private final InstantSource clock;

  public HandoffResponder(Queues queues, OfficeDoor door, Ways ways, InstantSource clock) {
    this.queues = queues;
    this.door = door;
    this.ways = ways;
    this.texts = ways.texts();
    this.clock = clock;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (turn.conversation().state() instanceof Waiting) {
      return Optional.empty();
    }
    QueueId queue = queue(turn.conversation());
    return Optional.of(after(new Reaction(now -> now, List.of()), queue, turn));
  }

  /// The queue of what the conversation is about.
  QueueId queue(Conversation conversation) {
    return queues.of(conversation);
  }

  /// The reaction, and then the citizen waits in the queue and is told so.
  Reaction after(Reaction reaction, QueueId queue, Turn turn) {
    Language language = Language.of(turn.language()).orElse(Language.CS);
    boolean open = door.open();
    String text =
        open
            ? texts.text(language, "handoff.waiting", queues.name(queue))
            : texts.text(language, "handoff.closed", door.sentence(language));
    var said = new ArrayList<>(reaction.utterances());
    String channel = turn.conversation().address().channel();
    Card card = ways.leadAwayFrom(channel) ? elsewhere(language) : Card.NONE;
    said.add(new Utterance(Speaker.OFFICE, text, language.code(), card, ""));
    return new Reaction(reaction.change(), said)
        .and(conversation -> waiting(conversation, queue, !open));
  }

  private Card elsewhere(Language language) {
    var elsewhere =
        new Choice(ContinueResponder.CONTINUE, texts.text(language, "handoff.elsewhere"));
    return Card.offering(List.of(elsewhere));
  }

  private Conversation waiting(Conversation conversation, QueueId queue, boolean askContact) {
    boolean ask = askContact && conversation.contact().isEmpty();
    return conversation
        .in(new Waiting(queue, clock.instant()))
        .asking(ask ? Asking.CONTACT : Asking.NOTHING);
  }
}
