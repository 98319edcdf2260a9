package cz.okenko.gateway.attachment;

import cz.okenko.gateway.attachment.DraftFiles.Desk;
import cz.okenko.gateway.attachment.DraftFiles.DraftFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `draft_file`: files under a clerk's draft, until it is sent.
final class DraftFileRows {
  private DraftFileRows() {}

  /// A row.
  ///
  /// @param file what it is called in the cabinet
  record Row(DraftFile told, String file) {
    private static Row of(ResultSet row, StatementContext context) throws SQLException {
      return new Row(
          new DraftFile(
              row.getLong("id"),
              row.getString("name"),
              row.getString("sniffed"),
              row.getLong("size"),
              row.getString("state").equals("arriving")
                  ? DraftFile.State.ARRIVING
                  : row.getString("scan").equals("clean")
                      ? DraftFile.State.CLEAN
                      : DraftFile.State.UNSCANNED),
          row.getString("file"));
    }
  }

  static int add(Handle handle, Desk desk, DraftFile told, String file, Instant at) {
    return handle
        .createUpdate(
            """
            insert into draft_file (id, conversation, clerk, name, size, file, at)
            values (:id, :conversation, :clerk, :name, :size, :file, :at)
            """)
        .bind("id", told.id())
        .bind("conversation", desk.conversation())
        .bind("clerk", desk.clerk())
        .bind("name", told.name())
        .bind("size", told.size())
        .bind("file", file)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  /// In the order in which they were begun.
  static List<Row> of(Handle handle, Desk desk) {
    return handle
        .createQuery(
            """
            select id, name, sniffed, size, state, scan, file
              from draft_file
             where conversation = :conversation and clerk = :clerk
             order by id
            """)
        .bind("conversation", desk.conversation())
        .bind("clerk", desk.clerk())
        .map(Row::of)
        .list();
  }

  static Optional<Row> find(Handle handle, Desk desk, long id) {
    return of(handle, desk).stream().filter(row -> row.told.id() == id).findFirst();
  }

  /// All of it is here; 0 when it was taken away meanwhile.
  static int kept(Handle handle, long id, String name, FileType type, String scan) {
    return handle
        .createUpdate(
            """
            update draft_file set state = 'kept', name = :name, sniffed = :sniffed, scan = :scan
             where id = :id
            """)
        .bind("id", id)
        .bind("name", name)
        .bind("sniffed", type.media())
        .bind("scan", scan)
        .execute();
  }

  static int remove(Handle handle, long id) {
    return handle.createUpdate("delete from draft_file where id = :id").bind("id", id).execute();
  }

  /// Forgets what nobody touched since, and what has not arrived since a later moment; gives their names in the
  /// cabinet.
  static List<String> forgetOld(Handle handle, Instant drafts, Instant arriving) {
    return handle
        .createQuery(
            """
            delete from draft_file
             where at < :drafts or (state = 'arriving' and at < :arriving)
            returning file
            """)
        .bind("drafts", drafts.toEpochMilli())
        .bind("arriving", arriving.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  static boolean anyOld(Handle handle, Instant drafts, Instant arriving) {
    return handle
        .createQuery(
            """
            select exists (select 1 from draft_file
                            where at < :drafts or (state = 'arriving' and at < :arriving))
            """)
        .bind("drafts", drafts.toEpochMilli())
        .bind("arriving", arriving.toEpochMilli())
        .mapTo(Boolean.class)
        .one();
  }

  /// Forgets those of all clerks in a conversation; gives their names in the cabinet.
  static List<String> forget(Handle handle, long conversation) {
    return handle
        .createQuery("delete from draft_file where conversation = :conversation returning file")
        .bind("conversation", conversation)
        .mapTo(String.class)
        .list();
  }
}
