package cz.okenko.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.OfficeHours.Hours;
import cz.okenko.knowledge.Language;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HoursInWordsTest {
  private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

  private final HoursInWords words = new HoursInWords(Texts.load());
  private final OfficeHours hours = usualHours();
  private final OfficeCalendar calendar = new OfficeCalendar(hours, List.of(), PRAGUE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T10:00 | CS | úřad má dnes otevřeno do 17.00",
        "2026-11-23T10:00 | EN | the office is open today until 17:00",
        "2026-11-23T10:00 | UK | установа сьогодні відчинена до 17:00",
        "2026-11-23T10:00 | DE | das Amt ist heute bis 17.00 Uhr geöffnet",
        "2026-11-23T05:00 | CS | otevíráme dnes v 8.00",
        "2026-11-26T12:30 | CS | otevíráme dnes ve 13.00",
        "2026-11-23T18:00 | CS | otevíráme zítra v 8.00",
        "2026-11-23T18:00 | EN | we open tomorrow at 8:00",
        "2026-11-23T18:00 | UK | відчиняємося завтра о 8:00",
        "2026-11-23T18:00 | DE | wir öffnen morgen um 8.00 Uhr",
        "2026-12-31T17:30 | CS | otevíráme v pondělí 4. ledna v 8.00",
        "2026-12-31T17:30 | EN | we open on Monday, 4 January, at 8:00",
        "2026-12-31T17:30 | UK | відчиняємося в понеділок 4 січня о 8:00",
        "2026-12-31T17:30 | DE | wir öffnen am Montag, 4. Januar, um 8.00 Uhr",
        "2026-11-16T18:00 | CS | otevíráme ve středu 18. listopadu v 8.00"
      })
  void opening_is_said_the_way_people_say_it(
      LocalDateTime local, Language language, String sentence) {
    Opening opening = calendar.at(local.atZone(PRAGUE).toInstant());

    assertThat(words.opening(opening, local.toLocalDate(), language)).isEqualTo(sentence);
  }

  @Test
  void an_office_without_hours_is_just_closed() {
    LocalDateTime now = LocalDateTime.of(2026, 11, 23, 10, 0);

    assertThat(words.opening(new Opening.Closed(), now.toLocalDate(), Language.CS))
        .isEqualTo("úřad má nyní zavřeno");
  }

  @Test
  void days_with_the_same_hours_stand_together() {
    assertThat(words.week(hours, Language.CS))
        .isEqualTo(
            "pondělí a středa 8.00–17.00, úterý 8.00–14.00, "
                + "čtvrtek 8.00–12.00 a 13.00–17.00, pátek 8.00–12.00");
  }

  @Test
  void a_run_of_days_is_said_from_to() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)) {
      week.put(day, List.of(Hours.of("07:30-15:00")));
    }

    assertThat(words.week(new OfficeHours(week), Language.CS))
        .isEqualTo("pondělí až středa 7.30–15.00");
    assertThat(words.week(new OfficeHours(week), Language.EN))
        .isEqualTo("Monday to Wednesday 7:30–15:00");
  }

  private static OfficeHours usualHours() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    week.put(DayOfWeek.MONDAY, List.of(Hours.of("08:00-17:00")));
    week.put(DayOfWeek.TUESDAY, List.of(Hours.of("08:00-14:00")));
    week.put(DayOfWeek.WEDNESDAY, List.of(Hours.of("08:00-17:00")));
    week.put(DayOfWeek.THURSDAY, List.of(Hours.of("13:00-17:00"), Hours.of("08:00-12:00")));
    week.put(DayOfWeek.FRIDAY, List.of(Hours.of("08:00-12:00")));
    return new OfficeHours(week);
  }
}
