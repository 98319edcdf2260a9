package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `handed_on`: how a conversation was handed on last.
final class HandedRows {
  /// In the place of a colleague when a whole agenda is meant.
  static final ClerkId AGENDA = new ClerkId(0);

  private HandedRows() {}

  /// Handing on.
  ///
  /// @param by the name of who does it
  /// @param to the colleague who is meant, or [#AGENDA]
  /// @param noted whether the newest note of the conversation was written for it
  record Handing(String by, ClerkId to, boolean noted, Instant at) {}

  static void put(Handle handle, ConversationId conversation, Handing handing) {
    handle
        .createUpdate(
            """
            insert into handed_on (conversation, name, recipient, note, at)
            values (:conversation, :name, :recipient,
                    case when :noted = 0 then 0
                         else (select max(id) from message
                                where conversation = :conversation and author = 'note') end,
                    :at)
            on conflict (conversation) do update
                    set name = excluded.name, recipient = excluded.recipient,
                        note = excluded.note, at = excluded.at
            """)
        .bind("conversation", conversation.value())
        .bind("name", handing.by)
        .bind("recipient", handing.to.value())
        .bind("noted", handing.noted ? 1 : 0)
        .bind("at", handing.at.toEpochMilli())
        .execute();
  }

  /// How it was handed on; texts are empty where there are none.
  ///
  /// @param to the name of the colleague it is for, empty when for an agenda
  record Handed(String by, String to, String note, Instant at) {}

  /// Of a conversation that still waits for a person or is with one.
  static Optional<Handed> of(Handle handle, ConversationId conversation) {
    return handle
        .createQuery(
            """
            select h.name, coalesce(k.name, '') as recipient, coalesce(m.text, '') as note, h.at
              from handed_on h
              join conversation c on c.id = h.conversation
              left join clerk k on k.id = h.recipient
              left join message m on m.id = h.note
             where h.conversation = :conversation and c.state in ('waiting', 'with-clerk')
            """)
        .bind("conversation", conversation.value())
        .map(
            (row, context) ->
                new Handed(
                    row.getString("name"),
                    row.getString("recipient"),
                    row.getString("note"),
                    Instant.ofEpochMilli(row.getLong("at"))))
        .findOne();
  }
}
