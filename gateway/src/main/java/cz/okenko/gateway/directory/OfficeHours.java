package cz.okenko.gateway.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The usual opening hours of a week, in local time. A day without an entry is closed. The hours of
/// one day are in order and do not overlap.
public record OfficeHours(Map<DayOfWeek, List<Hours>> week) {
  /// Never open.
  public static final OfficeHours NONE = new OfficeHours(Map.of());

  public OfficeHours {
    Map<DayOfWeek, List<Hours>> sorted = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, hours) -> sorted.put(day, inOrder(hours)));
    week = Map.copyOf(sorted);
  }

  /// From one time of a day to a later one, the end not included.
  public record Hours(LocalTime from, LocalTime to) {
    public Hours {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("must end later than it begins");
      }
    }

    /// Reads `08:00-17:00`.
    public static Hours of(String text) {
      String[] parts = text.split("[-–]", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException("is not of the form \"08:00-17:00\"");
      }
      return new Hours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
    }
  }

  /// The hours of a day of the week, in order; none when it is closed.
  public List<Hours> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  private static List<Hours> inOrder(List<Hours> hours) {
    List<Hours> sorted = new ArrayList<>(hours);
    sorted.sort(Comparator.comparing(Hours::from));
    for (int later = 1; later < sorted.size(); later++) {
      if (sorted.get(later).from().isBefore(sorted.get(later - 1).to())) {
        throw new IllegalArgumentException("has hours that overlap");
      }
    }
    return List.copyOf(sorted);
  }
}
