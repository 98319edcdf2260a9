package cz.okenko.gateway.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Another program of the office that reads here with a token. The last day it was used is known, not
/// the hour.
///
/// @param expires from when the token is good no more
public record Integration(
    long id, String name, Set<Right> rights, Instant created, Instant expires, Use use)
    implements Caller {

  /// What is known of its use.
  public record Use(LocalDate lastDay, boolean revoked) {
    static final LocalDate NEVER = LocalDate.EPOCH;

    /// Nothing when it was never used.
    public Optional<LocalDate> day() {
      return lastDay.equals(NEVER) ? Optional.empty() : Optional.of(lastDay);
    }
  }

  public Integration {
    rights = Set.copyOf(rights);
  }

  @Override
  public boolean may(Right right) {
    return rights.contains(right);
  }
}
