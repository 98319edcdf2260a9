package cz.okenko.gateway.conversation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Takes down what a citizen agreed to, in the transaction in which it takes effect. The table `consent`.
final class Consents {
  private Consents() {}

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
