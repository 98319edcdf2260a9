package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// Puts conversations of clerks who are not at their screens any more back into the queue, where the
/// citizen has the last word. One in which the clerk had it stays theirs until the citizen writes.
public final class Absences {
  private final Store store;
  private final Conversations conversations;
  private final Predicate<ClerkId> gone;
  private final Texts texts;

  /// @param gone who is not at their screen, or said that they are away
  public Absences(
      Store store, Conversations conversations, Predicate<ClerkId> gone, Texts texts) {
    this.store = store;
    this.conversations = conversations;
    this.gone = gone;
    this.texts = texts;
  }

  /// A conversation that waits for the clerk who holds it.
  private record Held(ConversationId conversation, ClerkId clerk) {}

  /// To be called every few seconds.
  public void sweep() {
    for (Held held : store.read(Absences::waitingForTheirClerk)) {
      if (gone.test(held.clerk)) {
        conversations.step(held.conversation, now -> back(now, held.clerk));
      }
    }
  }

  /// It keeps its place among those who wait: since it was taken over, not since now.
  private Step back(Conversation now, ClerkId gone) {
    if (!(now.state() instanceof WithClerk held) || !held.clerk().equals(gone)) {
      return new Step.Stay(now);
    }
    Language language = Language.of(now.language()).orElse(Language.CS);
    return new Step.Go(
        now.in(new Waiting(held.queue(), held.since())),
        Utterance.office(texts.text(language, "handoff.clerk-away"), language.code()),
        KnowledgeResponder.note(texts.text(Language.CS, "console.note.away", held.name())));
  }

  private static List<Held> waitingForTheirClerk(Handle handle) {
    return handle
        .createQuery(
            """
            select c.id, c.clerk
              from conversation c
             where c.state = 'with-clerk' and c.snoozed_until = 0
               and 'citizen' = (select m.author
                                  from message m
                                 where m.conversation = c.id and m.author in ('citizen', 'clerk')
                                 order by m.id desc
                                 limit 1)
            """)
        .map(
            (row, context) ->
                new Held(
                    new ConversationId(row.getLong("id")), new ClerkId(row.getLong("clerk"))))
        .list();
  }
}
