package cz.okenko.gateway.directory;

import java.time.LocalDateTime;

/// A time in which a person is not at the office, in local time, the end not included.
public record Absence(LocalDateTime from, LocalDateTime until) {
  public Absence {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("must end later than it begins");
    }
  }

  public boolean covers(LocalDateTime moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
