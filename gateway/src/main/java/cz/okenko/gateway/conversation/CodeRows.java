package cz.okenko.gateway.conversation;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The table `code`: one-time codes by their hashes.
final class CodeRows {
  private CodeRows() {}

  /// Keeps a code, and forgets those that ran out before `forgotten`.
  static void add(
      Handle handle, String hash, ConversationId id, Instant expires, Instant forgotten) {
    handle
        .createUpdate("delete from code where expires_at < :forgotten")
        .bind("forgotten", forgotten.toEpochMilli())
        .execute();
    handle
        .createUpdate(
            """
            insert into code (hash, conversation, expires_at)
            values (:hash, :conversation, :expires)
            """)
        .bind("hash", hash)
        .bind("conversation", id.value())
        .bind("expires", expires.toEpochMilli())
        .execute();
  }
}
