package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.handoff.ReturnRows.Failure;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Tells clerks of messages that did not reach the citizen: a note in the transcript says why and
/// what can be done. The citizen sees nothing of it. Told once, whenever the process died. A clerk's
/// words that nobody would look after any more put the conversation into the queue.
public final class Returns {
  private final Store store;
  private final Conversations conversations;
  private final Texts texts;
  private final InstantSource clock;

  public Returns(Store store, Conversations conversations, Texts texts, InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.texts = texts;
    this.clock = clock;
  }

  /// Writes the notes that are not there yet; to be called often.
  public void sweep() {
    List<Failure> untold = store.read(ReturnRows::untold);
    for (Failure failure : untold) {
      conversations
          .holding(failure.message())
          .flatMap(conversations::find)
          .ifPresent(conversation -> tell(conversation, failure));
      store.write(handle -> ReturnRows.told(handle, failure));
    }
  }

  /// An address has one conversation that goes on, if any: the newest. An older one stays closed.
  private void tell(Conversation conversation, Failure failure) {
    Conversation where =
        failure.clerks()
            ? conversations.newest(conversation.address()).orElse(conversation)
            : conversation;
    conversations.step(
        where.id(),
        now -> new Step.Go(failure.clerks() ? alerting(now) : now, note(now, failure)));
  }

  private Conversation alerting(Conversation now) {
    return switch (now.state()) {
      case WithBot _ -> now.in(new Waiting(conversations.general(), clock.instant()));
      case Closed(QueueId queue, Instant _, Outcome _) ->
          now.in(
              new Waiting(
                  queue.value().isEmpty() ? conversations.general() : queue, clock.instant()));
      case Waiting _, WithClerk _ -> now;
      case Snoozed put -> now.in(put.back(clock.instant()));
    };
  }

  private Utterance note(Conversation now, Failure failure) {
    String text =
        failure.table().equals("outbox")
            ? texts.text(Language.CS, "console.refused." + failure.reason())
            : texts.text(Language.CS, "console.returned." + failure.reason(), failure.status());
    String contact =
        now.contact().isEmpty()
            ? ""
            : " " + texts.text(Language.CS, "console.note.contact", now.contact());
    var speaker = new Speaker(Author.NOTE, "Okénko", "");
    String once = failure.table() + " " + failure.reason() + " " + failure.message();
    return new Utterance(speaker, text + contact, Language.CS.code(), Card.NONE, once);
  }
}
