package cz.okenko.gateway.access;

import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Lets in whom the office's sign-in service vouches for. Who comes for the first time becomes a clerk;
/// an account here that has a password of its own is nobody else's, whatever the service calls them.
final class OutsideDoor {
  private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Sessions sessions;
  private final Audit audit;

  OutsideDoor(Store store, Ids ids, InstantSource clock, Sessions sessions, Audit audit) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.sessions = sessions;
    this.audit = audit;
  }

  sealed interface Result {
    record SignedIn(String token, ClerkId clerk) implements Result {
      @Override
      public String toString() {
        return "SignedIn[" + clerk + "]";
      }
    }

    /// The clerk may not sign in any more, or the name is taken by an account with a password.
    record Refused() implements Result {}
  }

  Result enter(OutsidePerson person, String address) {
    return store.write(
        handle -> {
          Optional<Clerk> clerk =
              known(handle, person).or(() -> linked(handle, person)).filter(Clerk::active);
          if (clerk.isEmpty()) {
            audit.atTheDoor(
                handle, Actor.NOBODY, Deed.SIGN_IN_REFUSED, Subject.NONE, address);
            return new Result.Refused();
          }
          Clerk now = followed(handle, clerk.get(), person);
          Subject subject = Subject.clerk(now.id());
          audit.atTheDoor(handle, Actor.of(now), Deed.SIGNED_IN, subject, address);
          return new Result.SignedIn(sessions.open(handle, now.id(), true), now.id());
        });
  }

  private static Optional<Clerk> known(Handle handle, OutsidePerson person) {
    return handle
        .createQuery(
            "select clerk from outside_account where issuer = :issuer and subject = :subject")
        .bind("issuer", person.issuer())
        .bind("subject", person.subject())
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> ClerkRows.byId(handle, new ClerkId(id)));
  }

  /// The account becomes that of the clerk of this name who has none yet, or of a new clerk.
  private Optional<Clerk> linked(Handle handle, OutsidePerson person) {
    if (!SIGN_IN.matcher(person.signIn()).matches()) {
      return Optional.empty();
    }
    Optional<ClerkRows.WithPassword> named = ClerkRows.bySignIn(handle, person.signIn());
    if (named.isPresent()) {
      Clerk clerk = named.get().clerk();
      boolean free = named.get().hash().isEmpty() && !hasAccount(handle, clerk.id());
      return free ? Optional.of(link(handle, clerk, person)) : Optional.empty();
    }
    var wanted =
        new Clerks.Wanted(person.signIn(), person.name(), person.role(), person.agendas());
    Clerk clerk = wanted.as(new ClerkId(ids.next()));
    ClerkRows.insert(handle, clerk, ClerkRows.Origin.CONSOLE, clock.instant());
    audit.write(handle, clerk, Deed.ADDED_CLERK, Subject.clerk(clerk.id()));
    return Optional.of(link(handle, clerk, person));
  }

  private static boolean hasAccount(Handle handle, ClerkId clerk) {
    return handle
            .createQuery("select count(*) from outside_account where clerk = :clerk")
            .bind("clerk", clerk.value())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static Clerk link(Handle handle, Clerk clerk, OutsidePerson person) {
    handle
        .createUpdate(
            """
            insert into outside_account (issuer, subject, clerk)
                 values (:issuer, :subject, :clerk)
            """)
        .bind("issuer", person.issuer())
        .bind("subject", person.subject())
        .bind("clerk", clerk.id().value())
        .execute();
    return clerk;
  }

  /// The service says at each sign-in what somebody is.
  private Clerk followed(Handle handle, Clerk before, OutsidePerson person) {
    var agendas = person.agendas().isEmpty() ? before.agendas() : person.agendas();
    Clerk now =
        new Clerk(before.id(), before.signIn(), person.name(), person.role(), agendas, true);
    if (!now.equals(before)) {
      ClerkRows.update(handle, now);
      if (now.role() != before.role()) {
        Sessions.endAll(handle, now.id());
        audit.write(handle, now, Deed.CHANGED_ROLE, Subject.clerk(now.id()));
      }
    }
    return now;
  }
}
