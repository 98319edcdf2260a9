package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The table `offer`. An offer holds while its conversation waits since the same moment and its time is
/// not up.
final class OfferRows {
  private static final int MOST = 500;

  private OfferRows() {}

  /// A conversation that waits without being offered to anybody.
  ///
  /// @param last who let it pass; 0 for nobody
  record Unoffered(
      ConversationId conversation, String queue, String language, Instant since, long last) {}

  /// Of these queues, longest waiting first.
  static List<Unoffered> unoffered(Handle handle, Collection<String> queues, Instant now) {
    if (queues.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            select c.id, c.queue, c.language, c.since, coalesce(o.clerk, 0) as last
              from conversation c
              left join offer o on o.conversation = c.id and o.since = c.since
             where c.state = 'waiting' and c.queue in (<queues>)
               and (o.conversation is null or o.until <= :now)
             order by c.since, c.id
             limit :most
            """)
        .bindList("queues", List.copyOf(queues))
        .bind("now", now.toEpochMilli())
        .bind("most", MOST)
        .map(
            (row, context) ->
                new Unoffered(
                    new ConversationId(row.getLong("id")),
                    row.getString("queue"),
                    row.getString("language"),
                    Instant.ofEpochMilli(row.getLong("since")),
                    row.getLong("last")))
        .list();
  }

  /// How many conversations are offered to each clerk now.
  static Map<ClerkId, Integer> counts(Handle handle, Instant now) {
    Map<ClerkId, Integer> counts = new HashMap<>();
    handle
        .createQuery(
            """
            select o.clerk, count(*) as offered
              from offer o
              join conversation c on c.id = o.conversation and c.since = o.since
             where c.state = 'waiting' and o.until > :now
             group by o.clerk
            """)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> Map.entry(row.getLong("clerk"), row.getInt("offered")))
        .forEach(entry -> counts.put(new ClerkId(entry.getKey()), entry.getValue()));
    return counts;
  }

  static void put(Handle handle, Unoffered waiting, ClerkId clerk, Instant until) {
    handle
        .createUpdate(
            """
            insert into offer (conversation, clerk, since, until)
                 values (:conversation, :clerk, :since, :until)
            on conflict (conversation) do update
                    set clerk = excluded.clerk, since = excluded.since, until = excluded.until
            """)
        .bind("conversation", waiting.conversation().value())
        .bind("clerk", clerk.value())
        .bind("since", waiting.since().toEpochMilli())
        .bind("until", until.toEpochMilli())
        .execute();
  }

  /// Takes back what was offered to somebody who cannot take it any more.
  static void withdraw(Handle handle, ClerkId clerk) {
    handle
        .createUpdate("delete from offer where clerk = :clerk")
        .bind("clerk", clerk.value())
        .execute();
  }

  /// What is offered to a clerk, longest waiting first.
  static List<ConversationId> to(Handle handle, ClerkId clerk, Instant now) {
    return handle
        .createQuery(
            """
            select c.id
              from offer o
              join conversation c on c.id = o.conversation and c.since = o.since
             where o.clerk = :clerk and o.until > :now and c.state = 'waiting'
             order by c.since, c.id
            """)
        .bind("clerk", clerk.value())
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new ConversationId(row.getLong("id")))
        .list();
  }

  /// Who waits in a queue, longest first.
  static List<ConversationId> waiting(Handle handle, String queue) {
    return handle
        .createQuery(
            """
            select id
              from conversation
             where state = 'waiting' and queue = :queue
             order by since, id
             limit :most
            """)
        .bind("queue", queue)
        .bind("most", MOST)
        .map((row, context) -> new ConversationId(row.getLong("id")))
        .list();
  }
}
