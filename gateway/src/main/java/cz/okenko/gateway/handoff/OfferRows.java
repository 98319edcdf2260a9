package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The tables `offer` and `offer_passed`. An offer holds while its conversation waits since the same moment and its time is
/// not up.
final class OfferRows {
  private static final int MOST = 500;

  private OfferRows() {}

  /// A conversation that waits without being offered to anybody.
  ///
  /// @param last to whom it was offered before; 0 for nobody
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
                    set clerk = excluded.clerk, since = excluded.since, until = excluded.until,
                        meant = 0
            """)
        .bind("conversation", waiting.conversation().value())
        .bind("clerk", clerk.value())
        .bind("since", waiting.since().toEpochMilli())
        .bind("until", until.toEpochMilli())
        .execute();
  }

  /// A colleague means this person with a conversation that waits since just now.
  static void mean(Handle handle, ConversationId conversation, ClerkId clerk, Instant until) {
    handle
        .createUpdate(
            """
            insert into offer (conversation, clerk, since, until, meant)
                 select id, :clerk, since, :until, 1
                   from conversation
                  where id = :conversation and state = 'waiting'
            on conflict (conversation) do update
                    set clerk = excluded.clerk, since = excluded.since, until = excluded.until,
                        meant = 1
            """)
        .bind("conversation", conversation.value())
        .bind("clerk", clerk.value())
        .bind("until", until.toEpochMilli())
        .execute();
    handle
        .createUpdate(
            "delete from offer_passed where conversation = :conversation and clerk = :clerk")
        .bind("conversation", conversation.value())
        .bind("clerk", clerk.value())
        .execute();
  }

  /// Somebody to whom something is offered; `meant` when by a colleague.
  record Asked(ClerkId clerk, boolean meant) {}

  /// To whom something is offered now.
  static Set<Asked> asked(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select distinct o.clerk, o.meant
              from offer o
              join conversation c on c.id = o.conversation and c.since = o.since
             where c.state = 'waiting' and o.until > :now
            """)
        .bind("now", now.toEpochMilli())
        .map(
            (row, context) ->
                new Asked(new ClerkId(row.getLong("clerk")), row.getInt("meant") == 1))
        .set();
  }

  /// Takes back what was offered to somebody who cannot take it any more.
  static void withdraw(Handle handle, Asked asked) {
    handle
        .createUpdate("delete from offer where clerk = :clerk and meant = :meant")
        .bind("clerk", asked.clerk().value())
        .bind("meant", asked.meant() ? 1 : 0)
        .execute();
  }

  /// What is offered to somebody, and until when; `meant` when a colleague offers it.
  record Offered(ConversationId conversation, Instant until, boolean meant) {}

  /// What is offered to a clerk, longest waiting first.
  static List<Offered> to(Handle handle, ClerkId clerk, Instant now) {
    return handle
        .createQuery(
            """
            select c.id, o.until, o.meant
              from offer o
              join conversation c on c.id = o.conversation and c.since = o.since
             where o.clerk = :clerk and o.until > :now and c.state = 'waiting'
             order by c.since, c.id
            """)
        .bind("clerk", clerk.value())
        .bind("now", now.toEpochMilli())
        .map(
            (row, context) ->
                new Offered(
                    new ConversationId(row.getLong("id")),
                    Instant.ofEpochMilli(row.getLong("until")),
                    row.getInt("meant") == 1))
        .list();
  }

  /// Ends an offer that holds because the clerk lets it go, for as long as the conversation waits; empty
  /// when there is none.
  static Optional<Offered> pass(
      Handle handle, ConversationId conversation, ClerkId clerk, Instant now) {
    Optional<Offered> offered =
        to(handle, clerk, now).stream()
            .filter(offer -> offer.conversation().equals(conversation))
            .findFirst();
    if (offered.isPresent()) {
      handle
          .createUpdate(
              """
              insert into offer_passed (conversation, clerk, since)
                   select conversation, clerk, since from offer where conversation = :conversation
              on conflict do nothing
              """)
          .bind("conversation", conversation.value())
          .execute();
      handle
          .createUpdate("update offer set until = :now where conversation = :conversation")
          .bind("conversation", conversation.value())
          .bind("now", now.toEpochMilli())
          .execute();
    }
    return offered;
  }

  /// Who let which conversation go, of those that wait since the same moment.
  static Map<ConversationId, Set<ClerkId>> passed(Handle handle) {
    Map<ConversationId, Set<ClerkId>> passed = new HashMap<>();
    handle
        .createQuery(
            """
            select p.conversation, p.clerk
              from offer_passed p
              join conversation c on c.id = p.conversation and c.since = p.since
             where c.state = 'waiting'
            """)
        .map(
            (row, context) ->
                Map.entry(
                    new ConversationId(row.getLong("conversation")),
                    new ClerkId(row.getLong("clerk"))))
        .forEach(
            entry ->
                passed
                    .computeIfAbsent(entry.getKey(), id -> new HashSet<>())
                    .add(entry.getValue()));
    return passed;
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
