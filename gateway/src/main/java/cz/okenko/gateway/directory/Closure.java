package cz.okenko.gateway.directory;

import java.time.LocalDate;

/// Whole days on which the office is closed besides holidays, both ends included.
public record Closure(LocalDate from, LocalDate to, String reason) {
  public Closure {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
