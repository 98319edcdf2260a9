package cz.okenko.gateway.access;

import cz.okenko.gateway.access.SecondFactors.Given;
import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The door of the console. Answers the same, and after the same time, whether the name is unknown,
/// the password wrong, or the clerk no longer active.
final class SignIn {
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Parts parts;
  private final InstantSource clock;

  /// What the door is made of.
  record Parts(
      Store store,
      Passwords passwords,
      Sessions sessions,
      SignInFailures failures,
      SecondFactors secondFactors,
      Audit audit) {}

  SignIn(Parts parts, InstantSource clock) {
    this.parts = parts;
    this.clock = clock;
  }

  /// What somebody says at the door.
  ///
  /// @param code of the second factor; empty when none was asked for yet
  record Words(String name, String password, String code) {
    @Override
    public String toString() {
      return "Words[hidden]";
    }
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

    /// The password is right, and a code has to follow.
    record CodeMissing() implements Result {}

    /// The password is right, the code is not, or was used before.
    record CodeWrong() implements Result {}

    /// Too many failures, or too many people at the door.
    record Wait(Duration length) implements Result {}
  }

  /// `address` is where the request comes from.
  Result attempt(Words words, String address) {
    if (parts.passwords.busy()) {
      return new Result.Wait(BUSY);
    }
    String signIn = words.name.strip().toLowerCase(Locale.ROOT);
    Duration wait = begin(signIn, address);
    if (!wait.isZero()) {
      return new Result.Wait(wait);
    }
    Optional<ClerkRows.WithPassword> known =
        parts.store.read(handle -> ClerkRows.bySignIn(handle, signIn));
    String hash = known.map(ClerkRows.WithPassword::hash).orElse("");
    Subject whose = known.map(k -> Subject.clerk(k.clerk().id())).orElse(Subject.NONE);
    boolean right = parts.passwords.match(words.password, hash);
    return parts.store.write(
        handle -> {
          Result result = right ? open(handle, signIn, hash, words.code) : new Result.Refused();
          record(handle, result, whose, address);
          return result;
        });
  }

  /// Whether the password is that of the clerk who is signed in already; zero when it is, else how
  /// long to wait before the next try, at least a moment.
  Confirmation confirm(Clerk clerk, String password, String address) {
    Duration wait = begin(clerk.signIn(), address);
    if (!wait.isZero()) {
      return new Confirmation.Wait(wait);
    }
    String hash =
        parts
            .store
            .read(handle -> ClerkRows.bySignIn(handle, clerk.signIn()))
            .map(ClerkRows.WithPassword::hash)
            .orElse("");
    if (!parts.passwords.match(password, hash)) {
      return new Confirmation.Wrong();
    }
    parts.store.write(
        handle -> {
          parts.failures.forget(handle, clerk.signIn());
          return clerk;
        });
    return new Confirmation.Right();
  }

  sealed interface Confirmation {
    record Right() implements Confirmation {}

    record Wrong() implements Confirmation {}

    record Wait(Duration length) implements Confirmation {}
  }

  private Duration begin(String signIn, String address) {
    return parts.store.write(
        handle -> parts.failures.begin(handle, signIn, address, clock.instant()));
  }

  /// Looks once more, now that nobody else writes: the password may just have been changed.
  private Result open(Handle handle, String signIn, String hash, String code) {
    return ClerkRows.bySignIn(handle, signIn)
        .filter(known -> known.hash().equals(hash) && known.clerk().active())
        .map(known -> open(handle, known.clerk(), code))
        .orElseGet(Result.Refused::new);
  }

  private Result open(Handle handle, Clerk clerk, String code) {
    if (SecondFactors.on(handle, clerk.id())) {
      if (code.isEmpty()) {
        return new Result.CodeMissing();
      }
      Given given = parts.secondFactors.take(handle, clerk.id(), code);
      if (given == Given.WRONG) {
        return new Result.CodeWrong();
      }
      if (given == Given.RECOVERY) {
        parts.audit.write(handle, clerk, Deed.USED_RECOVERY_CODE, Subject.clerk(clerk.id()));
      }
    }
    parts.failures.forget(handle, clerk.signIn());
    return new Result.SignedIn(parts.sessions.open(handle, clerk.id(), false), clerk);
  }

  private void record(Handle handle, Result result, Subject whose, String address) {
    switch (result) {
      case Result.SignedIn(String _, Clerk clerk) ->
          parts.audit.atTheDoor(
              handle, Actor.of(clerk), Deed.SIGNED_IN, Subject.clerk(clerk.id()), address);
      case Result.Refused _, Result.CodeWrong _ ->
          parts.audit.atTheDoor(
              handle, Actor.NOBODY, Deed.SIGN_IN_REFUSED, whose, address);
      case Result.CodeMissing _, Result.Wait _ -> {}
    }
  }
}
