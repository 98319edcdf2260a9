package cz.okenko.gateway.delivery;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table of messages that wait for delivery. A delivered row is deleted; a refused one stays and
/// says why. Of each address one row that is due stands in front, and only that may set out: nobody
/// hears things out of order. All methods run inside the caller's transaction.
public final class Outbox {
  private Outbox() {}

  /// Puts a message in line. What it follows is looked up when it sets out, not now.
  public static void put(Handle handle, OutboundMessage message, Instant due) {
    SpeakerColumns speaker = SpeakerColumns.of(message.speaker());
    handle
        .createUpdate(
            """
            insert into outbox (id, channel, address, language, text, choices, due_at,
                                speaker, name, agenda, in_front)
            values (:id, :channel, :address, :language, :text, :choices, :due,
                    :speaker, :name, :agenda,
                    not exists (select 1 from outbox
                                 where channel = :channel and address = :address
                                   and state = 'due'))
            """)
        .bind("id", message.id())
        .bind("channel", message.address().channel())
        .bind("address", message.address().value())
        .bind("language", message.language())
        .bind("text", message.text())
        .bind("choices", choices(message.choices()))
        .bind("due", due.toEpochMilli())
        .bind("speaker", speaker.code)
        .bind("name", speaker.name)
        .bind("agenda", speaker.agenda)
        .execute();
  }

  /// Up to `limit` rows that may set out now, the longest due first. A row that is leased is being
  /// sent, so that a crash leaves no others in doubt.
  static List<Long> due(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            """
            select id
              from outbox
             where state = 'due' and in_front = 1 and due_at <= :now and leased_until <= :now
             order by due_at, id
             limit :limit
            """)
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /// Takes what is due for the length of the lease.
  static List<OutboundMessage> claim(Handle handle, Instant now, Duration lease, int limit) {
    return due(handle, now, limit).stream()
        .map(id -> leased(handle, id, now.plus(lease)))
        .map(message -> after(occasion(handle, message.address()), message))
        .toList();
  }

  private static OutboundMessage leased(Handle handle, long id, Instant until) {
    return handle
        .createQuery(
            """
            update outbox
               set leased_until = :until, attempts = attempts + 1
             where id = :id
            returning id, channel, address, language, text, choices, speaker, name, agenda
            """)
        .bind("id", id)
        .bind("until", until.toEpochMilli())
        .map(Outbox::message)
        .one();
  }

  /// What a citizen at the address wrote last and was not only kept.
  static Occasion occasion(Handle handle, Address address) {
    return handle
        .createQuery(
            """
            select m.external_id, m.sent_at
              from conversation c
              join message m on m.id = (select w.id
                                          from message w
                                         where w.conversation = c.id
                                           and w.author = 'citizen' and w.handling <> 'keep'
                                         order by w.id desc
                                         limit 1)
             where c.channel = :channel and c.address = :address
             order by c.id desc
             limit 1
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .map(
            (row, context) ->
                new Occasion(
                    row.getString("external_id"), Instant.ofEpochMilli(row.getLong("sent_at"))))
        .findOne()
        .orElse(Occasion.NONE);
  }

  static void delivered(Handle handle, long id) {
    handle
        .createQuery("delete from outbox where id = :id returning channel, address")
        .bind("id", id)
        .map(Outbox::address)
        .findOne()
        .ifPresent(address -> advance(handle, address));
  }

  /// The next row of an address comes to the front.
  private static void advance(Handle handle, Address address) {
    handle
        .createUpdate(
            """
            update outbox
               set in_front = 1
             where id = (select min(id)
                           from outbox
                          where channel = :channel and address = :address and state = 'due')
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .execute();
  }

  /// What was to be said in a conversation is not said any more.
  public static void forget(Handle handle, long conversation) {
    handle
        .createQuery(
            """
            delete from outbox where id in (select id from message where conversation = :conversation)
            returning channel, address
            """)
        .bind("conversation", conversation)
        .map(Outbox::address)
        .set()
        .forEach(address -> advance(handle, address));
  }

  /// The platform has it after all.
  public static void confirmed(Handle handle, long id) {
    delivered(handle, id);
  }

  /// What waits for an address goes to another one.
  public static void moved(Handle handle, Address from, Address to) {
    handle
        .createUpdate(
            """
            update outbox set address = :to, in_front = 0
             where channel = :channel and address in (:from, :to) and state = 'due'
            """)
        .bind("channel", from.channel())
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
    advance(handle, to);
  }

  static void refused(Handle handle, long id, Reason reason) {
    handle
        .createQuery(
            """
            update outbox set state = 'refused', reason = :reason where id = :id
            returning channel, address
            """)
        .bind("id", id)
        .bind("reason", code(reason))
        .map(Outbox::address)
        .findOne()
        .ifPresent(address -> advance(handle, address));
  }

  static void deferred(Handle handle, long id, Instant until) {
    handle
        .createUpdate("update outbox set due_at = :until, leased_until = 0 where id = :id")
        .bind("id", id)
        .bind("until", until.toEpochMilli())
        .execute();
  }

  /// How often a row was tried, this time included.
  static int attempts(Handle handle, long id) {
    return handle
        .createQuery("select attempts from outbox where id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /// What a dead process had under way on a channel waits: its platform may yet tell that it came.
  static void await(Handle handle, String channel, Instant until) {
    handle
        .createUpdate(
            """
            update outbox set due_at = max(due_at, :until)
             where state = 'due' and leased_until > 0 and channel = :channel
            """)
        .bind("channel", channel)
        .bind("until", until.toEpochMilli())
        .execute();
  }

  /// Frees what a dead process had under way. Its message may have reached the platform already, so
  /// the row is marked uncertain: the one place where a citizen may hear something twice.
  static int recover(Handle handle) {
    return handle
        .createUpdate(
            "update outbox set leased_until = 0, uncertain = 1 where state = 'due' and leased_until > 0")
        .execute();
  }

  private static OutboundMessage after(Occasion occasion, OutboundMessage message) {
    return new OutboundMessage(
        message.id(),
        message.address(),
        message.language(),
        message.text(),
        message.choices(),
        message.speaker(),
        occasion);
  }

  private static OutboundMessage message(ResultSet row, StatementContext context)
      throws SQLException {
    return new OutboundMessage(
        row.getLong("id"),
        address(row, context),
        row.getString("language"),
        row.getString("text"),
        Fields.read(row.getString("choices")).stream()
            .map(field -> new Choice(field.get(0), field.get(1)))
            .toList(),
        SpeakerColumns.speaker(row),
        Occasion.NONE);
  }

  private static Address address(ResultSet row, StatementContext context) throws SQLException {
    return new Address(row.getString("channel"), row.getString("address"));
  }

  /// The word in the database and on the wire.
  public static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String choices(List<Choice> choices) {
    return Fields.write(choices.stream().map(c -> List.of(c.value(), c.label())).toList());
  }

  private record SpeakerColumns(String code, String name, String agenda) {
    static SpeakerColumns of(Speaker speaker) {
      return switch (speaker) {
        case Speaker.Bot() -> new SpeakerColumns("bot", "", "");
        case Speaker.Office() -> new SpeakerColumns("office", "", "");
        case Speaker.Clerk(String name, String agenda) ->
            new SpeakerColumns("clerk", name, agenda);
      };
    }

    static Speaker speaker(ResultSet row) throws SQLException {
      String code = row.getString("speaker");
      return switch (code) {
        case "bot" -> new Speaker.Bot();
        case "office" -> new Speaker.Office();
        case "clerk" -> new Speaker.Clerk(row.getString("name"), row.getString("agenda"));
        default -> throw new IllegalStateException("unknown speaker in the outbox: " + code);
      };
    }
  }
}
