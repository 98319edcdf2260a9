package cz.okenko.gateway.roster;

import cz.okenko.gateway.directory.Absence;
import cz.okenko.gateway.directory.OfficeHours;
import cz.okenko.gateway.directory.OfficeHours.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hours and absences as people write them into a cell: `po 8:00-12:00, 13:00-17:00; st 8:00-17:00`, and
/// `2026-12-21/2026-12-23` (whole days, the last included) or `2026-12-21T13:00/2026-12-21T15:00`, several
/// divided by spaces. What cannot be read is an [IllegalArgumentException] that says why.
final class Spans {
  private static final List<String> DAYS = List.of("po", "út", "st", "čt", "pá", "so", "ne");
  private static final List<String> PLAIN_DAYS = List.of("po", "ut", "st", "ct", "pa", "so", "ne");
  private static final Pattern DAY = Pattern.compile("(\\p{L}{2})\\s+(.+)");
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,2})[:.](\\d{2})\\s*[-–]\\s*(\\d{1,2})[:.](\\d{2})");
  static final int MOST_ABSENCES = 20;

  private Spans() {}

  static OfficeHours hours(String cell) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (String part : cell.split(";", -1)) {
      if (!part.isBlank()) {
        Matcher day = DAY.matcher(part.strip());
        if (!day.matches()) {
          throw new IllegalArgumentException("is not of the form \"po 8:00-17:00; st 8:00-12:00\"");
        }
        if (week.put(day(day.group(1)), spans(day.group(2))) != null) {
          throw new IllegalArgumentException("names “" + day.group(1) + "” twice");
        }
      }
    }
    return new OfficeHours(week);
  }

  private static DayOfWeek day(String name) {
    int number = Math.max(DAYS.indexOf(name.toLowerCase(Locale.ROOT)), PLAIN_DAYS.indexOf(name.toLowerCase(Locale.ROOT)));
    if (number < 0) {
      throw new IllegalArgumentException("names no day: “" + name + "”");
    }
    return DayOfWeek.of(number + 1);
  }

  private static List<Hours> spans(String text) {
    List<Hours> spans = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher span = SPAN.matcher(part.strip());
      if (!span.matches()) {
        throw new IllegalArgumentException("has “" + part.strip() + "” instead of 8:00-12:00");
      }
      spans.add(new Hours(time(span.group(1), span.group(2)), time(span.group(3), span.group(4))));
    }
    return spans;
  }

  private static LocalTime time(String hour, String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = Integer.parseInt(minute);
    if (hours > 23 || minutes > 59) {
      throw new IllegalArgumentException("has no time of a day: " + hour + ":" + minute);
    }
    return LocalTime.of(hours, minutes);
  }

  /// As [#hours] reads it.
  static String write(OfficeHours hours) {
    var week = new StringJoiner("; ");
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!hours.on(day).isEmpty()) {
        String spans =
            hours.on(day).stream()
                .map(span -> span.from() + "-" + span.to())
                .collect(Collectors.joining(", "));
        week.add(DAYS.get(day.getValue() - 1) + " " + spans);
      }
    }
    return week.toString();
  }

  static List<Absence> absences(String cell) {
    List<Absence> absences = new ArrayList<>();
    for (String part : cell.strip().split("\\s+", -1)) {
      if (!part.isEmpty()) {
        absences.add(absence(part));
      }
    }
    if (absences.size() > MOST_ABSENCES) {
      throw new IllegalArgumentException("has more than " + MOST_ABSENCES + " absences");
    }
    return absences;
  }

  private static Absence absence(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("has “" + text + "” instead of 2026-12-21/2026-12-23");
    }
    return new Absence(moment(ends[0], 0), moment(ends[1], 1));
  }

  /// A bare day is its begin, or with `plus` 1 its end.
  private static LocalDateTime moment(String text, int plus) {
    try {
      return text.contains("T")
          ? LocalDateTime.parse(text)
          : LocalDate.parse(text).plusDays(plus).atStartOfDay();
    } catch (DateTimeException noMoment) {
      throw new IllegalArgumentException("has no such day or time: “" + text + "”");
    }
  }

  /// As [#absences] reads it.
  static String write(List<Absence> absences) {
    return absences.stream().map(Spans::write).collect(Collectors.joining(" "));
  }

  private static String write(Absence absence) {
    boolean days =
        absence.from().toLocalTime().equals(LocalTime.MIDNIGHT)
            && absence.until().toLocalTime().equals(LocalTime.MIDNIGHT);
    return days
        ? absence.from().toLocalDate() + "/" + absence.until().toLocalDate().minusDays(1)
        : absence.from() + "/" + absence.until();
  }
}
