package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The second factor of clerks: a code their telephone shows, or one of ten recovery codes, each good
/// once. Safe for any thread.
final class SecondFactors {
  private static final int RECOVERY_CODES = 10;

  private final Store store;
  private final InstantSource clock;
  private final Audit audit;
  private final Set<Role> required;
  private final Secrets secrets = new Secrets();

  /// @param required roles that may do nothing before they have one
  SecondFactors(Store store, InstantSource clock, Audit audit, Set<Role> required) {
    this.store = store;
    this.clock = clock;
    this.audit = audit;
    this.required = Set.copyOf(required);
  }

  /// What became of a code somebody gave.
  enum Given {
    RIGHT,
    RECOVERY,
    WRONG
  }

  boolean on(Clerk clerk) {
    return store.read(handle -> on(handle, clerk.id()));
  }

  /// Whether the clerk must set one up before anything else.
  boolean owed(Clerk clerk) {
    return required(clerk) && !on(clerk);
  }

  boolean required(Clerk clerk) {
    return required.contains(clerk.role());
  }

  /// A new secret, good once its first code was given to [#confirm]; till then the old one is.
  String begin(Clerk clerk) {
    String secret = secrets.shared();
    store.write(handle -> SecondFactorRows.pend(handle, clerk.id(), secret));
    return secret;
  }

  /// Switches it on when the code is right, and gives the recovery codes, which are kept nowhere;
  /// none when the code is wrong.
  List<String> confirm(Clerk clerk, String code) {
    return store.write(
        handle -> {
          String pending = SecondFactorRows.pending(handle, clerk.id());
          OptionalLong step = Totp.step(pending, code.replace(" ", ""), clock.instant());
          if (pending.isEmpty() || step.isEmpty()) {
            return List.of();
          }
          SecondFactorRows.confirm(handle, clerk.id(), step.getAsLong());
          audit.write(handle, clerk, Deed.ENROLLED_SECOND_FACTOR, Subject.clerk(clerk.id()));
          return newRecoveryCodes(handle, clerk.id());
        });
  }

  /// Switches it off, whoever does it.
  void reset(Clerk by, ClerkId whose) {
    store.write(
        handle -> {
          SecondFactorRows.delete(handle, whose);
          audit.write(handle, by, Deed.RESET_SECOND_FACTOR, Subject.clerk(whose));
          return whose;
        });
  }

  int recoveryCodesLeft(Clerk clerk) {
    return store.read(handle -> SecondFactorRows.recoveryCodes(handle, clerk.id()));
  }

  /// Inside a unit of writing: takes a code, which is good no more afterwards.
  Given take(Handle handle, ClerkId clerk, String given) {
    String code = given.replace(" ", "").toUpperCase(Locale.ROOT);
    OptionalLong step =
        Totp.step(SecondFactorRows.secret(handle, clerk), code, clock.instant());
    if (step.isPresent()) {
      boolean first = SecondFactorRows.take(handle, clerk, step.getAsLong());
      return first ? Given.RIGHT : Given.WRONG;
    }
    return SecondFactorRows.takeRecovery(handle, clerk, Secrets.digest(code))
        ? Given.RECOVERY
        : Given.WRONG;
  }

  static boolean on(Handle handle, ClerkId clerk) {
    return !SecondFactorRows.secret(handle, clerk).isEmpty();
  }

  private List<String> newRecoveryCodes(Handle handle, ClerkId clerk) {
    var codes = new ArrayList<String>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      codes.add(secrets.password());
    }
    SecondFactorRows.recoveryCodes(handle, clerk, codes.stream().map(Secrets::digest).toList());
    return List.copyOf(codes);
  }
}
