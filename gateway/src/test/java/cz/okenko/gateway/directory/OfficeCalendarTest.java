package cz.okenko.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.directory.OfficeHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OfficeCalendarTest {
  private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
  private static final Duration STEP = Duration.ofMinutes(30);

  private static final OfficeHours HOURS =
      hours(
          Map.of(
              DayOfWeek.MONDAY, List.of("08:00-12:00", "13:00-17:00"),
              DayOfWeek.WEDNESDAY, List.of("08:00-17:00"),
              DayOfWeek.FRIDAY, List.of("08:00-12:00")));
  private static final Closure OVER_NEW_YEAR =
      new Closure(
          LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 5), "revize topení");

  private final OfficeCalendar calendar =
      new OfficeCalendar(HOURS, List.of(OVER_NEW_YEAR), PRAGUE);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:59:59, false",
    "2026-11-23T08:00:00, true",
    "2026-11-23T11:59:59, true",
    "2026-11-23T12:00:00, false",
    "2026-11-23T13:00:00, true",
    "2026-11-23T17:00:00, false",
    "2026-11-24T10:00:00, false",
    "2026-09-28T10:00:00, false",
    "2027-03-26T10:00:00, false",
    "2027-03-29T10:00:00, false",
    "2026-12-30T10:00:00, false",
    "2027-01-04T10:00:00, false",
    "2027-01-06T10:00:00, true"
  })
  void the_office_is_open_in_its_hours_but_for_holidays_and_closures(
      LocalDateTime local, boolean open) {
    assertThat(calendar.isOpen(at(local))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T06:00, 2026-11-23T08:00",
    "2026-11-23T08:00, 2026-11-23T13:00",
    "2026-11-23T12:30, 2026-11-23T13:00",
    "2026-11-23T18:00, 2026-11-25T08:00",
    "2026-12-23T18:00, 2027-01-06T08:00",
    "2027-03-25T09:00, 2027-03-31T08:00"
  })
  void the_next_opening_skips_closed_days(LocalDateTime local, LocalDateTime opening) {
    assertThat(calendar.nextOpening(at(local)))
        .contains(opening.atZone(PRAGUE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00, PT2H, 2026-11-23T11:00",
    "2026-11-23T06:00, PT2H, 2026-11-23T10:00",
    "2026-11-23T11:00, PT2H, 2026-11-23T14:00",
    "2026-11-23T18:00, PT30M, 2026-11-25T08:30",
    "2026-12-23T18:00, PT1H, 2027-01-06T09:00"
  })
  void a_time_is_counted_while_the_office_is_open(
      LocalDateTime local, Duration time, LocalDateTime over) {
    assertThat(calendar.openFor(at(local), time)).contains(at(over));
  }

  @Test
  void an_office_that_never_opens_says_so() {
    OfficeCalendar never = new OfficeCalendar(OfficeHours.NONE, List.of(), PRAGUE);
    Instant now = at(LocalDateTime.of(2026, 11, 23, 10, 0));

    assertThat(never.at(now)).isEqualTo(new Opening.Closed());
    assertThat(never.nextOpening(now)).isEmpty();
    assertThat(never.openFor(now, Duration.ofHours(1))).isEmpty();
    assertThat(never.nextOfficeDay(LocalDate.of(2026, 11, 23))).isEmpty();
  }

  @Test
  void over_ten_years_open_and_next_opening_agree_with_the_hours_on_the_door() {
    LocalDateTime end = LocalDateTime.of(2036, 1, 1, 0, 0);
    Optional<LocalDateTime> next = Optional.empty();
    boolean openLater = false;
    for (LocalDateTime local = end;
        local.isAfter(LocalDateTime.of(2026, 1, 1, 0, 0));
        local = local.minus(STEP)) {
      boolean open = onTheDoor(local);
      assertThat(calendar.isOpen(at(local))).as("open at %s", local).isEqualTo(open);
      if (!open && openLater) {
        next = Optional.of(local.plus(STEP));
      }
      if (next.isPresent() && !open) {
        assertThat(calendar.nextOpening(at(local)))
            .as("next opening after %s", local)
            .contains(next.get().atZone(PRAGUE));
      }
      openLater = open;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28T00:30:00Z, false",
    "2027-03-28T00:59:59Z, false",
    "2027-03-28T01:00:00Z, true",
    "2027-03-28T01:59:59Z, true",
    "2027-03-28T02:00:00Z, false"
  })
  void where_the_clocks_go_forward_the_hours_follow_the_local_time(Instant moment, boolean open) {
    assertThat(atNight("03:00-04:00").isOpen(moment)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-10-30T23:59:59Z, false",
    "2027-10-31T00:00:00Z, true",
    "2027-10-31T01:30:00Z, true",
    "2027-10-31T02:00:00Z, false"
  })
  void where_the_clocks_go_back_the_hour_that_comes_twice_is_open_twice(
      Instant moment, boolean open) {
    assertThat(atNight("02:00-03:00").isOpen(moment)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16, 1, 2026-11-18",
    "2026-11-20, 1, 2026-11-23",
    "2026-12-23, 1, 2026-12-28",
    "2026-12-23, 5, 2027-01-04",
    "2027-03-25, 1, 2027-03-30",
    "2026-07-03, 1, 2026-07-07",
    "2026-11-21, 30, 2027-01-06"
  })
  void working_days_skip_weekends_and_holidays_but_no_closure(
      LocalDate day, int n, LocalDate expected) {
    assertThat(calendar.workingDayAfter(day, n)).isEqualTo(expected);
  }

  @Test
  void there_is_no_zeroth_working_day() {
    LocalDate day = LocalDate.of(2026, 11, 21);

    assertThatThrownBy(() -> calendar.workingDayAfter(day, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23, 2026-11-25", "2026-12-23, 2027-01-06", "2027-03-24, 2027-03-31"})
  void the_next_office_day_is_one_on_which_citizens_are_received(
      LocalDate day, LocalDate expected) {
    assertThat(calendar.nextOfficeDay(day)).contains(expected);
  }

  /// The same rules in plain words, to compare with.
  private static boolean onTheDoor(LocalDateTime local) {
    LocalDate day = local.toLocalDate();
    if (CzechHolidays.isHoliday(day)
        || (day.isAfter(LocalDate.of(2026, 12, 27)) && day.isBefore(LocalDate.of(2027, 1, 6)))) {
      return false;
    }
    int hour = local.getHour();
    return switch (day.getDayOfWeek()) {
      case MONDAY -> hour >= 8 && hour < 17 && hour != 12;
      case WEDNESDAY -> hour >= 8 && hour < 17;
      case FRIDAY -> hour >= 8 && hour < 12;
      case TUESDAY, THURSDAY, SATURDAY, SUNDAY -> false;
    };
  }

  private static OfficeCalendar atNight(String span) {
    OfficeHours sunday = hours(Map.of(DayOfWeek.SUNDAY, List.of(span)));
    return new OfficeCalendar(sunday, List.of(), PRAGUE);
  }

  private static OfficeHours hours(Map<DayOfWeek, List<String>> week) {
    Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, spans) -> hours.put(day, spans.stream().map(Hours::of).toList()));
    return new OfficeHours(hours);
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(PRAGUE).toInstant();
  }

  @Test
  void hours_that_overlap_or_end_before_they_begin_are_refused() {
    assertThatThrownBy(
            () -> hours(Map.of(DayOfWeek.MONDAY, List.of("08:00-12:00", "11:00-13:00"))))
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.of(8, 0)))
        .hasMessageContaining("later");
  }
}
