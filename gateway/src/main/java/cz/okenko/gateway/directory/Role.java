package cz.okenko.gateway.directory;

import java.util.Locale;
import java.util.Optional;

/// What a person is in the console: a clerk answers citizens, an editor also keeps the articles, a
/// supervisor sees who did what, an admin also keeps the people.
public enum Role {
  CLERK,
  EDITOR,
  SUPERVISOR,
  ADMIN;

  private final String code = name().toLowerCase(Locale.ROOT);

  /// The word used in settings, addresses and rows.
  public String code() {
    return code;
  }

  public static Optional<Role> of(String code) {
    for (Role role : values()) {
      if (role.code.equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
