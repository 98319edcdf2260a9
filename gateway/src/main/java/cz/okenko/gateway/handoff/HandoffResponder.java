package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.knowledge.Language;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers whatever nobody else answered: puts the citizen into the queue of the agenda. Out of
/// hours it says when the office opens and asks how to reach the citizen.
public final class HandoffResponder implements Responder {
  private final Queues queues;
  private final OfficeDoor door;
  private final Texts texts;
  private final InstantSource clock;

  public HandoffResponder(Queues queues, OfficeDoor door, Texts texts, InstantSource clock) {
    this.queues = queues;
    this.door = door;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (turn.conversation().state() instanceof Waiting) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    QueueId queue = queue(turn.conversation());
    return Optional.of(after(new Reaction(now -> now, List.of()), queue, language));
  }

  /// The queue of what the conversation is about.
  QueueId queue(Conversation conversation) {
    return queues.of(conversation);
  }

  /// The reaction, and then the citizen waits in the queue and is told so.
  Reaction after(Reaction reaction, QueueId queue, Language language) {
    boolean open = door.open();
    String text =
        open
            ? texts.text(language, "handoff.waiting", queues.name(queue))
            : texts.text(language, "handoff.closed", door.sentence(language));
    var said = new ArrayList<>(reaction.utterances());
    said.add(Utterance.office(text, language.code()));
    return new Reaction(reaction.change(), said)
        .and(conversation -> waiting(conversation, queue, !open));
  }

  private Conversation waiting(Conversation conversation, QueueId queue, boolean askContact) {
    boolean ask = askContact && conversation.contact().isEmpty();
    return conversation
        .in(new Waiting(queue, clock.instant()))
        .asking(ask ? Asking.CONTACT : Asking.NOTHING);
  }
}
