package cz.okenko.gateway.citizen;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.citizen.PersonRows.Matter;
import cz.okenko.gateway.conversation.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The tables `erasure` and `leftover`.
final class ErasureRows {
  private static final int ROUND = 100;

  private ErasureRows() {}

  /// That a conversation was erased.
  record Erased(Instant at, String reason) {}

  /// What is still to be removed outside the database: a file, or what a channel keeps of an address.
  record Leftover(long id, String file, String channel, String address, List<String> externalIds) {
    private static Leftover of(ResultSet row, StatementContext context) throws SQLException {
      return new Leftover(
          row.getLong("id"),
          row.getString("file"),
          row.getString("channel"),
          row.getString("address"),
          row.getString("external_ids").lines().toList());
    }
  }

  static int erased(Handle handle, ConversationId id, ClerkId clerk, String reason, Instant at) {
    return handle
        .createUpdate(
            """
            insert into erasure (conversation, at, clerk, reason)
            values (:conversation, :at, :clerk, :reason)
            on conflict (conversation) do update
               set at = excluded.at, clerk = excluded.clerk, reason = excluded.reason, compacted = 0
            """)
        .bind("conversation", id.value())
        .bind("at", at.toEpochMilli())
        .bind("clerk", clerk.value())
        .bind("reason", reason)
        .execute();
  }

  static Optional<Erased> find(Handle handle, ConversationId id) {
    return handle
        .createQuery("select at, reason from erasure where conversation = :conversation")
        .bind("conversation", id.value())
        .map(
            (row, context) ->
                new Erased(Instant.ofEpochMilli(row.getLong("at")), row.getString("reason")))
        .findOne();
  }

  static boolean uncompacted(Handle handle) {
    return handle
        .createQuery("select exists (select 1 from erasure where compacted = 0)")
        .mapTo(Boolean.class)
        .one();
  }

  static int compacted(Handle handle, Instant begun) {
    return handle
        .createUpdate("update erasure set compacted = 1 where compacted = 0 and at < :begun")
        .bind("begun", begun.toEpochMilli())
        .execute();
  }

  static int file(Handle handle, long id, String file) {
    return handle
        .createUpdate("insert into leftover (id, file) values (:id, :file)")
        .bind("id", id)
        .bind("file", file)
        .execute();
  }

  static int address(Handle handle, long id, Matter matter, Collection<String> externalIds) {
    return handle
        .createUpdate(
            """
            insert into leftover (id, channel, address, external_ids)
            values (:id, :channel, :address, :externalIds)
            """)
        .bind("id", id)
        .bind("channel", matter.channel())
        .bind("address", matter.address())
        .bind("externalIds", String.join("\n", externalIds))
        .execute();
  }

  static List<Leftover> leftovers(Handle handle) {
    return handle
        .createQuery(
            "select id, file, channel, address, external_ids from leftover order by id limit :limit")
        .bind("limit", ROUND)
        .map(Leftover::of)
        .list();
  }

  static int removed(Handle handle, long id) {
    return handle.createUpdate("delete from leftover where id = :id").bind("id", id).execute();
  }
}
