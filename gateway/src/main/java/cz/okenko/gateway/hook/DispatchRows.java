package cz.okenko.gateway.hook;

import cz.okenko.gateway.hook.Answer.Trouble;
import cz.okenko.gateway.hook.Dispatch.Progress;
import cz.okenko.gateway.hook.Dispatch.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `dispatch`.
final class DispatchRows {
  private DispatchRows() {}

  static void insert(Handle handle, long hook, Dispatch dispatch) {
    handle
        .createUpdate(
            """
            insert into dispatch (id, hook, kind, at, body, due_at)
                 values (:id, :hook, :kind, :at, :body, :due)
            """)
        .bind("id", dispatch.id())
        .bind("hook", hook)
        .bind("kind", dispatch.happened())
        .bind("at", dispatch.at().toEpochMilli())
        .bind("body", dispatch.body())
        .bind("due", dispatch.progress().due().toEpochMilli())
        .execute();
  }

  /// What a hook may be told now, the longest due first.
  static List<Dispatch> due(Handle handle, long hook, Instant now, int most) {
    return handle
        .createQuery(
            """
            select id, kind, at, body, state, due_at, attempts, tried_at, trouble, status
              from dispatch
             where hook = :hook and state = 'waiting' and due_at <= :now
             order by due_at, id
             limit :most
            """)
        .bind("hook", hook)
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .map(DispatchRows::dispatch)
        .list();
  }

  /// The newest of a hook.
  static List<Dispatch> newest(Handle handle, long hook, int most) {
    return handle
        .createQuery(
            """
            select id, kind, at, body, state, due_at, attempts, tried_at, trouble, status
              from dispatch
             where hook = :hook
             order by id desc
             limit :most
            """)
        .bind("hook", hook)
        .bind("most", most)
        .map(DispatchRows::dispatch)
        .list();
  }

  static void came(Handle handle, long id, Progress progress) {
    handle
        .createUpdate(
            """
            update dispatch
               set state = :state, due_at = :due, attempts = :attempts, tried_at = :tried,
                   trouble = :trouble, status = :status
             where id = :id
            """)
        .bind("id", id)
        .bind("state", progress.state().code())
        .bind("due", progress.due().toEpochMilli())
        .bind("attempts", progress.attempts())
        .bind("tried", progress.last().at().toEpochMilli())
        .bind("trouble", progress.last().trouble().code())
        .bind("status", progress.last().status())
        .execute();
  }

  /// One that failed is tried anew, as often as at first.
  static boolean again(Handle handle, long hook, long id, Instant now) {
    return handle
            .createUpdate(
                """
                update dispatch
                   set state = 'waiting', due_at = :now, attempts = 0
                 where id = :id and hook = :hook and state = 'failed'
                """)
            .bind("id", id)
            .bind("hook", hook)
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  /// Forgets what was taken before one moment, and whatever is older than the other.
  static int forget(Handle handle, Instant taken, Instant tooOld) {
    return handle
        .createUpdate(
            """
            delete from dispatch
             where at < :tooOld or (at < :taken and state = 'taken')
            """)
        .bind("taken", taken.toEpochMilli())
        .bind("tooOld", tooOld.toEpochMilli())
        .execute();
  }

  static long newest(Handle handle) {
    return handle
        .createQuery(
            """
            select max(coalesce((select max(id) from hook), 0),
                       coalesce((select max(id) from dispatch), 0))
            """)
        .mapTo(Long.class)
        .one();
  }

  private static Dispatch dispatch(ResultSet row, StatementContext context) throws SQLException {
    String trouble = row.getString("trouble");
    var last =
        new Answer(
            Instant.ofEpochMilli(row.getLong("tried_at")),
            trouble.isEmpty() ? Trouble.NONE : Trouble.of(trouble),
            row.getInt("status"),
            Duration.ZERO);
    return new Dispatch(
        row.getLong("id"),
        row.getString("kind"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("body"),
        new Progress(
            State.of(row.getString("state")),
            Instant.ofEpochMilli(row.getLong("due_at")),
            row.getInt("attempts"),
            last));
  }
}
