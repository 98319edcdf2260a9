package cz.okenko.gateway.access;

import cz.okenko.gateway.store.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `sign_in_failure`: five failures in a quarter of an hour lock a name, many more lock an
/// address, from which a whole town hall may sign in. All methods run inside a unit of writing.
final class SignInFailures {
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int MOST_PER_NAME = 5;
  static final int MOST_PER_ADDRESS = 50;

  private final Ids ids;

  SignInFailures(Ids ids) {
    this.ids = ids;
  }

  /// Notes an attempt as a failure until it succeeds, so that attempts at the same time cannot slip
  /// past the limit together. Gives how long to wait when the limit is reached, else zero.
  Duration begin(Handle handle, String signIn, String address, Instant now) {
    handle
        .createUpdate("delete from sign_in_failure where at <= :tooOld")
        .bind("tooOld", now.minus(WINDOW).toEpochMilli())
        .execute();
    String name = Secrets.digest(signIn);
    Duration forName = wait(newestOfName(handle, name), MOST_PER_NAME, now);
    Duration forAddress = wait(newestOfAddress(handle, address), MOST_PER_ADDRESS, now);
    Duration wait = forName.compareTo(forAddress) > 0 ? forName : forAddress;
    if (wait.isZero()) {
      insert(handle, name, address, now);
    }
    return wait;
  }

  /// The name has been signed in: its failures are forgotten.
  void forget(Handle handle, String signIn) {
    handle
        .createUpdate("delete from sign_in_failure where name_hash = :name")
        .bind("name", Secrets.digest(signIn))
        .execute();
  }

  private void insert(Handle handle, String name, String address, Instant now) {
    handle
        .createUpdate(
            """
            insert into sign_in_failure (id, name_hash, address, at)
                 values (:id, :name, :address, :now)
            """)
        .bind("id", ids.next())
        .bind("name", name)
        .bind("address", address)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /// Until the oldest of the failures that make the limit no longer counts.
  private static Duration wait(List<Long> newestFirst, int most, Instant now) {
    if (newestFirst.size() < most) {
      return Duration.ZERO;
    }
    Instant counts = Instant.ofEpochMilli(newestFirst.get(most - 1)).plus(WINDOW);
    return counts.isAfter(now) ? Duration.between(now, counts) : Duration.ZERO;
  }

  private static List<Long> newestOfName(Handle handle, String name) {
    return handle
        .createQuery(
            """
            select at
              from sign_in_failure
             where name_hash = :name
             order by at desc
             limit :most
            """)
        .bind("name", name)
        .bind("most", MOST_PER_NAME)
        .mapTo(Long.class)
        .list();
  }

  private static List<Long> newestOfAddress(Handle handle, String address) {
    return handle
        .createQuery(
            """
            select at
              from sign_in_failure
             where address = :address
             order by at desc
             limit :most
            """)
        .bind("address", address)
        .bind("most", MOST_PER_ADDRESS)
        .mapTo(Long.class)
        .list();
  }
}
