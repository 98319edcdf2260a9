package cz.okenko.gateway.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Closed conversations whose answer was not among the articles, for whoever writes them.
final class GapRows {
  static final int PAGE = 50;

  private GapRows() {}

  /// @param asked what the citizen wrote first
  record Gap(long conversation, String queue, String reason, Instant closedAt, String asked) {
    private static Gap of(ResultSet row, StatementContext context) throws SQLException {
      return new Gap(
          row.getLong("id"),
          row.getString("queue"),
          row.getString("close_reason"),
          Instant.ofEpochMilli(row.getLong("since")),
          row.getString("asked"));
    }
  }

  /// The newest conversation first, below the id of the page before.
  static List<Gap> page(Handle handle, long below) {
    return handle
        .createQuery(
            """
            select c.id, c.queue, c.close_reason, c.since,
                   coalesce((select substr(m.text, 1, 400)
                               from message m
                              where m.conversation = c.id and m.author = 'citizen'
                                and m.choice = ''
                              order by m.id
                              limit 1), '') as asked
              from conversation c
             where c.in_base = 'no' and c.id < :below
             order by c.id desc
             limit :limit
            """)
        .bind("below", below)
        .bind("limit", PAGE)
        .map(Gap::of)
        .list();
  }
}
