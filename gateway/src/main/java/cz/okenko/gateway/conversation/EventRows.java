package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Event;
import cz.okenko.gateway.delivery.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// The tables of what platforms tell beside messages. Each statement can be repeated, and the order
/// in which they run does not matter.
final class EventRows {
  private EventRows() {}

  static void edition(Handle handle, Event.Edited event) {
    var edition = new Edition(event.address().channel(), event.externalId(), event.edition());
    edition(handle, edition, event.text(), event.at());
  }

  private record Edition(String channel, String externalId, int number) {}

  private static void edition(Handle handle, Edition edition, String text, Instant at) {
    handle
        .createUpdate(
            """
            insert into message_edition (channel, external_id, edition, text, at)
            values (:channel, :externalId, :edition, :text, :at)
            on conflict (channel, external_id, edition) do nothing
            """)
        .bind("channel", edition.channel)
        .bind("externalId", edition.externalId)
        .bind("edition", edition.number)
        .bind("text", text)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  /// A citizen's message of the address, as it stands.
  record Written(long id, ConversationId conversation, String text, int edition, Instant at) {}

  static Optional<Written> written(Handle handle, Address address, String externalId) {
    return handle
        .createQuery(
            """
            select m.id, m.conversation, m.text, m.edition, m.sent_at
              from message m
              join conversation c on c.id = m.conversation
             where m.channel = :channel and m.external_id = :externalId
               and m.author = 'citizen' and c.address = :address
            """)
        .bind("channel", address.channel())
        .bind("externalId", externalId)
        .bind("address", address.value())
        .map(
            (row, context) ->
                new Written(
                    row.getLong("id"),
                    new ConversationId(row.getLong("conversation")),
                    row.getString("text"),
                    row.getInt("edition"),
                    Instant.ofEpochMilli(row.getLong("sent_at"))))
        .findOne();
  }

  /// Lets the message stand as it was written last; gives that text. The first wording is kept.
  static String newest(Handle handle, Address address, String externalId, Written written) {
    Optional<Edition> newest =
        handle
            .createQuery(
                """
                select edition
                  from message_edition
                 where channel = :channel and external_id = :externalId and edition > :edition
                 order by edition desc
                 limit 1
                """)
            .bind("channel", address.channel())
            .bind("externalId", externalId)
            .bind("edition", written.edition)
            .map((row, context) -> new Edition(address.channel(), externalId, row.getInt(1)))
            .findOne();
    return newest.map(edition -> replace(handle, edition, written)).orElse(written.text);
  }

  private static String replace(Handle handle, Edition newest, Written written) {
    if (written.edition == 0) {
      var first = new Edition(newest.channel, newest.externalId, 0);
      edition(handle, first, written.text, written.at);
    }
    return handle
        .createQuery(
            """
            update message
               set edition = :edition,
                   text = (select e.text from message_edition e
                            where e.channel = :channel and e.external_id = :externalId
                              and e.edition = :edition)
             where id = :id
            returning text
            """)
        .bind("id", written.id)
        .bind("channel", newest.channel)
        .bind("externalId", newest.externalId)
        .bind("edition", newest.number)
        .mapTo(String.class)
        .one();
  }

  /// What was sent up to then was delivered or read; an earlier moment changes nothing.
  static void seen(Handle handle, Event.Seen event) {
    String sql =
        event.read()
            ? """
              insert into reach (channel, address, delivered_up_to, read_up_to)
              values (:channel, :address, :at, :at)
              on conflict (channel, address) do update
                 set read_up_to = excluded.read_up_to
               where excluded.read_up_to > reach.read_up_to
              """
            : """
              insert into reach (channel, address, delivered_up_to)
              values (:channel, :address, :at)
              on conflict (channel, address) do update
                 set delivered_up_to = excluded.delivered_up_to
               where excluded.delivered_up_to > reach.delivered_up_to
              """;
    at(handle.createUpdate(sql), event.address())
        .bind("at", event.upTo().toEpochMilli())
        .execute();
  }

  /// The newest word on it counts.
  static void reachable(Handle handle, Event.Reachable event) {
    at(
            handle.createUpdate(
                """
                insert into reach (channel, address, reachable, reachable_at)
                values (:channel, :address, :reachable, :at)
                on conflict (channel, address) do update
                   set reachable = excluded.reachable, reachable_at = excluded.reachable_at
                 where excluded.reachable_at > reach.reachable_at
                """),
            event.address())
        .bind("reachable", event.reachable() ? 1 : 0)
        .bind("at", event.at().toEpochMilli())
        .execute();
  }

  /// Whether it is news.
  static boolean moved(Handle handle, Address from, Address to) {
    return at(
                handle.createUpdate(
                    """
                    insert into moved (channel, address, moved_to)
                    values (:channel, :address, :to)
                    on conflict (channel, address) do update
                       set moved_to = excluded.moved_to
                     where excluded.moved_to <> moved.moved_to
                    """),
                from)
            .bind("to", to.value())
            .execute()
        == 1;
  }

  /// Where an address is by now.
  static Optional<Address> movedTo(Handle handle, Address address) {
    return handle
        .createQuery(
            "select moved_to from moved where channel = :channel and address = :address")
        .bind("channel", address.channel())
        .bind("address", address.value())
        .mapTo(String.class)
        .findOne()
        .map(to -> new Address(address.channel(), to));
  }

  /// Takes all that is known of an address along to another.
  static void rename(Handle handle, Address from, Address to) {
    Outbox.moved(handle, from, to);
    for (String sql :
        List.of(
          "update conversation set address = :to where channel = :channel and address = :address",
          """
          insert into reach (channel, address, reachable, reachable_at, delivered_up_to, read_up_to)
          select channel, :to, reachable, reachable_at, delivered_up_to, read_up_to
            from reach
           where channel = :channel and address = :address
          on conflict (channel, address) do nothing
          """,
          "delete from reach where channel = :channel and address = :address")) {
      at(handle.createUpdate(sql), from).bind("to", to.value()).execute();
    }
  }

  /// A message of ours came back; that it came back for good outweighs that it may come through.
  static void returned(Handle handle, Event.Bounced event, Instant now) {
    handle
        .createUpdate(
            """
            insert into returned (message, for_good, status, at)
            select id, :forGood, :status, :at
              from message
             where id = :message and author <> 'citizen'
            on conflict (message) do update
               set for_good = excluded.for_good, status = excluded.status, told = 0
             where excluded.for_good > returned.for_good
            """)
        .bind("message", event.message())
        .bind("forGood", event.forGood() ? 1 : 0)
        .bind("status", event.status())
        .bind("at", now.toEpochMilli())
        .execute();
  }

  static void unknown(Handle handle, Event.Unknown event, Instant now) {
    handle
        .createUpdate(
            """
            insert into unknown_event (channel, external_id, body, at)
            values (:channel, :externalId, :body, :at)
            on conflict (channel, external_id) do nothing
            """)
        .bind("channel", event.channel())
        .bind("externalId", event.externalId())
        .bind("body", event.body())
        .bind("at", now.toEpochMilli())
        .execute();
  }

  static int forgetUnknown(Handle handle, Instant before) {
    return handle
        .createUpdate("delete from unknown_event where at < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }

  private static Update at(Update update, Address address) {
    return update.bind("channel", address.channel()).bind("address", address.value());
  }
}
