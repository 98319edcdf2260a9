package cz.okenko.gateway.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The one calendar of an office: when it is open and which days count. Days are the office's local
/// days, moments are instants; on the days the clocks change an opening still begins and ends at the
/// local time it is announced for.
public final class OfficeCalendar {
  private static final int FARTHEST_DAYS = 366;

  private final OfficeHours hours;
  private final List<Closure> closures;
  private final ZoneId zone;

  public OfficeCalendar(OfficeHours hours, List<Closure> closures, ZoneId zone) {
    this.hours = hours;
    this.closures = List.copyOf(closures);
    this.zone = zone;
  }

  public OfficeHours hours() {
    return hours;
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  public boolean isOpen(Instant moment) {
    return at(moment) instanceof Opening.Open;
  }

  /// Open until when, or closed until when.
  public Opening at(Instant moment) {
    return spansFrom(dayOf(moment))
        .filter(span -> span.to().toInstant().isAfter(moment))
        .findFirst()
        .map(span -> span.opening(moment))
        .orElseGet(Opening.Closed::new);
  }

  /// The next moment the office opens, not counting an opening that has begun already; empty when
  /// there is none within a year.
  public Optional<ZonedDateTime> nextOpening(Instant moment) {
    return spansFrom(dayOf(moment))
        .map(Span::from)
        .filter(from -> from.toInstant().isAfter(moment))
        .findFirst();
  }

  /// The moment by which the office will have been open that long since `moment`; empty when it is not
  /// within a year.
  public Optional<Instant> openFor(Instant moment, Duration time) {
    Duration left = time;
    for (Span span : (Iterable<Span>) spansFrom(dayOf(moment))::iterator) {
      Duration open = span.after(moment);
      if (open.compareTo(left) >= 0) {
        return Optional.of(span.to().toInstant().minus(open).plus(left));
      }
      left = left.minus(open);
    }
    return Optional.empty();
  }

  /// Whether the office receives citizens on this day at all.
  public boolean isOfficeDay(LocalDate day) {
    return !hours.on(day.getDayOfWeek()).isEmpty() && !CzechHolidays.isHoliday(day) && !closed(day);
  }

  /// The first office day after this one; empty when there is none within a year.
  public Optional<LocalDate> nextOfficeDay(LocalDate day) {
    return daysAfter(day, this::isOfficeDay).findFirst();
  }

  /// The n-th working day after this one, which itself is not counted. Closures of the office move
  /// no legal deadline, so they count as working days.
  public LocalDate workingDayAfter(LocalDate day, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("working day number " + n + " after " + day);
    }
    LocalDate working = day;
    for (int counted = 0; counted < n; ) {
      working = working.plusDays(1);
      if (CzechHolidays.isWorkingDay(working)) {
        counted++;
      }
    }
    return working;
  }

  private Stream<Span> spansFrom(LocalDate first) {
    return Stream.concat(Stream.of(first), daysAfter(first, day -> true))
        .filter(this::isOfficeDay)
        .flatMap(day -> hours.on(day.getDayOfWeek()).stream().map(span -> Span.of(day, span, zone)))
        .filter(span -> span.from().isBefore(span.to()));
  }

  private static Stream<LocalDate> daysAfter(LocalDate day, Predicate<LocalDate> wanted) {
    return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
        .limit(FARTHEST_DAYS)
        .filter(wanted);
  }

  private boolean closed(LocalDate day) {
    return closures.stream().anyMatch(closure -> closure.covers(day));
  }

  /// One opening on one day. Where the clocks go back, it lasts until the announced time comes for
  /// the second time.
  private record Span(ZonedDateTime from, ZonedDateTime to) {
    static Span of(LocalDate day, OfficeHours.Hours hours, ZoneId zone) {
      return new Span(
          ZonedDateTime.of(day, hours.from(), zone).withEarlierOffsetAtOverlap(),
          ZonedDateTime.of(day, hours.to(), zone).withLaterOffsetAtOverlap());
    }

    /// How long it is open after a moment.
    Duration after(Instant moment) {
      Instant begin = from.toInstant().isAfter(moment) ? from.toInstant() : moment;
      Duration open = Duration.between(begin, to.toInstant());
      return open.isNegative() ? Duration.ZERO : open;
    }

    Opening opening(Instant moment) {
      return from.toInstant().isAfter(moment) ? new Opening.OpensAt(from) : new Opening.Open(to);
    }
  }
}
