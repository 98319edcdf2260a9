package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What somebody may do in the console. [#of] is the one table of what each role may do; which right a
/// route asks for stands in `/openapi.json`.
public enum Right {
  /// One's own session, password and second factor.
  OWN_ACCOUNT,
  /// Queues, transcripts and files.
  SEE_CONVERSATIONS,
  /// Notes for colleagues.
  WRITE_NOTES,
  /// Taking conversations over, and all that follows.
  ANSWER_CITIZENS,
  KEEP_ARTICLES,
  /// Who saw and did what.
  READ_AUDIT,
  /// What the office tells about its people, and when they are away. It lets nobody in.
  KEEP_DIRECTORY,
  /// Who is blocked and until when: seeing all of it, blocking for longer than a week, ending it.
  KEEP_BLOCKS,
  /// A copy of all that is known of a citizen, and its erasure.
  PROTECT_DATA,
  /// Who may sign in, and as what.
  MANAGE_PEOPLE,
  /// Other programs that read here or are told what happens.
  MANAGE_INTEGRATIONS;

  private static final Set<Right> FOR_INTEGRATIONS =
      Set.of(SEE_CONVERSATIONS, WRITE_NOTES, READ_AUDIT);

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The word in addresses, rows and on the wire.
  public String code() {
    return code;
  }

  public static Optional<Right> of(String code) {
    for (Right right : values()) {
      if (right.code.equals(code)) {
        return Optional.of(right);
      }
    }
    return Optional.empty();
  }

  /// What a role may do.
  public static Set<Right> of(Role role) {
    return switch (role) {
      case CLERK -> EnumSet.of(OWN_ACCOUNT, SEE_CONVERSATIONS, WRITE_NOTES, ANSWER_CITIZENS);
      case EDITOR -> with(Role.CLERK, KEEP_ARTICLES);
      case SUPERVISOR -> with(Role.EDITOR, READ_AUDIT, KEEP_DIRECTORY, KEEP_BLOCKS, PROTECT_DATA);
      case ADMIN -> with(Role.SUPERVISOR, MANAGE_PEOPLE, MANAGE_INTEGRATIONS);
    };
  }

  /// Whether a program may be given it: none may answer citizens, nor hand out rights.
  boolean forIntegrations() {
    return FOR_INTEGRATIONS.contains(this);
  }

  private static Set<Right> with(Role lesser, Right... more) {
    Set<Right> rights = EnumSet.copyOf(of(lesser));
    rights.addAll(Set.of(more));
    return rights;
  }
}
