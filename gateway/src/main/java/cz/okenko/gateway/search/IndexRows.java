package cz.okenko.gateway.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The full-text index in SQL: all that differs between databases stands here. With SQLite it is an
/// FTS5 table of stems.
final class IndexRows {
  private static final int MERGED_PAGES = 200;

  private IndexRows() {}

  /// A message; `searched` says whether it belongs into the index at all.
  record Written(long id, String text, boolean searched) {
    private static Written of(ResultSet row, StatementContext context) throws SQLException {
      return new Written(row.getLong("id"), row.getString("text"), row.getBoolean("searched"));
    }
  }

  /// A message that has all the words, and where it stands.
  record Found(
      long message,
      long conversation,
      String author,
      String text,
      Instant at,
      String channel,
      String state,
      String queue) {
    private static Found of(ResultSet row, StatementContext context) throws SQLException {
      return new Found(
          row.getLong("id"),
          row.getLong("conversation"),
          row.getString("author"),
          row.getString("text"),
          Instant.ofEpochMilli(row.getLong("sent_at")),
          row.getString("channel"),
          row.getString("state"),
          row.getString("queue"));
    }
  }

  static long upTo(Handle handle) {
    return handle.createQuery("select up_to from transcript_cursor").mapTo(Long.class).one();
  }

  static int moveTo(Handle handle, long id) {
    return handle.createUpdate("update transcript_cursor set up_to = :id").bind("id", id).execute();
  }

  /// What was written after a message, oldest first.
  static List<Written> after(Handle handle, long id, int limit) {
    return handle
        .createQuery(
            """
            select id, text,
                   author in ('citizen', 'clerk', 'note') and choice = '' as searched
              from message
             where id > :id
             order by id
             limit :limit
            """)
        .bind("id", id)
        .bind("limit", limit)
        .map(Written::of)
        .list();
  }

  /// Messages that read differently by now, or are gone.
  static List<Long> stale(Handle handle, int limit) {
    return handle
        .createQuery("select message from transcript_stale order by message limit :limit")
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /// The index follows how the message reads now.
  static void refresh(Handle handle, long message) {
    handle
        .createUpdate("delete from transcript_index where rowid = :id")
        .bind("id", message)
        .execute();
    after(handle, message - 1, 1).stream()
        .filter(written -> written.id == message)
        .forEach(written -> put(handle, written));
    handle
        .createUpdate("delete from transcript_stale where message = :id")
        .bind("id", message)
        .execute();
  }

  /// Merges some pages of the index; false when there was nothing to merge any more. Source: SQLite FTS5,
  /// "The 'merge' Command", 2026-11-29.
  ///
  /// @param begin whether all of the index is to become one
  static boolean merge(Handle handle, boolean begin) {
    long before = changes(handle);
    handle
        .createUpdate("insert into transcript_index (transcript_index, rank) values ('merge', :pages)")
        .bind("pages", begin ? -MERGED_PAGES : MERGED_PAGES)
        .execute();
    return changes(handle) - before >= 2;
  }

  private static long changes(Handle handle) {
    return handle.createQuery("select total_changes()").mapTo(Long.class).one();
  }

  static void put(Handle handle, Written written) {
    Set<String> stems = written.searched ? Words.stems(written.text) : Set.of();
    if (!stems.isEmpty()) {
      handle
          .createUpdate(
              "insert or replace into transcript_index (rowid, words) values (:id, :words)")
          .bind("id", written.id)
          .bind("words", String.join(" ", stems))
          .execute();
    }
  }

  /// Messages that have all the stems, the newest first, below the id of the page before.
  static List<Found> find(Handle handle, Set<String> stems, long below, int limit) {
    String all = stems.stream().map(stem -> '"' + stem + '"').collect(Collectors.joining(" "));
    return handle
        .createQuery(
            """
            select m.id, m.conversation, m.author, m.text, m.sent_at, c.channel, c.state, c.queue
              from transcript_index t
              join message m on m.id = t.rowid
              join conversation c on c.id = m.conversation
             where t.transcript_index match :all and t.rowid < :below
             order by t.rowid desc
             limit :limit
            """)
        .bind("all", all)
        .bind("below", below)
        .bind("limit", limit)
        .map(Found::of)
        .list();
  }
}
