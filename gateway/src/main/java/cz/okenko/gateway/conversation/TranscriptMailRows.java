package cz.okenko.gateway.conversation;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `transcript_mail`: what was mailed lately, by hashes.
final class TranscriptMailRows {
  private TranscriptMailRows() {}

  /// A mail.
  ///
  /// @param code the hash of the code in it, empty when it holds none
  record Sent(long id, String code, int tries) {}

  /// Counts a mail.
  static int add(
      Handle handle, Sent sent, ConversationId conversation, String contact, Instant at) {
    return handle
        .createUpdate(
            """
            insert into transcript_mail (id, conversation, contact, code, at)
            values (:id, :conversation, :contact, :code, :at)
            """)
        .bind("id", sent.id)
        .bind("conversation", conversation.value())
        .bind("contact", contact)
        .bind("code", sent.code)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  static int forget(Handle handle, Instant before) {
    return handle
        .createUpdate("delete from transcript_mail where at < :before")
        .bind("before", before.toEpochMilli())
        .execute();
  }

  /// Mails of a conversation since then.
  static int of(Handle handle, ConversationId conversation, Instant since) {
    return handle
        .createQuery(
            "select count(*) from transcript_mail where conversation = :conversation and at > :since")
        .bind("conversation", conversation.value())
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// Mails to an address since then, whoever wanted them.
  static int to(Handle handle, String contact, Instant since) {
    return handle
        .createQuery("select count(*) from transcript_mail where contact = :contact and at > :since")
        .bind("contact", contact)
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// The newest code that a conversation had sent to an address since then.
  static Optional<Sent> code(
      Handle handle, ConversationId conversation, String contact, Instant since) {
    return handle
        .createQuery(
            """
            select id, code, tries
              from transcript_mail
             where conversation = :conversation and contact = :contact and code <> ''
               and at > :since
             order by at desc, id desc
             limit 1
            """)
        .bind("conversation", conversation.value())
        .bind("contact", contact)
        .bind("since", since.toEpochMilli())
        .map(
            (row, context) ->
                new Sent(row.getLong("id"), row.getString("code"), row.getInt("tries")))
        .findOne();
  }

  static int tried(Handle handle, long id) {
    return handle
        .createUpdate("update transcript_mail set tries = tries + 1 where id = :id")
        .bind("id", id)
        .execute();
  }

  /// A code is good once.
  static int used(Handle handle, long id) {
    return handle
        .createUpdate("update transcript_mail set code = '' where id = :id")
        .bind("id", id)
        .execute();
  }
}
