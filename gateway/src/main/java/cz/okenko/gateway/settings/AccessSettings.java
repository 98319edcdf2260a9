package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// How strictly the console is kept.
///
/// @param secondFactor roles that may do nothing before they have a second factor
/// @param outside accounts of the office that clerks may sign in with
public record AccessSettings(
    Duration auditKept, Set<Role> secondFactor, OutsideAccounts outside) {
  private static final int USUAL_DAYS = 730;
  private static final int LEAST_DAYS = 30;
  private static final int MOST_DAYS = 3_650;

  /// What holds when the file says nothing.
  public static final AccessSettings USUAL =
      new AccessSettings(Duration.ofDays(USUAL_DAYS), Set.of(), new OutsideAccounts.None());

  public AccessSettings {
    secondFactor = Set.copyOf(secondFactor);
  }

  static AccessSettings read(Section section, Path file) {
    return new AccessSettings(
        Duration.ofDays(section.number("audit-days", USUAL_DAYS, LEAST_DAYS, MOST_DAYS)),
        Set.copyOf(section.values("second-factor", Values::role)),
        OutsideAccounts.read(section, file));
  }
}
