package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Transcript.Wait;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;

/// How long those who wait in a queue will probably wait, from how long clerks were busy with the
/// conversations before: the queue is played through many times with times drawn from the measured
/// ones. Where too little was measured nothing is said. The table `service_time`.
final class Waits {
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Duration LATELY = Duration.ofHours(1);
  private static final int MOST = 60;
  private static final int FEWEST = 8;

  /// Whoever left a conversation open over night was not busy with it.
  private static final int LONGEST_SECONDS = 2 * 60 * 60;

  private static final int GAMES = 300;
  private static final double EARLY = 0.2;
  private static final double LATE = 0.85;
  private static final int MINUTE = 60;

  /// What people say; nobody waits for seven to eleven minutes.
  private static final int[] MINUTES = {1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240};

  private Waits() {}

  /// Takes down that a clerk is done with a conversation.
  static void ended(Handle handle, long id, WithClerk held, Instant now) {
    long seconds = Duration.between(held.since(), now).toSeconds();
    handle
        .createUpdate(
            """
            insert into service_time (id, queue, clerk, ended, seconds)
            values (:id, :queue, :clerk, :ended, :seconds)
            """)
        .bind("id", id)
        .bind("queue", held.queue().value())
        .bind("clerk", held.clerk().value())
        .bind("ended", now.toEpochMilli())
        .bind("seconds", Math.clamp(seconds, 0, LONGEST_SECONDS))
        .execute();
    handle
        .createUpdate("delete from service_time where queue = :queue and ended < :old")
        .bind("queue", held.queue().value())
        .bind("old", now.minus(REMEMBERED).toEpochMilli())
        .execute();
  }

  /// The wait of who stands at a place of the queue, 1 being next.
  static Wait of(Handle handle, QueueId queue, int place, Instant now) {
    List<Integer> measured =
        handle
            .createQuery(
                """
                select seconds
                  from service_time
                 where queue = :queue
                 order by ended desc
                 limit :most
                """)
            .bind("queue", queue.value())
            .bind("most", MOST)
            .mapTo(Integer.class)
            .list();
    return measured.size() < FEWEST
        ? Wait.UNKNOWN
        : of(measured.stream().mapToInt(Integer::intValue).toArray(), place, busy(handle, queue, now));
  }

  /// The clerks who serve the queue now: who holds a conversation of it, and who ended one lately.
  private static int busy(Handle handle, QueueId queue, Instant now) {
    return handle
        .createQuery(
            """
            select count(*)
              from (select clerk from service_time where queue = :queue and ended > :lately
                    union
                    select clerk from conversation where state = 'with-clerk' and queue = :queue)
            """)
        .bind("queue", queue.value())
        .bind("lately", now.minus(LATELY).toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// @param seconds how long conversations took
  /// @param clerks how many serve; at least one is expected to
  static Wait of(int[] seconds, int place, int clerks) {
    var random = new SplittableRandom(place);
    double[] waits = new double[GAMES];
    double[] free = new double[Math.max(1, clerks)];
    for (int game = 0; game < GAMES; game++) {
      for (int i = 0; i < free.length; i++) {
        free[i] = rest(seconds, random);
      }
      for (int before = 1; before < place; before++) {
        free[earliest(free)] += seconds[random.nextInt(seconds.length)];
      }
      waits[game] = free[earliest(free)];
    }
    Arrays.sort(waits);
    return inWords(waits[(int) (GAMES * EARLY)], waits[(int) (GAMES * LATE)]);
  }

  /// How much is left of the conversation a clerk is in: one meets the long ones more often.
  private static double rest(int[] seconds, SplittableRandom random) {
    int one = seconds[random.nextInt(seconds.length)];
    int other = seconds[random.nextInt(seconds.length)];
    return Math.max(one, other) * random.nextDouble();
  }

  private static int earliest(double[] free) {
    int earliest = 0;
    for (int i = 1; i < free.length; i++) {
      earliest = free[i] < free[earliest] ? i : earliest;
    }
    return earliest;
  }

  private static Wait inWords(double early, double late) {
    int from = MINUTES[0];
    for (int minutes : MINUTES) {
      from = minutes * MINUTE <= early ? minutes : from;
    }
    for (int minutes : MINUTES) {
      if (minutes * MINUTE >= late) {
        return new Wait(from, Math.max(minutes, from + 1));
      }
    }
    return Wait.UNKNOWN;
  }
}
