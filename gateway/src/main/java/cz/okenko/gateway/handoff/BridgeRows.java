package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Citizens who wait for a person on a channel whose window is about to close.
final class BridgeRows {
  private static final int ROUND = 100;

  private BridgeRows() {}

  /// @param last the citizen's last message
  record Closing(ConversationId conversation, long last, Instant heard) {}

  /// Those who wrote last between two moments, were not answered by a person since, and were not
  /// told yet under that key and the message's id.
  static List<Closing> closing(
      Handle handle, String channel, Instant after, Instant until, String key) {
    return handle
        .createQuery(
            """
            select c.id, m.id as last, m.sent_at
              from conversation c
              join message m on m.conversation = c.id
             where c.channel = :channel and c.state in ('waiting', 'with-clerk')
               and m.id = (select max(l.id) from message l
                            where l.conversation = c.id and l.author = 'citizen'
                              and l.handling <> 'keep')
               and m.sent_at > :after and m.sent_at <= :until
               and not exists (select 1 from message a
                                where a.conversation = c.id and a.author = 'clerk' and a.id > m.id)
               and not exists (select 1 from message b
                                where b.channel = 'office' and b.external_id = :key || m.id)
             order by m.sent_at
             limit :limit
            """)
        .bind("channel", channel)
        .bind("after", after.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("key", key)
        .bind("limit", ROUND)
        .map(
            (row, context) ->
                new Closing(
                    new ConversationId(row.getLong("id")),
                    row.getLong("last"),
                    Instant.ofEpochMilli(row.getLong("sent_at"))))
        .list();
  }
}
