package cz.okenko.gateway.access;

import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// The door of the console. Answers the same, and after the same time, whether the name is unknown,
/// the password wrong, or the clerk no longer active.
final class SignIn {
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Store store;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInFailures failures;

  SignIn(
      Store store,
      InstantSource clock,
      Passwords passwords,
      Sessions sessions,
      SignInFailures failures) {
    this.store = store;
    this.clock = clock;
    this.passwords = passwords;
    this.sessions = sessions;
    this.failures = failures;
  }

  sealed interface Result {
    /// `token` goes into the cookie and nowhere else.
    record SignedIn(String token, Clerk clerk) implements Result {
      @Override
      public String toString() {
        return "SignedIn[" + clerk + "]";
      }
    }

    record Refused() implements Result {}

    /// Too many failures, or too many people at the door.
    record Wait(Duration length) implements Result {}
  }

  /// `address` is where the request comes from.
  Result attempt(String name, String password, String address) {
    if (passwords.busy()) {
      return new Result.Wait(BUSY);
    }
    String signIn = name.strip().toLowerCase(Locale.ROOT);
    Duration wait =
        store.write(handle -> failures.begin(handle, signIn, address, clock.instant()));
    if (!wait.isZero()) {
      return new Result.Wait(wait);
    }
    Optional<ClerkRows.WithPassword> known =
        store.read(handle -> ClerkRows.bySignIn(handle, signIn));
    String hash = known.map(ClerkRows.WithPassword::hash).orElse("");
    return passwords.match(password, hash) ? open(signIn, hash) : new Result.Refused();
  }

  /// Looks once more, now that nobody else writes: the password may just have been changed.
  private Result open(String signIn, String hash) {
    return store.write(
        handle ->
            ClerkRows.bySignIn(handle, signIn)
                .filter(known -> known.hash().equals(hash) && known.clerk().active())
                .<Result>map(
                    known -> {
                      failures.forget(handle, signIn);
                      String token = sessions.open(handle, known.clerk().id());
                      return new Result.SignedIn(token, known.clerk());
                    })
                .orElseGet(Result.Refused::new));
  }
}
