package cz.okenko.gateway.translation;

import cz.okenko.gateway.translation.Translations.Translation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `translation`.
final class TranslationRows {
  /// A conversation and those it continues.
  private static final String CHAIN =
      """
      with recursive chain (id, depth) as (
        select :conversation, 1
        union all
        select c.continues, chain.depth + 1
          from chain
          join conversation c on c.id = chain.id
         where c.continues <> 0 and chain.depth < 20)
      """;

  private TranslationRows() {}

  /// A message as it is to be translated.
  record Source(long message, String text, String language, int edition) {}

  private static Translation translation(ResultSet row, StatementContext context)
      throws SQLException {
    return new Translation(
        row.getLong("message"),
        row.getString("language"),
        row.getString("text"),
        row.getInt("machine") == 1);
  }

  /// Those that belong to what the messages of a conversation say now, and of the ones it continues.
  static List<Translation> of(Handle handle, long conversation) {
    return handle
        .createQuery(
            CHAIN
                + """
            select t.message, t.language, t.text, t.machine
              from chain
              join message m on m.conversation = chain.id
              join translation t on t.message = m.id and t.edition = m.edition
             order by t.message
            """)
        .bind("conversation", conversation)
        .map(TranslationRows::translation)
        .list();
  }

  /// A citizen's message of the conversation, or of those it continues.
  static Optional<Source> source(Handle handle, long conversation, long message) {
    return handle
        .createQuery(
            CHAIN
                + """
            select m.id, m.text, m.language, m.edition
              from chain
              join message m on m.conversation = chain.id
             where m.id = :message and m.author = 'citizen'
            """)
        .bind("conversation", conversation)
        .bind("message", message)
        .map(
            (row, context) ->
                new Source(
                    row.getLong("id"),
                    row.getString("text"),
                    row.getString("language"),
                    row.getInt("edition")))
        .findOne();
  }

  static int put(Handle handle, Translation translation, int edition, Instant at) {
    return handle
        .createUpdate(
            """
            insert into translation (message, language, text, machine, edition, at)
            values (:message, :language, :text, :machine, :edition, :at)
            on conflict (message, language) do update
               set text = excluded.text, machine = excluded.machine, edition = excluded.edition,
                   at = excluded.at
            """)
        .bind("message", translation.message())
        .bind("language", translation.language())
        .bind("text", translation.text())
        .bind("machine", translation.machine() ? 1 : 0)
        .bind("edition", edition)
        .bind("at", at.toEpochMilli())
        .execute();
  }
}
