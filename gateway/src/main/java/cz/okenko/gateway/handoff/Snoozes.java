package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Brings back what was put off when its time has come: to the clerk who did so, or to the queue when
/// that clerk is not here. When the citizen writes it is back at once, see `conversation.Intake`.
public final class Snoozes {
  private final Store store;
  private final Conversations conversations;
  private final Presence presence;
  private final Texts texts;
  private final InstantSource clock;

  public Snoozes(
      Store store,
      Conversations conversations,
      Presence presence,
      Texts texts,
      InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.presence = presence;
    this.texts = texts;
    this.clock = clock;
  }

  /// To be called every few seconds.
  public void sweep() {
    Instant now = clock.instant();
    for (ConversationId id : store.read(handle -> over(handle, now))) {
      conversations.step(id, conversation -> back(conversation, now));
    }
  }

  private Step back(Conversation conversation, Instant now) {
    if (!(conversation.state() instanceof Snoozed put) || put.until().isAfter(now)) {
      return new Step.Stay(conversation);
    }
    ConversationState next =
        presence.away(put.clerk()) ? new Waiting(put.queue(), now) : put.back(now);
    return new Step.Go(
        conversation.in(next),
        KnowledgeResponder.note(texts.text(Language.CS, "console.note.snoozed", put.name())));
  }

  static List<ConversationId> over(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select id
              from conversation
             where snoozed_until > 0 and snoozed_until <= :now
             order by snoozed_until, id
            """)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new ConversationId(row.getLong("id")))
        .list();
  }
}
