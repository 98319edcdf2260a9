package cz.okenko.gateway.attachment;

import cz.okenko.connectors.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `attachment`, from the moment its row is there.
final class AttachmentRows {
  private AttachmentRows() {}

  /// A file that has something to be done about it.
  ///
  /// @param file what it is called in the cabinet, empty before it was fetched
  /// @param attempts this one included
  record Work(
      long id, long message, String channel, Attachment attachment, String file, int attempts) {

    static Work of(ResultSet row, StatementContext context) throws SQLException {
      return new Work(
          row.getLong("id"),
          row.getLong("message"),
          row.getString("channel"),
          new Attachment(
              row.getString("name"),
              row.getString("type"),
              row.getLong("size"),
              row.getString("reference")),
          row.getString("file"),
          row.getInt("attempts"));
    }
  }

  /// A file as a clerk may have it.
  record Held(String name, String state, String file, long bytes, String sniffed) {}

  /// Whether something is to be done now.
  static boolean due(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select exists (select 1 from attachment
                            where state in ('due', 'scan') and due_at <= :now)
            """)
        .bind("now", now.toEpochMilli())
        .mapTo(Boolean.class)
        .one();
  }

  /// Takes what is due for the length of the lease, oldest first.
  static List<Work> claim(Handle handle, Instant now, Duration lease, int limit) {
    return handle
        .createQuery(
            """
            update attachment
               set due_at = :until, attempts = attempts + 1
             where id in (
                   select id from attachment
                    where state in ('due', 'scan') and due_at <= :now
                    order by due_at, id
                    limit :limit)
            returning id, message, channel, name, type, size, reference, file, attempts
            """)
        .bind("now", now.toEpochMilli())
        .bind("until", now.plus(lease).toEpochMilli())
        .bind("limit", limit)
        .map(Work::of)
        .list();
  }

  /// What a dead process had under way is due at once.
  static int recover(Handle handle) {
    return handle
        .createUpdate("update attachment set due_at = 0 where state in ('due', 'scan')")
        .execute();
  }

  static int fetched(Handle handle, long id, Cabinet.Taken.Kept kept) {
    return handle
        .createUpdate(
            """
            update attachment
               set state = 'scan', file = :file, bytes = :bytes, sniffed = :sniffed, attempts = 0
             where id = :id and state <> 'gone'
            """)
        .bind("id", id)
        .bind("file", kept.name())
        .bind("bytes", kept.bytes())
        .bind("sniffed", kept.type().media())
        .execute();
  }

  /// @param scan what the scanner said, empty when it was not asked
  static int ended(Handle handle, long id, String state, String scan) {
    return handle
        .createUpdate("update attachment set state = :state, scan = :scan where id = :id and state <> 'gone'")
        .bind("id", id)
        .bind("state", state)
        .bind("scan", scan)
        .execute();
  }

  static int later(Handle handle, long id, Instant due) {
    return handle
        .createUpdate("update attachment set due_at = :due where id = :id")
        .bind("id", id)
        .bind("due", due.toEpochMilli())
        .execute();
  }

  static Optional<Held> find(Handle handle, long id) {
    return handle
        .createQuery(
            "select name, state, file, bytes, sniffed from attachment where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Held(
                    row.getString("name"),
                    row.getString("state"),
                    row.getString("file"),
                    row.getLong("bytes"),
                    row.getString("sniffed")))
        .findOne();
  }

  /// Forgets the files of a conversation; gives the names of those that are in the cabinet.
  static List<String> forget(Handle handle, long conversation) {
    List<String> files =
        handle
            .createQuery(
                """
                select file
                  from attachment
                 where message in (select id from message where conversation = :conversation)
                   and file <> ''
                """)
            .bind("conversation", conversation)
            .mapTo(String.class)
            .list();
    handle
        .createUpdate(
            """
            update attachment
               set name = '', type = '', reference = '', file = '', sniffed = '', scan = '',
                   state = 'gone'
             where message in (select id from message where conversation = :conversation)
            """)
        .bind("conversation", conversation)
        .execute();
    return files;
  }
}
