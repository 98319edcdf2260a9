package cz.okenko.gateway.directory;

import cz.okenko.gateway.Texts;
import cz.okenko.knowledge.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Says opening hours the way people do: “úřad má dnes otevřeno do 17.00”, “otevíráme v pondělí
/// 4. ledna v 8.00”, “pondělí a středa 8.00–17.00”.
public final class HoursInWords {
  private static final int DAYS_IN_A_RUN = 3;

  private final Texts texts;

  public HoursInWords(Texts texts) {
    this.texts = texts;
  }

  /// A sentence without full stop about now and what comes next. `today` is the office's day.
  public String opening(Opening opening, LocalDate today, Language language) {
    return switch (opening) {
      case Opening.Open open ->
          texts.text(language, "calendar.open", time(open.until().toLocalTime(), language));
      case Opening.OpensAt opens -> opensAt(opens.at(), today, language);
      case Opening.Closed closed -> texts.text(language, "calendar.closed");
    };
  }

  /// The whole week in one line; days with the same hours stand together.
  public String week(OfficeHours hours, Language language) {
    Map<List<OfficeHours.Hours>, List<DayOfWeek>> daysByHours = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!hours.on(day).isEmpty()) {
        daysByHours.computeIfAbsent(hours.on(day), same -> new ArrayList<>()).add(day);
      }
    }
    return daysByHours.entrySet().stream()
        .map(entry -> days(entry.getValue(), language) + " " + spans(entry.getKey(), language))
        .collect(Collectors.joining(", "));
  }

  private String opensAt(ZonedDateTime at, LocalDate today, Language language) {
    LocalDate day = at.toLocalDate();
    String atTime = at(at.toLocalTime(), language);
    if (day.equals(today)) {
      return texts.text(language, "calendar.opens-today", atTime);
    }
    if (day.equals(today.plusDays(1))) {
      return texts.text(language, "calendar.opens-tomorrow", atTime);
    }
    String weekday = texts.text(language, "calendar.on." + key(day.getDayOfWeek()));
    String month = texts.text(language, "calendar.month." + day.getMonthValue());
    String date =
        texts.text(language, "calendar.date", String.valueOf(day.getDayOfMonth()), month);
    return texts.text(language, "calendar.opens-on", weekday, date, atTime);
  }

  /// “v 8.00” but “ve 14.00”: some hours take the other form of the preposition.
  private String at(LocalTime time, Language language) {
    List<String> otherHours =
        Arrays.asList(texts.text(language, "calendar.at-other-hours").split(" ", -1));
    boolean other = otherHours.contains(String.valueOf(time.getHour()));
    return texts.text(
        language, other ? "calendar.at-other" : "calendar.at", time(time, language));
  }

  private String time(LocalTime time, Language language) {
    return texts.text(
        language,
        "calendar.time",
        String.valueOf(time.getHour()),
        String.format(Locale.ROOT, "%02d", time.getMinute()));
  }

  private String spans(List<OfficeHours.Hours> hours, Language language) {
    return hours.stream()
        .map(span -> time(span.from(), language) + "–" + time(span.to(), language))
        .collect(Collectors.joining(" " + texts.text(language, "calendar.and") + " "));
  }

  private String days(List<DayOfWeek> days, Language language) {
    String first = day(days.getFirst(), language);
    String last = day(days.getLast(), language);
    if (days.size() == 1) {
      return first;
    }
    int distance = days.getLast().getValue() - days.getFirst().getValue();
    if (days.size() >= DAYS_IN_A_RUN && distance == days.size() - 1) {
      return texts.text(language, "calendar.days-from-to", first, last);
    }
    String others =
        days.subList(0, days.size() - 1).stream()
            .map(day -> day(day, language))
            .collect(Collectors.joining(", "));
    return others + " " + texts.text(language, "calendar.and") + " " + last;
  }

  private String day(DayOfWeek day, Language language) {
    return texts.text(language, "calendar.day." + key(day));
  }

  private static String key(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
