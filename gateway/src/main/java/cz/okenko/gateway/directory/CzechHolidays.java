package cz.okenko.gateway.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// Public holidays of the Czech Republic: eleven fixed days, Good Friday and Easter Monday.
/// Source: act no. 245/2000 Sb., §§ 1 and 2, as in force since 2016.
public final class CzechHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 5),
          MonthDay.of(7, 6),
          MonthDay.of(9, 28),
          MonthDay.of(10, 28),
          MonthDay.of(11, 17),
          MonthDay.of(12, 24),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private CzechHolidays() {}

  public static boolean isHoliday(LocalDate day) {
    LocalDate easter = easterSunday(day.getYear());
    return FIXED.contains(MonthDay.from(day))
        || day.equals(easter.minusDays(2))
        || day.equals(easter.plusDays(1));
  }

  /// Monday to Friday without holidays.
  public static boolean isWorkingDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !isHoliday(day);
  }

  /// Source: the computus of Gauss in the form of Butcher and Meeus, valid for every Gregorian year.
  static LocalDate easterSunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int leapCorrection = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    int fullMoon =
        leapCorrection
            - (leapCorrection / 28)
                * (1 - (29 / (leapCorrection + 1)) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + fullMoon + 2 - century + century / 4) % 7;
    int offset = fullMoon - weekday;
    int month = 3 + (offset + 40) / 44;
    return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
  }
}
