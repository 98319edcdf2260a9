package cz.okenko.gateway.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatutoryTimeTest {

  /// The first day does not count, and an end on a day off moves on: 8 December 2026 is a Tuesday, 19 and 20
  /// are a weekend, 24 to 26 are holidays before a Sunday.
  @ParameterizedTest
  @CsvSource({
    "information, 2026-11-23, 2026-12-08",
    "information, 2026-12-04, 2026-12-21",
    "information, 2026-12-09, 2026-12-28",
    "complaint, 2026-11-23, 2027-01-22",
    "petition, 2026-11-23, 2026-12-23",
    "petition, 2026-11-24, 2026-12-28",
    "appeal, 2026-11-23, 2026-12-23",
    "objection, 2026-11-23, 2026-12-23"
  })
  void the_last_day_is_a_working_day(String submission, LocalDate came, LocalDate end) {
    assertThat(StatutoryTime.of(submission).orElseThrow().end(came)).isEqualTo(end);
  }

  @Test
  void what_is_no_submission_has_no_time() {
    assertThat(StatutoryTime.of("")).isEmpty();
  }
}
