package cz.okenko.gateway.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `canned_reply`.
final class CannedRows {
  private CannedRows() {}

  /// A text clerks send again and again.
  ///
  /// @param agenda empty for one of the whole office
  /// @param shortcut what is typed after the slash
  /// @param text with [Blanks]
  record Canned(long id, String agenda, String shortcut, String text) {
    static Canned of(ResultSet row, StatementContext context) throws SQLException {
      return new Canned(
          row.getLong("id"),
          row.getString("agenda"),
          row.getString("shortcut"),
          row.getString("text"));
    }
  }

  /// All of them by shortcut, those of the whole office before those of an agenda.
  static List<Canned> all(Handle handle) {
    return handle
        .createQuery("select id, agenda, shortcut, text from canned_reply order by shortcut, agenda")
        .map(Canned::of)
        .list();
  }

  static boolean known(Handle handle, long id) {
    return handle
            .createQuery("select count(*) from canned_reply where id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /// Adds it, or puts it in place of the one with its id; false when another of the agenda has the
  /// shortcut.
  static boolean put(Handle handle, Canned canned) {
    boolean taken =
        handle
            .createQuery(
                """
                select count(*)
                  from canned_reply
                 where agenda = :agenda and shortcut = :shortcut and id <> :id
                """)
            .bind("agenda", canned.agenda)
            .bind("shortcut", canned.shortcut)
            .bind("id", canned.id)
            .mapTo(Integer.class)
            .one()
            > 0;
    if (taken) {
      return false;
    }
    handle
        .createUpdate(
            """
            insert into canned_reply (id, agenda, shortcut, text)
            values (:id, :agenda, :shortcut, :text)
            on conflict (id)
            do update set agenda = excluded.agenda, shortcut = excluded.shortcut,
                          text = excluded.text
            """)
        .bind("id", canned.id)
        .bind("agenda", canned.agenda)
        .bind("shortcut", canned.shortcut)
        .bind("text", canned.text)
        .execute();
    return true;
  }

  /// The shortcut of the one that went.
  static Optional<String> delete(Handle handle, long id) {
    return handle
        .createQuery("delete from canned_reply where id = :id returning shortcut")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }
}
