package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.delivery.Outbox;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Empties conversations for good: rows stay with their ids, states and moments, so that counts stay right;
/// what was written and who wrote it does not. Inside the writer's transaction.
final class Erasing {
  /// All that is deleted, or written over, of one conversation. What names a message by the channel's id goes
  /// before the message forgets it.
  private static final List<String> STATEMENTS =
      List.of(
          """
          delete from message_edition
           where (channel, external_id) in (
                 select channel, external_id from message where conversation = :id)
          """,
          "delete from returned where message in (select id from message where conversation = :id)",
          "delete from translation where message in (select id from message where conversation = :id)",
          "delete from consent where conversation = :id",
          "delete from referral where conversation = :id",
          "delete from handed_on where conversation = :id",
          "delete from sender_block where conversation = :id",
          "delete from code where conversation = :id",
          "delete from transcript_mail where conversation = :id",
          "delete from receipt where conversation = :id",
          """
          delete from reach
           where exists (select 1 from conversation c
                          where c.id = :id and c.channel = reach.channel
                            and c.address = reach.address)
          """,
          """
          delete from code_try
           where exists (select 1 from conversation c
                          where c.id = :id and c.channel = code_try.channel
                            and c.address = code_try.address)
          """,
          """
          delete from moved
           where exists (select 1 from conversation c
                          where c.id = :id and c.channel = moved.channel
                            and c.address in (moved.address, moved.moved_to))
          """,
          """
          delete from unknown_event
           where exists (select 1 from conversation c
                          where c.id = :id and c.channel = unknown_event.channel
                            and instr(unknown_event.body, c.address) > 0)
          """,
          """
          update message
             set text = '', card = '', choice = '', external_id = 'erased ' || id, edition = 0,
                 received = 0
           where conversation = :id
          """,
          """
          update conversation
             set address = 'erased ' || id, contact = '', rating_comment = '', state = 'closed',
                 since = case when state = 'closed' then since else :now end,
                 clerk = 0, clerk_name = '', asking = 'nothing', flag = '', snoozed_until = 0
           where id = :id
          """);

  private final Ledger ledger;

  Erasing(Ledger ledger) {
    this.ledger = ledger;
  }

  /// A conversation before and after.
  record Emptied(Conversation before, Conversation after) {}

  Emptied empty(Handle handle, ConversationId id) {
    Conversation before = ledger.changing(handle, id);
    Outbox.forget(handle, id.value());
    for (String statement : STATEMENTS) {
      var update = handle.createUpdate(statement).bind("id", id.value());
      (statement.contains(":now") ? update.bind("now", ledger.now().toEpochMilli()) : update)
          .execute();
    }
    return new Emptied(before, ConversationRows.find(handle, id).orElseThrow());
  }

  /// After the commit.
  void remember(List<Emptied> all) {
    all.stream()
        .map(one -> one.before.address())
        .distinct()
        .forEach((Address address) -> ledger.recent().forget(address));
  }
}
