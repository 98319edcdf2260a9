package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables `code`, one-time codes by their hashes, and `code_try`.
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

  /// The conversation a code was made for, while it is good.
  static Optional<ConversationId> find(Handle handle, String hash, Instant now) {
    return handle
        .createQuery(
            """
            select conversation
              from code
             where hash = :hash and used_at = 0 and expires_at > :now
            """)
        .bind("hash", hash)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new ConversationId(row.getLong(1)))
        .findOne();
  }

  /// The conversation a code was made for, used or not.
  static Optional<ConversationId> living(Handle handle, String hash, Instant now) {
    return handle
        .createQuery("select conversation from code where hash = :hash and expires_at > :now")
        .bind("hash", hash)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new ConversationId(row.getLong(1)))
        .findOne();
  }

  static void used(Handle handle, String hash, Instant now) {
    handle
        .createUpdate("update code set used_at = :now where hash = :hash")
        .bind("hash", hash)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// How often an address tried what was no code, since then.
  static int tries(Handle handle, Address address, Instant since) {
    return handle
        .createQuery(
            """
            select count(*)
              from code_try
             where channel = :channel and address = :address and at > :since
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// How often anybody did, since then.
  static int tries(Handle handle, Instant since) {
    return handle
        .createQuery("select count(*) from code_try where at > :since")
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// Counts a try, and forgets those before `forgotten`.
  static void tried(Handle handle, Address address, Instant now, Instant forgotten) {
    handle
        .createUpdate("delete from code_try where at < :forgotten")
        .bind("forgotten", forgotten.toEpochMilli())
        .execute();
    handle
        .createUpdate(
            "insert into code_try (channel, address, at) values (:channel, :address, :now)")
        .bind("channel", address.channel())
        .bind("address", address.value())
        .bind("now", now.toEpochMilli())
        .execute();
  }
}
