package cz.okenko.gateway.directory;

import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Whether the office is open right now, and how one says it. Safe for any thread.
public final class OfficeDoor {
  private final OfficeCalendar calendar;
  private final HoursInWords words;
  private final InstantSource clock;
  private final ConcurrentMap<Language, String> weeks = new ConcurrentHashMap<>();
  private volatile Minute minute =
      new Minute(Long.MIN_VALUE, new Opening.Closed(), LocalDate.EPOCH, new ConcurrentHashMap<>());

  public OfficeDoor(OfficeCalendar calendar, HoursInWords words, InstantSource clock) {
    this.calendar = calendar;
    this.words = words;
    this.clock = clock;
  }

  public boolean open() {
    return now().opening instanceof Opening.Open;
  }

  /// For example “úřad má dnes otevřeno do 17.00”, without a full stop.
  public String sentence(Language language) {
    Minute now = now();
    return now.sentences.computeIfAbsent(
        language, said -> words.opening(now.opening, now.day, said));
  }

  /// The whole week in one line.
  public String week(Language language) {
    return weeks.computeIfAbsent(language, said -> words.week(calendar.hours(), said));
  }

  /// Doors open and close on full minutes, so what was worked out holds until the next one.
  private Minute now() {
    Instant now = clock.instant();
    long number = Math.floorDiv(now.getEpochSecond(), 60L);
    Minute last = minute;
    if (last.number != number) {
      last =
          new Minute(number, calendar.at(now), calendar.dayOf(now), new ConcurrentHashMap<>());
      minute = last;
    }
    return last;
  }

  private record Minute(
      long number, Opening opening, LocalDate day, ConcurrentMap<Language, String> sentences) {}
}
