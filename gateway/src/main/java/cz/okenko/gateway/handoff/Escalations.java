package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Notes who waits longer than their agenda promised, once for each time of waiting, and tells those
/// who supervise.
public final class Escalations {
  private static final int MOST = 100;

  private final Store store;
  private final Conversations conversations;
  private final ConsoleFeed feed;
  private final Office office;
  private final Promises promises;
  private final InstantSource clock;

  public Escalations(
      Store store,
      Conversations conversations,
      ConsoleFeed feed,
      Office office,
      InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.feed = feed;
    this.office = office;
    this.promises = new Promises(office);
    this.clock = clock;
  }

  /// Somebody who waits, and since when.
  private record Waits(ConversationId conversation, Instant since) {}

  /// To be called every few seconds.
  public void sweep() {
    Instant now = clock.instant();
    for (Agenda agenda : office.agendas()) {
      var queue = new QueueId(agenda.id());
      store.read(handle -> notYetTold(handle, queue)).stream()
          .takeWhile(waits -> exceeded(queue, waits, now))
          .forEach(waits -> escalate(waits, now));
    }
    if (store.read(Escalations::settled) > 0) {
      store.write(Escalations::forgetSettled);
    }
  }

  /// Who waits longer in the same queue was promised an earlier moment.
  private boolean exceeded(QueueId queue, Waits waits, Instant now) {
    return promises.by(queue, waits.since).filter(by -> !by.isAfter(now)).isPresent();
  }

  private void escalate(Waits waits, Instant now) {
    boolean first =
        store.write(
            handle -> {
              boolean fresh = note(handle, waits, now) == 1;
              if (fresh) {
                conversations.overdue(handle, waits.conversation);
              }
              return fresh;
            });
    if (first) {
      conversations.find(waits.conversation).ifPresent(feed::overdue);
    }
  }

  private static int note(Handle handle, Waits waits, Instant now) {
    return handle
        .createUpdate(
            """
            insert into escalation (conversation, since, at)
            values (:conversation, :since, :at)
            on conflict (conversation, since) do nothing
            """)
        .bind("conversation", waits.conversation.value())
        .bind("since", waits.since.toEpochMilli())
        .bind("at", now.toEpochMilli())
        .execute();
  }

  private static List<Waits> notYetTold(Handle handle, QueueId queue) {
    return handle
        .createQuery(
            """
            select c.id, c.since
              from conversation c
             where c.state = 'waiting' and c.queue = :queue
               and not exists (select 1
                                 from escalation e
                                where e.conversation = c.id and e.since = c.since)
             order by c.since, c.id
             limit :limit
            """)
        .bind("queue", queue.value())
        .bind("limit", MOST)
        .map(
            (row, context) ->
                new Waits(
                    new ConversationId(row.getLong("id")),
                    Instant.ofEpochMilli(row.getLong("since"))))
        .list();
  }

  /// How many are noted who do not wait any more.
  private static int settled(Handle handle) {
    return handle
        .createQuery(
            """
            select count(*)
              from escalation e
              join conversation c on c.id = e.conversation
             where c.state <> 'waiting' or c.since <> e.since
            """)
        .mapTo(Integer.class)
        .one();
  }

  private static int forgetSettled(Handle handle) {
    return handle
        .createUpdate(
            """
            delete from escalation
             where not exists (select 1
                                 from conversation c
                                where c.id = escalation.conversation
                                  and c.state = 'waiting' and c.since = escalation.since)
            """)
        .execute();
  }
}
