package cz.okenko.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class IdsTest {
  private static final long EXACT_IN_A_BROWSER = 1L << 53;

  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Ids ids = new Ids(clock);

  @Test
  void ids_grow_within_one_millisecond_and_over_its_counter() {
    List<Long> made = LongStream.range(0, 10_000).mapToObj(n -> ids.next()).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ids_grow_when_the_clock_goes_back() {
    long before = ids.next();

    clock.pass(Duration.ofDays(-1));

    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void ids_follow_the_clock_again_once_it_has_caught_up() {
    long before = ids.next();

    clock.pass(Duration.ofMillis(5));

    assertThat(ids.next() - before).isEqualTo(5L << 12);
  }

  @Test
  void ids_stand_above_what_the_database_holds() {
    long fromAClockAhead = ids.next() + 1_000_000_000L;

    ids.startAfter(fromAClockAhead);

    assertThat(ids.next()).isEqualTo(fromAClockAhead + 1);
  }

  @Test
  void ids_are_exact_in_a_browser_until_2089() {
    var late = new Ids(() -> Instant.parse("2089-01-01T00:00:00Z"));

    assertThat(late.next()).isPositive().isLessThan(EXACT_IN_A_BROWSER);
  }

  @Test
  void many_threads_never_get_the_same_id() throws Exception {
    var made = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Long>> some = () -> LongStream.range(0, 500).mapToObj(n -> ids.next()).toList();
      for (Future<List<Long>> one : threads.invokeAll(List.of(some, some, some, some, some, some))) {
        made.addAll(one.get());
      }
    }

    assertThat(made).hasSize(3_000).doesNotHaveDuplicates();
  }
}
