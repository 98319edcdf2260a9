package cz.okenko.gateway.conversation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Takes down what a citizen agreed to, in the transaction in which it takes effect. The table `consent`.
public final class Consents {
  private Consents() {}

  /// That the office may answer by e-mail, by the button that asked for it.
  static void answerByMail(Handle handle, long id, ConversationId conversation, Instant now) {
    handle
        .createUpdate(
            """
            insert into consent (id, conversation, purpose, given_at)
            values (:id, :conversation, 'answer-by-mail', :now)
            """)
        .bind("id", id)
        .bind("conversation", conversation.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// That the office may hand their matter to another institution, by that message.
  public static void handOn(Handle handle, long id, Turn turn, String institution, Instant now) {
    handle
        .createUpdate(
            """
            insert into consent (id, conversation, purpose, recipient, message, given_at)
            values (:id, :conversation, 'hand-on', :institution, :message, :now)
            """)
        .bind("id", id)
        .bind("conversation", turn.conversation().id().value())
        .bind("institution", institution)
        .bind("message", turn.message())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// That the office may reach the citizen where they said, by their last message.
  static void contact(Handle handle, long id, ConversationId conversation, Instant now) {
    handle
        .createUpdate(
            """
            insert into consent (id, conversation, purpose, message, given_at)
            values (:id, :conversation, 'contact',
                    coalesce((select max(id) from message
                               where conversation = :conversation and author = 'citizen'), 0), :now)
            """)
        .bind("id", id)
        .bind("conversation", conversation.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
