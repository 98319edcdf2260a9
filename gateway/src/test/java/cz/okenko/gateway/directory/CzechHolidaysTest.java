package cz.okenko.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CzechHolidaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
        "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
        "2036-04-13", "2038-04-25"
      })
  void good_friday_and_easter_monday_move_with_easter(LocalDate easter) {
    assertThat(CzechHolidays.easterSunday(easter.getYear())).isEqualTo(easter);
    assertThat(CzechHolidays.isHoliday(easter.minusDays(2))).isTrue();
    assertThat(CzechHolidays.isHoliday(easter.plusDays(1))).isTrue();
    assertThat(CzechHolidays.isHoliday(easter.minusDays(1))).isFalse();
    assertThat(CzechHolidays.isHoliday(easter)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "01-01", "05-01", "05-08", "07-05", "07-06", "09-28", "10-28", "11-17", "12-24", "12-25",
    "12-26"
  })
  void eleven_days_are_the_same_every_year(String day) {
    for (int year = 2026; year <= 2036; year++) {
      assertThat(CzechHolidays.isHoliday(LocalDate.parse(year + "-" + day))).isTrue();
    }
  }

  @Test
  void every_year_has_thirteen_holidays_unless_easter_falls_on_the_first_or_eighth_of_may() {
    for (int year = 2026; year <= 2036; year++) {
      LocalDate first = LocalDate.of(year, 1, 1);
      Stream<LocalDate> days = first.datesUntil(first.plusYears(1));

      assertThat(days.filter(CzechHolidays::isHoliday)).hasSize(13);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, true",
    "2027-01-01, false",
    "2027-01-02, false",
    "2027-01-04, true",
    "2028-07-05, false",
    "2026-11-17, false",
    "2026-11-18, true"
  })
  void a_working_day_is_monday_to_friday_without_holidays(LocalDate day, boolean working) {
    assertThat(CzechHolidays.isWorkingDay(day)).isEqualTo(working);
  }
}
