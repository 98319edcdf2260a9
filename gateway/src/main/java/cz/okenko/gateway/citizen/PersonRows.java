package cz.okenko.gateway.citizen;

import cz.okenko.gateway.conversation.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Everything that is kept of a conversation and its citizen.
final class PersonRows {
  private PersonRows() {}

  /// A conversation; texts are empty and numbers 0 where there is nothing.
  record Matter(
      long id,
      String channel,
      String address,
      String language,
      String state,
      String agenda,
      Instant since,
      String subject,
      String contact,
      String submission,
      Instant submittedAt,
      int rating,
      String ratingComment,
      String receipt,
      long continues) {
    private static Matter of(ResultSet row, StatementContext context) throws SQLException {
      return new Matter(
          row.getLong("id"),
          row.getString("channel"),
          row.getString("address"),
          row.getString("language"),
          row.getString("state"),
          row.getString("queue"),
          Instant.ofEpochMilli(row.getLong("since")),
          row.getString("subject"),
          row.getString("contact"),
          row.getString("submission"),
          Instant.ofEpochMilli(row.getLong("submitted_at")),
          row.getInt("rating"),
          row.getString("rating_comment"),
          row.getString("receipt"),
          row.getLong("continues"));
    }

    boolean filed() {
      return !submission.isEmpty();
    }
  }

  /// Something that was said or noted.
  record Said(
      long id, String author, String name, String text, String language, Instant at, String channelId) {
    private static Said of(ResultSet row, StatementContext context) throws SQLException {
      return new Said(
          row.getLong("id"),
          row.getString("author"),
          row.getString("name"),
          row.getString("text"),
          row.getString("language"),
          Instant.ofEpochMilli(row.getLong("sent_at")),
          row.getString("external_id"));
    }
  }

  /// How a message read before it was changed.
  record Earlier(long message, String text, Instant at) {}

  /// A file under a message.
  record Sent(long message, long id, String name, String type, long bytes, String state) {
    private static Sent of(ResultSet row, StatementContext context) throws SQLException {
      return new Sent(
          row.getLong("message"),
          row.getLong("id"),
          row.getString("name"),
          row.getString("type"),
          row.getLong("bytes"),
          row.getString("state"));
    }
  }

  /// What a clerk began to write.
  record Begun(String kind, String text, Instant at) {}

  static Matter matter(Handle handle, ConversationId id) {
    return handle
        .createQuery(
            """
            select c.id, c.channel, c.address, c.language, c.state, c.queue, c.since, c.subject,
                   c.contact, c.submission, c.submitted_at, c.rating, c.rating_comment,
                   c.continues, coalesce(r.code, '') as receipt
              from conversation c
              left join receipt r on r.conversation = c.id
             where c.id = :id
            """)
        .bind("id", id.value())
        .map(Matter::of)
        .one();
  }

  static List<Said> said(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select id, author, name, text, language, sent_at, external_id
              from message
             where conversation = :conversation
             order by id
            """)
        .bind("conversation", conversation)
        .map(Said::of)
        .list();
  }

  static List<Earlier> earlier(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select m.id, e.text, e.at
              from message m
              join message_edition e
                on e.channel = m.channel and e.external_id = m.external_id and e.edition < m.edition
             where m.conversation = :conversation
             order by m.id, e.edition
            """)
        .bind("conversation", conversation)
        .map(
            (row, context) ->
                new Earlier(
                    row.getLong("id"), row.getString("text"), Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  static List<Sent> files(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select a.message, a.id, a.name, a.type, a.bytes, a.state
              from message m
              join attachment a on a.message = m.id
             where m.conversation = :conversation
             order by a.id
            """)
        .bind("conversation", conversation)
        .map(Sent::of)
        .list();
  }

  /// What a message says in another language.
  record Translated(long message, String language, String text, boolean machine) {}

  static List<Translated> translations(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select t.message, t.language, t.text, t.machine
              from message m
              join translation t on t.message = m.id
             where m.conversation = :conversation
             order by t.message, t.language
            """)
        .bind("conversation", conversation)
        .map(
            (row, context) ->
                new Translated(
                    row.getLong("message"),
                    row.getString("language"),
                    row.getString("text"),
                    row.getInt("machine") == 1))
        .list();
  }

  /// A time in which the office took nothing from their address.
  ///
  /// @param lifted when somebody ended it early, else [Instant#EPOCH]
  record Blocked(
      Instant at, Instant until, Instant lifted, String reason, String note, String name) {
    boolean isLifted() {
      return lifted.isAfter(Instant.EPOCH);
    }
  }

  static List<Blocked> blocks(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select at, until, lifted_at, reason, note, clerk_name
              from sender_block
             where conversation = :conversation
             order by id
            """)
        .bind("conversation", conversation)
        .map(
            (row, context) ->
                new Blocked(
                    Instant.ofEpochMilli(row.getLong("at")),
                    Instant.ofEpochMilli(row.getLong("until")),
                    Instant.ofEpochMilli(row.getLong("lifted_at")),
                    row.getString("reason"),
                    row.getString("note"),
                    row.getString("clerk_name")))
        .list();
  }

  /// Files of clerks' drafts, which no message has yet.
  static List<Sent> draftFiles(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select 0 as message, id, name, sniffed as type, size as bytes, state
              from draft_file
             where conversation = :conversation
             order by id
            """)
        .bind("conversation", conversation)
        .map(Sent::of)
        .list();
  }

  static List<Begun> begun(Handle handle, long conversation) {
    return handle
        .createQuery("select kind, text, at from draft where conversation = :conversation order by at")
        .bind("conversation", conversation)
        .map(
            (row, context) ->
                new Begun(
                    row.getString("kind"),
                    row.getString("text"),
                    Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  static int forgetBegun(Handle handle, long conversation) {
    return handle
        .createUpdate("delete from draft where conversation = :conversation")
        .bind("conversation", conversation)
        .execute();
  }
}
