package cz.okenko.gateway.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `consent`.
final class ConsentRows {
  private ConsentRows() {}

  /// What somebody agreed to.
  ///
  /// @param recipient the institution their matter goes to, else empty
  /// @param message by which, 0 when by a button
  /// @param withdrawn [Instant#EPOCH] while it holds
  record Consent(
      long id,
      long conversation,
      String purpose,
      String recipient,
      long message,
      Instant given,
      Instant withdrawn) {
    boolean holds() {
      return withdrawn.equals(Instant.EPOCH);
    }
  }

  static List<Consent> of(Handle handle, long conversation) {
    return handle
        .createQuery(
            """
            select id, conversation, purpose, recipient, message, given_at, withdrawn_at
              from consent
             where conversation = :conversation
             order by id
            """)
        .bind("conversation", conversation)
        .map(
            (row, context) ->
                new Consent(
                    row.getLong("id"),
                    row.getLong("conversation"),
                    row.getString("purpose"),
                    row.getString("recipient"),
                    row.getLong("message"),
                    Instant.ofEpochMilli(row.getLong("given_at")),
                    Instant.ofEpochMilli(row.getLong("withdrawn_at"))))
        .list();
  }

  static Optional<Consent> find(Handle handle, long id) {
    return handle
        .createQuery("select conversation from consent where id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .flatMap(
            conversation ->
                of(handle, conversation).stream().filter(one -> one.id == id).findFirst());
  }

  static void withdraw(Handle handle, long id, String by, Instant at) {
    handle
        .createUpdate(
            """
            update consent set withdrawn_at = :at, withdrawn_by = :by
             where id = :id and withdrawn_at = 0
            """)
        .bind("id", id)
        .bind("by", by)
        .bind("at", at.toEpochMilli())
        .execute();
  }
}
