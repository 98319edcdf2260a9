package cz.okenko.gateway.handoff;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Messages that did not arrive, from the outbox and the table `returned`, and whether a clerk was
/// told.
final class ReturnRows {
  private static final int ROUND = 100;

  private ReturnRows() {}

  /// @param table `outbox` for one that was refused, `returned` for one that came back
  /// @param reason why, `for-good` or `for-now` for one that came back
  /// @param status what the platform said, empty for one that was refused
  /// @param clerks whether a clerk wrote it
  record Failure(long message, String table, String reason, String status, boolean clerks) {}

  static List<Failure> untold(Handle handle) {
    return handle
        .createQuery(
            """
            select f.message, f.origin, f.reason, f.status, coalesce(m.author, '') as author
              from (select id as message, 'outbox' as origin, reason, '' as status
                      from outbox
                     where state = 'refused' and told = 0
                    union all
                    select message, 'returned',
                           case for_good when 1 then 'for-good' else 'for-now' end, status
                      from returned
                     where told = 0) f
              left join message m on m.id = f.message
             limit :limit
            """)
        .bind("limit", ROUND)
        .map(
            (row, context) ->
                new Failure(
                    row.getLong("message"),
                    row.getString("origin"),
                    row.getString("reason"),
                    row.getString("status"),
                    row.getString("author").equals("clerk")))
        .list();
  }

  static int told(Handle handle, Failure failure) {
    String sql =
        failure.table.equals("outbox")
            ? "update outbox set told = 1 where id = :message"
            : "update returned set told = 1 where message = :message";
    return handle.createUpdate(sql).bind("message", failure.message).execute();
  }
}
