package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// What the console reads of one conversation: how it stands, its transcript with notes and deliveries,
/// and the citizen's earlier ones.
final class ConsoleRows {
  private static final int HISTORY = 20;

  /// The columns of an [Item], with what the citizen wrote last; the words of the button that asks
  /// for a person tell a clerk nothing, so they stand only where there is nothing else.
  static final String COLUMNS =
      """
      c.id, c.channel, c.language, c.state, c.queue, c.since, c.clerk, c.clerk_name,
      c.subject, c.contact, c.flag, c.rating, c.submission, c.submitted_at, c.snoozed_until,
      coalesce((select substr(m.text, 1, 160) from message m
                 where m.conversation = c.id and m.author = 'citizen' and m.choice <> 'handoff'
                 order by m.id desc limit 1),
               (select substr(m.text, 1, 160) from message m
                 where m.conversation = c.id and m.author = 'citizen'
                 order by m.id desc limit 1), '') as preview
      """;

  private static final int LONGEST_CHAIN = 20;

  /// The conversation `:id` and those it continues.
  private static final String CHAIN =
      """
      with recursive chain (id, depth) as (
        select :id, 1
        union all
        select c.continues, chain.depth + 1
          from chain
          join conversation c on c.id = chain.id
         where c.continues <> 0 and chain.depth < :longest)
      """;

  private ConsoleRows() {}

  /// A conversation as lists show it. `clerk` is 0 and texts are empty where there is nothing to say.
  record Item(
      long id,
      String channel,
      String language,
      String state,
      String queue,
      Instant since,
      long clerk,
      String clerkName,
      String subject,
      String contact,
      String flag,
      int rating,
      String submission,
      Instant submittedAt,
      Instant snoozedUntil,
      String preview) {

    static Item of(ResultSet row, StatementContext context) throws SQLException {
      return new Item(
          row.getLong("id"),
          row.getString("channel"),
          row.getString("language"),
          row.getString("state"),
          row.getString("queue"),
          Instant.ofEpochMilli(row.getLong("since")),
          row.getLong("clerk"),
          row.getString("clerk_name"),
          row.getString("subject"),
          row.getString("contact"),
          row.getString("flag"),
          row.getInt("rating"),
          row.getString("submission"),
          Instant.ofEpochMilli(row.getLong("submitted_at")),
          Instant.ofEpochMilli(row.getLong("snoozed_until")),
          row.getString("preview"));
    }
  }

  /// A line of a transcript as a clerk sees it; `delivery` is `due` or `refused` while the outbox
  /// has it, `returned` when it came back, `read` when it was, else empty. `earlier` is how it read
  /// before it was changed, oldest first.
  record Line(
      long id,
      long conversation,
      String channel,
      String author,
      String name,
      String text,
      String language,
      Instant at,
      String card,
      String delivery,
      String reason,
      List<Earlier> earlier,
      List<Attached> files) {}

  /// A file under a line; `scan` is what the scanner said.
  record Attached(
      long id, long message, String name, String type, long bytes, String state, String scan) {}

  /// How a line read before it was changed.
  record Earlier(long message, String text, Instant at) {}

  static Optional<Item> one(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select <columns>
              from conversation c
             where c.id = :id
            """)
        .define("columns", COLUMNS)
        .bind("id", id.value())
        .map(Item::of)
        .findOne();
  }

  /// Other conversations of the same address, newest first.
  static List<Item> history(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select <columns>
              from conversation o
              join conversation c on c.channel = o.channel and c.address = o.address
             where o.id = :id and c.id <> :id
             order by c.id desc
             limit :limit
            """)
        .define("columns", COLUMNS)
        .bind("id", id.value())
        .bind("limit", HISTORY)
        .map(Item::of)
        .list();
  }

  /// The transcript, from the first of the conversations that this one continues.
  static List<Line> lines(Handle handle, ConversationId id) {
    Map<Long, List<Earlier>> earlier = earlier(handle, id);
    Map<Long, List<Attached>> files = files(handle, id);
    return handle
        .createQuery(
            CHAIN
                + """
                select m.id, m.conversation, c.channel, m.author, m.name, m.text, m.language,
                       m.sent_at, m.card,
                       case when r.message is not null then 'returned'
                            when o.id is not null then o.state
                            when m.sent_at <= coalesce(s.read_up_to, 0) then 'read'
                            else '' end as delivery,
                       coalesce(o.reason, r.status, '') as reason
                  from chain
                  join conversation c on c.id = chain.id
                  join message m on m.conversation = c.id
                  left join outbox o on o.id = m.id
                  left join returned r on r.message = m.id
                  left join reach s on s.channel = c.channel and s.address = c.address
                 order by m.id
                """)
        .bind("id", id.value())
        .bind("longest", LONGEST_CHAIN)
        .map(
            (row, context) ->
                line(
                    row,
                    earlier.getOrDefault(row.getLong("id"), List.of()),
                    files.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private static Line line(ResultSet row, List<Earlier> earlier, List<Attached> files)
      throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getLong("conversation"),
        row.getString("channel"),
        row.getString("author"),
        row.getString("name"),
        row.getString("text"),
        row.getString("language"),
        Instant.ofEpochMilli(row.getLong("sent_at")),
        row.getString("card"),
        row.getString("delivery"),
        row.getString("reason"),
        earlier,
        files);
  }

  private static Map<Long, List<Earlier>> earlier(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            CHAIN
                + """
                select m.id, e.text, e.at
                  from chain
                  join message m on m.conversation = chain.id
                  join message_edition e on e.channel = m.channel
                                        and e.external_id = m.external_id
                                        and e.edition < m.edition
                 where m.edition > 0
                 order by m.id, e.edition
                """)
        .bind("id", id.value())
        .bind("longest", LONGEST_CHAIN)
        .map(
            (row, context) ->
                new Earlier(
                    row.getLong("id"),
                    row.getString("text"),
                    Instant.ofEpochMilli(row.getLong("at"))))
        .stream()
        .collect(Collectors.groupingBy(Earlier::message));
  }

  private static Map<Long, List<Attached>> files(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            CHAIN
                + """
                select a.id, a.message, a.name, a.type, a.sniffed, a.size, a.bytes, a.state, a.scan
                  from chain
                  join message m on m.conversation = chain.id
                  join attachment a on a.message = m.id
                 order by a.id
                """)
        .bind("id", id.value())
        .bind("longest", LONGEST_CHAIN)
        .map(
            (row, context) ->
                new Attached(
                    row.getLong("id"),
                    row.getLong("message"),
                    row.getString("name"),
                    either(row.getString("sniffed"), row.getString("type")),
                    Math.max(row.getLong("bytes"), row.getLong("size")),
                    row.getString("state"),
                    row.getString("scan")))
        .stream()
        .collect(Collectors.groupingBy(Attached::message));
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /// Whether the conversation's address takes messages, as far as its platform told.
  static boolean reachable(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select count(*)
              from conversation c
              join reach r on r.channel = c.channel and r.address = c.address
             where c.id = :id and r.reachable = 0
            """)
        .bind("id", id.value())
        .mapTo(Integer.class)
        .one()
        == 0;
  }
}
