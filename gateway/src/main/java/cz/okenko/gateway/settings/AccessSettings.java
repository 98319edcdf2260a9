package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// How strictly the console is kept.
///
/// @param secondFactor roles that may do nothing before they have a second factor
/// @param outside accounts of the office that clerks may sign in with
/// @param passwordKib the memory it takes to try a password, in KiB; no operator may choose less
public record AccessSettings(
    Duration auditKept, Set<Role> secondFactor, OutsideAccounts outside, int passwordKib) {
  private static final int USUAL_DAYS = 730;
  private static final int LEAST_DAYS = 30;
  private static final int MOST_DAYS = 3_650;

  /// Source: OWASP Password Storage Cheat Sheet (Argon2id with m = 19 MiB, t = 2, p = 1).
  private static final int PASSWORD_KIB = 19 * 1024;

  /// What holds when the file says nothing.
  public static final AccessSettings USUAL =
      new AccessSettings(
          Duration.ofDays(USUAL_DAYS), Set.of(), new OutsideAccounts.None(), PASSWORD_KIB);

  public AccessSettings {
    secondFactor = Set.copyOf(secondFactor);
  }

  static AccessSettings read(Section section, Path file) {
    return new AccessSettings(
        Duration.ofDays(section.number("audit-days", USUAL_DAYS, LEAST_DAYS, MOST_DAYS)),
        Set.copyOf(section.values("second-factor", Values::role)),
        OutsideAccounts.read(section, file),
        PASSWORD_KIB);
  }
}
