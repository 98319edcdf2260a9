package cz.okenko.gateway.directory;

import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;

/// Whether the office is open right now, and how one says it. Safe for any thread.
public final class OfficeDoor {
  private final OfficeCalendar calendar;
  private final HoursInWords words;
  private final InstantSource clock;

  public OfficeDoor(OfficeCalendar calendar, HoursInWords words, InstantSource clock) {
    this.calendar = calendar;
    this.words = words;
    this.clock = clock;
  }

  public boolean open() {
    return calendar.isOpen(clock.instant());
  }

  /// For example “úřad má dnes otevřeno do 17.00”, without a full stop.
  public String sentence(Language language) {
    Instant now = clock.instant();
    return words.opening(calendar.at(now), calendar.dayOf(now), language);
  }

  /// The whole week in one line.
  public String week(Language language) {
    return words.week(calendar.hours(), language);
  }
}
