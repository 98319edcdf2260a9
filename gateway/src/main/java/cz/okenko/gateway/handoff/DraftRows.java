package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `draft`: what a clerk began to write and has not sent. Only its author reads or changes
/// it.
final class DraftRows {
  private static final Duration KEPT = Duration.ofDays(30);

  private DraftRows() {}

  /// @param kind `reply` or `note`
  record Draft(String kind, String text, Instant at) {}

  /// Keeps the text in place of the one before; an empty one is forgotten. What nobody touched for
  /// thirty days goes with it.
  static int put(Handle handle, ConversationId conversation, ClerkId clerk, Draft draft) {
    handle
        .createUpdate("delete from draft where at < :old")
        .bind("old", draft.at.minus(KEPT).toEpochMilli())
        .execute();
    String sql =
        draft.text.isEmpty()
            ? """
              delete from draft
               where conversation = :conversation and clerk = :clerk and kind = :kind
              """
            : """
              insert into draft (conversation, clerk, kind, text, at)
              values (:conversation, :clerk, :kind, :text, :at)
              on conflict (conversation, clerk, kind)
              do update set text = excluded.text, at = excluded.at
              """;
    var update =
        handle
            .createUpdate(sql)
            .bind("conversation", conversation.value())
            .bind("clerk", clerk.value())
            .bind("kind", draft.kind);
    return (draft.text.isEmpty()
            ? update
            : update.bind("text", draft.text).bind("at", draft.at.toEpochMilli()))
        .execute();
  }

  /// What was said need not be kept.
  static int said(Handle handle, ConversationId conversation, ClerkId clerk, String kind) {
    return handle
        .createUpdate(
            """
            delete from draft
             where conversation = :conversation and clerk = :clerk and kind = :kind
            """)
        .bind("conversation", conversation.value())
        .bind("clerk", clerk.value())
        .bind("kind", kind)
        .execute();
  }

  static List<Draft> of(Handle handle, ConversationId conversation, ClerkId clerk) {
    return handle
        .createQuery(
            """
            select kind, text, at
              from draft
             where conversation = :conversation and clerk = :clerk
             order by kind
            """)
        .bind("conversation", conversation.value())
        .bind("clerk", clerk.value())
        .map(
            (row, context) ->
                new Draft(
                    row.getString("kind"),
                    row.getString("text"),
                    Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }
}
