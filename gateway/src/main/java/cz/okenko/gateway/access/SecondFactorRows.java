package cz.okenko.gateway.access;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// The tables `second_factor` and `recovery_code`.
final class SecondFactorRows {
  private SecondFactorRows() {}

  static int pend(Handle handle, ClerkId clerk, String secret) {
    return handle
        .createUpdate(
            """
            insert into second_factor (clerk, pending)
                 values (:clerk, :secret)
            on conflict (clerk) do update set pending = excluded.pending
            """)
        .bind("clerk", clerk.value())
        .bind("secret", secret)
        .execute();
  }

  static int confirm(Handle handle, ClerkId clerk, long step) {
    return handle
        .createUpdate(
            """
            update second_factor
               set secret = pending, pending = '', last_step = :step
             where clerk = :clerk and pending <> ''
            """)
        .bind("clerk", clerk.value())
        .bind("step", step)
        .execute();
  }

  /// The secret that counts; empty when there is none.
  static String secret(Handle handle, ClerkId clerk) {
    return handle
        .createQuery("select secret from second_factor where clerk = :clerk")
        .bind("clerk", clerk.value())
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  static String pending(Handle handle, ClerkId clerk) {
    return handle
        .createQuery("select pending from second_factor where clerk = :clerk")
        .bind("clerk", clerk.value())
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /// Whether no code of this step or a later one was taken before.
  static boolean take(Handle handle, ClerkId clerk, long step) {
    return handle
            .createUpdate(
                """
                update second_factor
                   set last_step = :step
                 where clerk = :clerk and last_step < :step
                """)
            .bind("clerk", clerk.value())
            .bind("step", step)
            .execute()
        == 1;
  }

  static void delete(Handle handle, ClerkId clerk) {
    handle
        .createUpdate("delete from second_factor where clerk = :clerk")
        .bind("clerk", clerk.value())
        .execute();
    deleteRecoveryCodes(handle, clerk);
  }

  /// In the place of those there were.
  static void recoveryCodes(Handle handle, ClerkId clerk, List<String> hashes) {
    deleteRecoveryCodes(handle, clerk);
    for (String hash : hashes) {
      handle
          .createUpdate("insert into recovery_code (clerk, hash) values (:clerk, :hash)")
          .bind("clerk", clerk.value())
          .bind("hash", hash)
          .execute();
    }
  }

  static int recoveryCodes(Handle handle, ClerkId clerk) {
    return handle
        .createQuery("select count(*) from recovery_code where clerk = :clerk")
        .bind("clerk", clerk.value())
        .mapTo(Integer.class)
        .one();
  }

  static boolean takeRecovery(Handle handle, ClerkId clerk, String hash) {
    return handle
            .createUpdate("delete from recovery_code where clerk = :clerk and hash = :hash")
            .bind("clerk", clerk.value())
            .bind("hash", hash)
            .execute()
        == 1;
  }

  private static void deleteRecoveryCodes(Handle handle, ClerkId clerk) {
    handle
        .createUpdate("delete from recovery_code where clerk = :clerk")
        .bind("clerk", clerk.value())
        .execute();
  }
}
