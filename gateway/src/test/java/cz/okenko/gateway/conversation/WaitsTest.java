package cz.okenko.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Transcript.Wait;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The estimate is honest when citizens of made-up days wait as long as they were told.
final class WaitsTest {
  private static final QueueId QUEUE = new QueueId("doklady");
  private static final int MEASURED = 60;

  @TempDir Path folder;

  /// @param told what the citizen was told on coming
  /// @param seconds how long it took
  private record Waited(Wait told, double seconds) {}

  @Test
  void most_citizens_wait_as_long_as_they_were_told() {
    for (int clerks = 1; clerks <= 3; clerks++) {
      List<Waited> day = play(clerks, 4_000, new SplittableRandom(clerks));

      double late = share(day, one -> one.seconds > one.told.to() * 60.0);
      double early = share(day, one -> one.seconds < (one.told.from() - 1) * 60.0);
      assertThat(late).as("later than told, %d clerks", clerks).isLessThan(0.22);
      assertThat(early).as("sooner than told, %d clerks", clerks).isLessThan(0.22);
    }
  }

  @Test
  void who_stands_farther_back_waits_longer_and_more_clerks_make_it_shorter() {
    int[] tenMinutes = {500, 600, 700, 550, 650, 600, 580, 620};

    assertThat(Waits.of(tenMinutes, 6, 1).from()).isGreaterThan(Waits.of(tenMinutes, 1, 1).to());
    assertThat(Waits.of(tenMinutes, 6, 3).to()).isLessThan(Waits.of(tenMinutes, 6, 1).from());
  }

  @Test
  void nobody_is_told_a_wait_of_a_whole_day() {
    int[] anHour = new int[20];
    Arrays.fill(anHour, 3_600);

    assertThat(Waits.of(anHour, 30, 1)).isEqualTo(Wait.UNKNOWN);
  }

  @Test
  void where_little_was_measured_nothing_is_said() {
    var clock = new MovableClock("2026-11-23T09:00:00Z");
    try (var talk = new Talk(folder, clock)) {
      for (int i = 0; i < 7; i++) {
        busy(talk, i, Duration.ofMinutes(5));
      }
      assertThat(wait(talk)).isEqualTo(Wait.UNKNOWN);

      busy(talk, 7, Duration.ofMinutes(5));

      assertThat(wait(talk).to()).isBetween(5, 10);
    }
  }

  private static void busy(Talk talk, int id, Duration busy) {
    Instant now = talk.clock().instant();
    var held = new WithClerk(new ClerkId(1), "Jana", QUEUE, now.minus(busy));
    talk.store()
        .write(
            handle -> {
              Waits.ended(handle, id + 1L, held, now);
              return true;
            });
  }

  private static Wait wait(Talk talk) {
    return talk.store().read(handle -> Waits.of(handle, QUEUE, 1, talk.clock().instant()));
  }

  private interface Check {
    boolean holds(Waited one);
  }

  private static double share(List<Waited> all, Check check) {
    return (double) all.stream().filter(check::holds).count() / all.size();
  }

  /// A day of so many citizens at a queue that is busy nine tenths of the time; who comes while a
  /// clerk is free is told nothing.
  private static List<Waited> play(int clerks, int citizens, SplittableRandom random) {
    double[] free = new double[clerks];
    var measured = new ArrayDeque<Integer>();
    var waiting = new ArrayDeque<Double>();
    var all = new ArrayList<Waited>();
    double mean = 420;
    double now = 0;
    for (int i = 0; i < citizens; i++) {
      now += -Math.log(1 - random.nextDouble()) * mean / (clerks * 0.9);
      double start = Math.max(now, Arrays.stream(free).min().orElseThrow());
      while (!waiting.isEmpty() && waiting.peekFirst() <= now) {
        waiting.removeFirst();
      }
      if (start > now && measured.size() == MEASURED) {
        int[] seconds = measured.stream().mapToInt(Integer::intValue).toArray();
        all.add(new Waited(Waits.of(seconds, waiting.size() + 1, clerks), start - now));
      }
      waiting.add(start);
      double service = mean * Math.exp(0.6 * gaussian(random) - 0.18);
      for (int clerk = 0; clerk < clerks; clerk++) {
        if (free[clerk] <= start) {
          free[clerk] = start + service;
          break;
        }
      }
      measured.add((int) service);
      if (measured.size() > MEASURED) {
        measured.removeFirst();
      }
    }
    return all;
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
