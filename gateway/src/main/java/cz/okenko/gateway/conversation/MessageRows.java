package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.gateway.conversation.Recent.Before;
import cz.okenko.gateway.conversation.Recent.Waits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `message`.
final class MessageRows {
  private MessageRows() {}

  static Optional<Long> known(Handle handle, InboundMessage message) {
    return handle
        .createQuery(
            "select id from message where channel = :channel and external_id = :externalId")
        .bind("channel", message.address().channel())
        .bind("externalId", message.externalId())
        .mapTo(Long.class)
        .findOne();
  }

  static boolean known(Handle handle, String channel, String externalId) {
    return handle
        .createQuery(
            "select id from message where channel = :channel and external_id = :externalId")
        .bind("channel", channel)
        .bind("externalId", externalId)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  /// The conversation a message stands in.
  static Optional<ConversationId> conversation(Handle handle, long message) {
    return handle
        .createQuery("select conversation from message where id = :id")
        .bind("id", message)
        .map((row, context) -> new ConversationId(row.getLong(1)))
        .findOne();
  }

  /// The citizen's newest message in a conversation; 0 for none.
  static long newestOfCitizen(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select coalesce(max(id), 0)
              from message
             where conversation = :conversation and author = 'citizen'
            """)
        .bind("conversation", conversation.value())
        .mapTo(Long.class)
        .one();
  }

  /// Messages that wait for an answer go over to another conversation.
  static void pass(Handle handle, ConversationId from, ConversationId to) {
    handle
        .createUpdate(
            "update message set conversation = :to where conversation = :from and received = 1")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
  }

  /// Appends what somebody of the office said on the platform itself; false when it was known.
  static boolean answeredThere(
      Handle handle, long id, Conversation conversation, Event.AnsweredThere event) {
    return handle
            .createUpdate(
                """
                insert into message (id, conversation, author, text, language, channel, external_id,
                                     sent_at)
                values (:id, :conversation, 'clerk', :text, :language, :channel, :externalId,
                        :sentAt)
                on conflict (channel, external_id) do nothing
                """)
            .bind("id", id)
            .bind("conversation", conversation.id().value())
            .bind("text", event.text())
            .bind("language", conversation.language())
            .bind("channel", conversation.address().channel())
            .bind("externalId", event.externalId())
            .bind("sentAt", event.at().toEpochMilli())
            .execute()
        == 1;
  }

  /// Appends what a citizen wrote; false when it was known.
  ///
  /// @param waits whether it waits for an answer
  static boolean received(
      Handle handle, long id, Conversation conversation, InboundMessage message, boolean waits) {
    return handle
        .createUpdate(
            """
            insert into message (id, conversation, author, text, language, choice, channel,
                                 external_id, sent_at, handling, received)
            values (:id, :conversation, 'citizen', :text, :language, :choice, :channel,
                    :externalId, :sentAt, :handling, :received)
            on conflict (channel, external_id) do nothing
            """)
        .bind("id", id)
        .bind("conversation", conversation.id().value())
        .bind("text", message.text())
        .bind("language", language(conversation, message))
        .bind("choice", message.choice())
        .bind("channel", message.address().channel())
        .bind("externalId", message.externalId())
        .bind("sentAt", message.sentAt().toEpochMilli())
        .bind("handling", code(message.handling()))
        .bind("received", waits ? 1 : 0)
        .execute() == 1;
  }

  /// From now on the message waits for an answer.
  static void waits(Handle handle, long id) {
    handle.createUpdate("update message set received = 1 where id = :id").bind("id", id).execute();
  }

  private static String code(Handling handling) {
    return switch (handling) {
      case ANSWER -> "answer";
      case FOR_CLERK -> "for-clerk";
      case KEEP -> "keep";
    };
  }

  /// Notes what was sent along with a message; it is fetched later.
  static void attached(
      Handle handle, long id, long message, Address address, Attachment attachment) {
    handle
        .createUpdate(
            """
            insert into attachment (id, message, channel, name, type, size, reference)
            values (:id, :message, :channel, :name, :type, :size, :reference)
            """)
        .bind("id", id)
        .bind("message", message)
        .bind("channel", address.channel())
        .bind("name", attachment.name())
        .bind("type", attachment.type())
        .bind("size", attachment.size())
        .bind("reference", attachment.reference())
        .execute();
  }

  /// The choices under a message of ours.
  static List<Choice> choices(Handle handle, long message) {
    return handle
        .createQuery("select card from message where id = :id and author = 'bot'")
        .bind("id", message)
        .mapTo(String.class)
        .findOne()
        .map(card -> Cards.read(card).choices())
        .orElse(List.of());
  }

  static String language(Conversation conversation, InboundMessage message) {
    return message.language().isEmpty() ? conversation.language() : message.language();
  }

  /// What [#received] appended, as the citizen sees it.
  ///
  /// @param text as it was written last
  static Line seen(long id, Conversation conversation, InboundMessage message, String text) {
    return new Line(
        id,
        Transcript.Author.CITIZEN,
        message.externalId(),
        "",
        "",
        text,
        language(conversation, message),
        message.sentAt().truncatedTo(ChronoUnit.MILLIS),
        Card.NONE);
  }

  /// Appends what the office said or noted; false when the same key was said before.
  static boolean said(
      Handle handle, long id, ConversationId conversation, Utterance said, Instant at) {
    return handle
            .createUpdate(
                """
                insert into message (id, conversation, author, name, agenda, text, language, card,
                                     channel, external_id, sent_at)
                values (:id, :conversation, :author, :name, :agenda, :text, :language, :card,
                        'office', :key, :at)
                on conflict (channel, external_id) do nothing
                """)
            .bind("id", id)
            .bind("conversation", conversation.value())
            .bind("author", said.speaker().author().code())
            .bind("name", said.speaker().name())
            .bind("agenda", said.speaker().agenda())
            .bind("text", said.text())
            .bind("language", said.language())
            .bind("card", Cards.write(said.card()))
            .bind("key", key(id, said))
            .bind("at", at.toEpochMilli())
            .execute()
        == 1;
  }

  /// What [#said] appended, as the citizen sees it.
  static Line seen(long id, Utterance said, Instant at) {
    Author author = said.speaker().author();
    return new Line(
        id,
        shown(author),
        key(id, said),
        said.speaker().name(),
        said.speaker().agenda(),
        said.text(),
        said.language(),
        at.truncatedTo(ChronoUnit.MILLIS),
        author == Author.BOT ? Cards.kept(said.card()) : Card.NONE);
  }

  private static String key(long id, Utterance said) {
    return said.key().isEmpty() ? Long.toString(id) : said.key();
  }

  /// Counts a message of a conversation as answered; false when it was before, or when it passed to
  /// another conversation meanwhile, where it is answered.
  static boolean handled(Handle handle, ConversationId conversation, long message) {
    return handle
            .createUpdate(
                """
                update message set received = 0
                 where id = :id and conversation = :conversation and received = 1
                """)
            .bind("id", message)
            .bind("conversation", conversation.value())
            .execute()
        == 1;
  }

  /// Conversations with messages nobody has answered yet, those waiting longest first.
  static List<ConversationId> unanswered(Handle handle) {
    return handle
        .createQuery(
            """
            select conversation
              from message
             where received = 1
             group by conversation
             order by min(id)
            """)
        .map((row, context) -> new ConversationId(row.getLong("conversation")))
        .list();
  }

  /// The oldest message that waits for an answer, with the conversation as it stands and the choices
  /// under the bot's last line.
  static Optional<Turn> nextTurn(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select c.id, c.channel, c.address, c.language, c.state, c.queue, c.since, c.clerk,
                   c.clerk_name, c.about, c.subject, c.asking, c.contact, c.flag, c.rating,
                   c.submission, c.submitted_at, c.heard,
                   c.snoozed_until, c.close_reason, c.in_base, c.base_article,
                   m.id as message, m.text, m.language as spoken, m.choice,
                   coalesce((select b.card
                               from message b
                              where b.conversation = c.id and b.author = 'bot'
                              order by b.id desc
                              limit 1), '') as offered
              from message m
              join conversation c on c.id = m.conversation
             where m.conversation = :conversation and m.received = 1
             order by m.id
             limit 1
            """)
        .bind("conversation", conversation.value())
        .map(
            (row, context) ->
                Turn.of(
                    ConversationRows.conversation(row, context),
                    row.getLong("message"),
                    row.getString("text"),
                    row.getString("spoken"),
                    new Turn.Picked(
                        row.getString("choice"), Cards.read(row.getString("offered")).choices())))
        .findOne();
  }

  /// What waited for an answer before a message, and what was offered last.
  static Before before(Handle handle, ConversationId conversation, long message) {
    List<Waits> waiting =
        handle
            .createQuery(
                """
                select id, text, language, choice
                  from message
                 where conversation = :conversation and received = 1 and id < :message
                 order by id
                """)
            .bind("conversation", conversation.value())
            .bind("message", message)
            .map(
                (row, context) ->
                    new Waits(
                        row.getLong("id"),
                        row.getString("text"),
                        row.getString("language"),
                        row.getString("choice")))
            .list();
    return new Before(waiting, offered(handle, conversation));
  }

  private static List<Choice> offered(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select card
              from message
             where conversation = :conversation and author = 'bot'
             order by id desc
             limit 1
            """)
        .bind("conversation", conversation.value())
        .mapTo(String.class)
        .findOne()
        .map(card -> Cards.read(card).choices())
        .orElse(List.of());
  }

  /// What the citizen may see, over all conversations of the address.
  static List<Line> visible(Handle handle, Address address, long after, int limit) {
    return handle
        .createQuery(
            """
            select m.id, m.author, m.name, m.agenda, m.text, m.language, m.card, m.external_id,
                   m.sent_at
              from conversation c
              join message m on m.conversation = c.id
             where c.channel = :channel and c.address = :address
               and m.id > :after and m.author <> 'note'
             order by m.id
             limit :limit
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .bind("after", after)
        .bind("limit", limit)
        .map(MessageRows::line)
        .list();
  }

  private static Line line(ResultSet row, StatementContext context) throws SQLException {
    Author author = Author.of(row.getString("author"));
    return new Line(
        row.getLong("id"),
        shown(author),
        row.getString("external_id"),
        row.getString("name"),
        row.getString("agenda"),
        row.getString("text"),
        row.getString("language"),
        Instant.ofEpochMilli(row.getLong("sent_at")),
        author == Author.BOT ? Cards.read(row.getString("card")) : Card.NONE);
  }

  private static Transcript.Author shown(Author author) {
    return Transcript.Author.valueOf(author.name());
  }
}
