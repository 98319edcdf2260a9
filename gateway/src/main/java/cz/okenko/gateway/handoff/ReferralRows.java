package cz.okenko.gateway.handoff;

import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `referral`: whether a citizen lets the office hand their matter to another institution.
final class ReferralRows {
  private ReferralRows() {}

  /// Whom the matter would go to; `url` is empty when there is none.
  record Institution(String name, String url) {}

  /// How far it came.
  enum State {
    ASKED,
    GRANTED,
    REFUSED,
    /// The office does not ask any more, or the citizen took the consent back.
    WITHDRAWN,
    PASSED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word in rows and on the wire.
    String code() {
      return code;
    }

    /// Whether a clerk still has something to do about it or to know.
    boolean shown() {
      return this == ASKED || this == GRANTED || this == REFUSED;
    }
  }

  /// @param consent 0 until the citizen agreed
  /// @param endedAt when the citizen answered, [Instant#EPOCH] before
  record Referral(
      long id,
      Institution to,
      long question,
      State state,
      long consent,
      Instant askedAt,
      Instant endedAt) {}

  /// What was asked last in a conversation, as it holds now: a question only while it is open, a consent
  /// only while it was not taken back.
  static Optional<Referral> newest(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select r.id, r.institution, r.url, r.question, r.consent, r.asked_at, r.ended_at,
                   case when r.state = 'asked' and c.asking <> 'consent' then 'withdrawn'
                        when r.state = 'granted' and k.withdrawn_at > 0 then 'withdrawn'
                        else r.state end as state
              from referral r
              join conversation c on c.id = r.conversation
              left join consent k on k.id = r.consent
             where r.conversation = :conversation
             order by r.id desc
             limit 1
            """)
        .bind("conversation", conversation.value())
        .map(ReferralRows::referral)
        .findOne();
  }

  private static Referral referral(ResultSet row, StatementContext context) throws SQLException {
    return new Referral(
        row.getLong("id"),
        new Institution(row.getString("institution"), row.getString("url")),
        row.getLong("question"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("consent"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        Instant.ofEpochMilli(row.getLong("ended_at")));
  }

  /// The question was said just now: it is the newest line of the bot.
  static void ask(
      Handle handle, long id, ConversationId conversation, Institution to, Instant now) {
    handle
        .createUpdate(
            """
            insert into referral (id, conversation, institution, url, question, state, asked_at)
            values (:id, :conversation, :institution, :url,
                    (select max(id) from message
                      where conversation = :conversation and author = 'bot'),
                    'asked', :now)
            """)
        .bind("id", id)
        .bind("conversation", conversation.value())
        .bind("institution", to.name())
        .bind("url", to.url())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static void end(Handle handle, long id, State state, long consent, Instant now) {
    handle
        .createUpdate(
            """
            update referral set state = :state, consent = :consent, ended_at = :now where id = :id
            """)
        .bind("id", id)
        .bind("state", state.code())
        .bind("consent", consent)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// Whether the office said nothing to the citizen between its question and their message, so that a bare
  /// yes or no answers the question.
  static boolean follows(Handle handle, Referral referral, Turn turn) {
    return handle
            .createQuery(
                """
                select count(*)
                  from message
                 where conversation = :conversation and id > :question and id < :message
                   and author in ('bot', 'clerk', 'office')
                """)
            .bind("conversation", turn.conversation().id().value())
            .bind("question", referral.question())
            .bind("message", turn.message())
            .mapTo(Integer.class)
            .one()
        == 0;
  }
}
