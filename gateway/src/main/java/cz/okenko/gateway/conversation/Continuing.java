package cz.okenko.gateway.conversation;

import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import org.jdbi.v3.core.Handle;

/// Lets a matter go on in another conversation, inside the writer's transaction.
final class Continuing {
  private Continuing() {}

  /// `to` takes over how `from` stands: who holds it, since when it waits, what it is about, what was
  /// filed, how the citizen is reached; and the messages that wait for an answer. `from` is closed,
  /// `to` says which it continues. A matter that was closed goes on with the bot.
  ///
  /// @return `to` as it stands then
  static Conversation takeOver(Handle handle, Conversation from, Conversation to) {
    ConversationState state =
        from.state() instanceof Closed ? new WithBot(to.state().since()) : from.state();
    Conversation after =
        to.in(state)
            .about(from.topic())
            .asking(from.asking())
            .reachedAt(from.contact())
            .flagged(from.flag())
            .filed(from.filed());
    ConversationRows.update(handle, from, closed(from, to));
    ConversationRows.update(handle, to, after);
    ConversationRows.continues(handle, to.id(), from.id());
    MessageRows.pass(handle, from.id(), to.id());
    return after;
  }

  /// `from` as it stands after [#takeOver].
  static Conversation closed(Conversation from, Conversation to) {
    return from.in(
        switch (from.state()) {
          case WithBot _ -> new Closed(new QueueId(""), to.state().since());
          case Waiting waiting -> new Closed(waiting.queue(), to.state().since());
          case WithClerk held -> new Closed(held.queue(), to.state().since());
          case Closed closed -> closed;
        });
  }
}
