package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Tongue;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/// The table `conversation`.
final class ConversationRows {
  private ConversationRows() {}

  static void insert(Handle handle, Conversation conversation) {
    bind(
            handle.createUpdate(
                """
                insert into conversation (id, channel, address, language, state, queue, since,
                                          clerk, clerk_name, about, subject, asking, contact, flag,
                                          heard, submission, submitted_at, snoozed_until,
                                          close_reason, in_base, base_article)
                values (:id, :channel, :address, :language, :state, :queue, :since,
                        :clerk, :clerkName, :about, :subject, :asking, :contact, :flag,
                        :heard, :submission, :submittedAt, :snoozedUntil,
                        :closeReason, :inBase, :baseArticle)
                """),
            conversation)
        .bind("channel", conversation.address().channel())
        .bind("address", conversation.address().value())
        .execute();
  }

  /// The conversation an address has open.
  static Optional<ConversationId> open(Handle handle, Address address) {
    return handle
        .createQuery(
            """
            select id
              from conversation
             where channel = :channel and address = :address and state <> 'closed'
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .map((row, context) -> new ConversationId(row.getLong(1)))
        .findOne();
  }

  /// What changes with most answers is the topic alone, and no index knows it.
  static void update(Handle handle, Conversation before, Conversation after) {
    if (after.equals(before)) {
      return;
    }
    if (after.equals(before.about(after.topic()))) {
      topic(handle, after);
    } else {
      update(handle, after);
    }
  }

  private static void topic(Handle handle, Conversation conversation) {
    handle
        .createUpdate(
            "update conversation set about = :about, subject = :subject where id = :id")
        .bind("id", conversation.id().value())
        .bind("about", conversation.topic().slug())
        .bind("subject", conversation.topic().title())
        .execute();
  }

  private static void update(Handle handle, Conversation conversation) {
    bind(
            handle.createUpdate(
                """
                update conversation
                   set state = :state, queue = :queue, since = :since, clerk = :clerk,
                       clerk_name = :clerkName, about = :about, subject = :subject,
                       asking = :asking, contact = :contact, flag = :flag,
                       language = :language, heard = :heard, submission = :submission,
                       submitted_at = :submittedAt, snoozed_until = :snoozedUntil,
                       close_reason = :closeReason, in_base = :inBase, base_article = :baseArticle
                 where id = :id
                """),
            conversation)
        .execute();
  }

  /// Notes which conversation this one goes on with.
  static void continues(Handle handle, ConversationId id, ConversationId earlier) {
    handle
        .createUpdate("update conversation set continues = :earlier where id = :id")
        .bind("id", id.value())
        .bind("earlier", earlier.value())
        .execute();
  }

  /// The conversation this one goes on with.
  static Optional<ConversationId> continued(Handle handle, ConversationId id) {
    return handle
        .createQuery("select continues from conversation where id = :id and continues <> 0")
        .bind("id", id.value())
        .map((row, context) -> new ConversationId(row.getLong(1)))
        .findOne();
  }

  /// The conversation that goes on with this one.
  static Optional<ConversationId> continuedBy(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select id from conversation
             where continues = :id and continues <> 0
             order by id desc
             limit 1
            """)
        .bind("id", id.value())
        .map((row, context) -> new ConversationId(row.getLong(1)))
        .findOne();
  }

  /// Where the matters came from that go on at the address of a conversation.
  static List<Address> origins(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            with recursive chain (id, depth) as (
              select o.continues, 1
                from conversation c
                join conversation o on o.channel = c.channel and o.address = c.address
               where c.id = :id and o.continues <> 0
              union
              select c.continues, chain.depth + 1
                from chain
                join conversation c on c.id = chain.id
               where c.continues <> 0 and chain.depth < 20)
            select distinct c.channel, c.address
              from chain
              join conversation c on c.id = chain.id
            """)
        .bind("id", id.value())
        .map((row, context) -> new Address(row.getString("channel"), row.getString("address")))
        .list();
  }

  static Optional<Conversation> find(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select id, channel, address, language, state, queue, since, clerk, clerk_name,
                   about, subject, asking, contact, flag, rating,
                   submission, submitted_at, heard,
                   snoozed_until, close_reason, in_base, base_article
              from conversation
             where id = :id
            """)
        .bind("id", id.value())
        .map(ConversationRows::conversation)
        .findOne();
  }

  /// The newest conversation of an address, closed or not.
  static Optional<Conversation> newest(Handle handle, Address address) {
    return handle
        .createQuery(
            """
            select id, channel, address, language, state, queue, since, clerk, clerk_name,
                   about, subject, asking, contact, flag, rating,
                   submission, submitted_at, heard,
                   snoozed_until, close_reason, in_base, base_article
              from conversation
             where channel = :channel and address = :address
             order by id desc
             limit 1
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .map(ConversationRows::conversation)
        .findOne();
  }

  /// The newest conversation of an address and whether a message of it waits for an answer.
  static Optional<Latest> latest(Handle handle, Address address) {
    return handle
        .createQuery(
            """
            select c.id, c.channel, c.address, c.language, c.state, c.queue, c.since, c.clerk,
                   c.clerk_name, c.about, c.subject, c.asking, c.contact, c.flag, c.rating,
                   c.submission, c.submitted_at, c.heard,
                   c.snoozed_until, c.close_reason, c.in_base, c.base_article,
                   exists (select 1 from message m
                            where m.conversation = c.id and m.received = 1) as unanswered
              from conversation c
             where c.channel = :channel and c.address = :address
             order by c.id desc
             limit 1
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .map((row, context) -> new Latest(conversation(row, context), row.getBoolean("unanswered")))
        .findOne();
  }

  /// A conversation and whether a message of it waits for an answer.
  record Latest(Conversation conversation, boolean unanswered) {}

  /// 1 for the citizen who is next in the queue.
  static int place(Handle handle, ConversationId id, Waiting waiting) {
    return handle
        .createQuery(
            """
            select count(*) + 1
              from conversation
             where state = 'waiting' and queue = :queue
               and (since < :since or (since = :since and id < :id))
            """)
        .bind("queue", waiting.queue().value())
        .bind("since", waiting.since().toEpochMilli())
        .bind("id", id.value())
        .mapTo(Integer.class)
        .one();
  }

  /// Addresses of all who wait in a queue.
  static List<Address> waiting(Handle handle, QueueId queue) {
    return handle
        .createQuery(
            """
            select channel, address
              from conversation
             where state = 'waiting' and queue = :queue
            """)
        .bind("queue", queue.value())
        .map((row, context) -> new Address(row.getString("channel"), row.getString("address")))
        .list();
  }

  static int rate(Handle handle, ConversationId id, int score, String comment) {
    return handle
        .createUpdate(
            """
            update conversation
               set rating = :score, rating_comment = :comment
             where id = :id
            """)
        .bind("id", id.value())
        .bind("score", score)
        .bind("comment", comment)
        .execute();
  }

  private static Update bind(
      Update update, Conversation conversation) {
    StateColumns state = StateColumns.of(conversation.state());
    return update
        .bind("id", conversation.id().value())
        .bind("state", state.state)
        .bind("queue", state.queue)
        .bind("since", conversation.state().since().toEpochMilli())
        .bind("clerk", state.clerk)
        .bind("clerkName", state.clerkName)
        .bind("snoozedUntil", state.snoozedUntil)
        .bind("closeReason", state.outcome.reason().code())
        .bind("inBase", state.outcome.base().code())
        .bind("baseArticle", state.outcome.article())
        .bind("about", conversation.topic().slug())
        .bind("subject", conversation.topic().title())
        .bind("asking", conversation.asking().name().toLowerCase(Locale.ROOT))
        .bind("contact", conversation.contact())
        .bind("flag", conversation.flag())
        .bind("language", conversation.language())
        .bind("heard", conversation.tongue().heard() ? 1 : 0)
        .bind("submission", conversation.filed().submission())
        .bind("submittedAt", conversation.filed().at().toEpochMilli());
  }

  static Conversation conversation(ResultSet row, StatementContext context) throws SQLException {
    return new Conversation(
        new ConversationId(row.getLong("id")),
        new Address(row.getString("channel"), row.getString("address")),
        new Tongue(row.getString("language"), row.getInt("heard") == 1),
        state(row),
        new Topic(row.getString("about"), row.getString("subject")),
        asking(row.getString("asking")),
        row.getString("contact"),
        row.getString("flag"),
        new Filed(
            row.getString("submission"), Instant.ofEpochMilli(row.getLong("submitted_at"))),
        row.getInt("rating"));
  }

  private static Asking asking(String code) {
    return switch (code) {
      case "contact" -> Asking.CONTACT;
      case "consent" -> Asking.CONSENT;
      default -> Asking.NOTHING;
    };
  }

  private static ConversationState state(ResultSet row) throws SQLException {
    Instant since = Instant.ofEpochMilli(row.getLong("since"));
    var queue = new QueueId(row.getString("queue"));
    String state = row.getString("state");
    return switch (state) {
      case "with-bot" -> new WithBot(since);
      case "waiting" -> new Waiting(queue, since);
      case "with-clerk" -> held(row, queue, since);
      case "closed" -> new Closed(queue, since, outcome(row));
      default -> throw new IllegalStateException("unknown state of a conversation: " + state);
    };
  }

  /// Put off or not: to everybody but its clerk it is the same.
  private static ConversationState held(ResultSet row, QueueId queue, Instant since)
      throws SQLException {
    var clerk = new ClerkId(row.getLong("clerk"));
    String name = row.getString("clerk_name");
    long until = row.getLong("snoozed_until");
    return until > 0
        ? new Snoozed(clerk, name, queue, since, Instant.ofEpochMilli(until))
        : new WithClerk(clerk, name, queue, since);
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return new Outcome(
        Outcome.Reason.of(row.getString("close_reason")).orElse(Outcome.Reason.OTHER),
        Outcome.Base.of(row.getString("in_base")).orElse(Outcome.Base.UNTOLD),
        row.getString("base_article"));
  }

  private record StateColumns(
      String state, String queue, long clerk, String clerkName, long snoozedUntil, Outcome outcome) {
    StateColumns(String state, String queue, long clerk, String clerkName) {
      this(state, queue, clerk, clerkName, 0, Outcome.UNTOLD);
    }

    static StateColumns of(ConversationState state) {
      return switch (state) {
        case WithBot _ -> new StateColumns("with-bot", "", 0, "");
        case Waiting w -> new StateColumns("waiting", w.queue().value(), 0, "");
        case WithClerk c ->
            new StateColumns("with-clerk", c.queue().value(), c.clerk().value(), c.name());
        case Snoozed s ->
            new StateColumns(
                "with-clerk",
                s.queue().value(),
                s.clerk().value(),
                s.name(),
                s.until().toEpochMilli(),
                Outcome.UNTOLD);
        case Closed c ->
            new StateColumns("closed", c.queue().value(), 0, "", 0, c.outcome());
      };
    }
  }
}
