package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import org.jdbi.v3.core.Handle;

/// The table `reading`: up to which message each clerk has read a conversation.
final class ReadingRows {
  private ReadingRows() {}

  /// The clerk has read all that stands there now; false when there is no such conversation.
  static boolean read(Handle handle, ConversationId id, ClerkId clerk) {
    return handle
            .createUpdate(
                """
                insert into reading (clerk, conversation, up_to)
                select :clerk, c.id, coalesce((select max(m.id) from message m
                                                where m.conversation = c.id), 0)
                  from conversation c
                 where c.id = :id
                on conflict (clerk, conversation) do update set up_to = excluded.up_to
                """)
            .bind("clerk", clerk.value())
            .bind("id", id.value())
            .execute()
        == 1;
  }
}
