package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The people who may use the console.
public final class Clerks {
  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Audit audit;

  Clerks(Store store, Ids ids, InstantSource clock, Passwords passwords, Audit audit) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.passwords = passwords;
    this.audit = audit;
  }

  /// A clerk as an admin wants them.
  record Wanted(String signIn, String name, Role role, List<String> agendas) {
    Clerk as(ClerkId id) {
      return new Clerk(id, signIn, name, role, agendas, true);
    }
  }

  sealed interface Addition {
    record Added(Clerk clerk) implements Addition {}

    /// Somebody has the sign-in name already.
    record Taken() implements Addition {}
  }

  sealed interface Change {
    record Changed(Clerk clerk) implements Change {}

    record Unknown() implements Change {}

    /// Nobody would be left who could change it back.
    record LastAdmin() implements Change {}
  }

  /// In the order of their sign-in names.
  public List<Clerk> all() {
    return store.read(ClerkRows::all);
  }

  public Optional<Clerk> clerk(ClerkId id) {
    return store.read(handle -> ClerkRows.byId(handle, id));
  }

  /// Gives a clerk the name and the agendas the directory says.
  public void describe(Handle handle, ClerkId id, String name, List<String> agendas) {
    ClerkRows.describe(handle, id, name, agendas);
  }

  /// Adds somebody who cannot sign in until an admin sets a password.
  public ClerkId enrol(Handle handle, String signIn, String name) {
    return added(handle, new Wanted(signIn, name, Role.CLERK, List.of()));
  }

  private ClerkId added(Handle handle, Wanted wanted) {
    Clerk clerk = wanted.as(new ClerkId(ids.next()));
    ClerkRows.insert(handle, clerk, ClerkRows.Origin.CONSOLE, clock.instant());
    return clerk.id();
  }

  /// Sign-in names of those whose access was taken away.
  public Set<String> barred(Handle handle) {
    return ClerkRows.barred(handle);
  }

  Addition add(Clerk by, Wanted wanted, String password) {
    String hash = passwords.hash(password);
    return store.write(
        handle -> {
          if (ClerkRows.bySignIn(handle, wanted.signIn()).isPresent()) {
            return new Addition.Taken();
          }
          Clerk clerk = wanted.as(new ClerkId(ids.next()));
          ClerkRows.insert(handle, clerk, ClerkRows.Origin.CONSOLE, clock.instant());
          ClerkRows.setPassword(handle, clerk.id(), hash);
          audit.write(handle, by, Deed.ADDED_CLERK, Subject.clerk(clerk.id()));
          return new Addition.Added(clerk);
        });
  }

  /// Makes the clerk of this id what is given here, all but the sign-in name. Who may not sign in any
  /// more, or not as before, is signed out.
  Change change(Clerk by, Clerk wanted) {
    return store.write(
        handle -> {
          Optional<Clerk> known = ClerkRows.byId(handle, wanted.id());
          if (known.isEmpty()) {
            return new Change.Unknown();
          }
          Clerk before = known.get();
          if (isAdmin(before) && !isAdmin(wanted) && ClerkRows.activeAdmins(handle) == 1) {
            return new Change.LastAdmin();
          }
          ClerkRows.update(handle, wanted);
          if (before.role() != wanted.role() || !wanted.active()) {
            Sessions.endAll(handle, wanted.id());
          }
          record(handle, by, before, wanted);
          return new Change.Changed(wanted);
        });
  }

  /// Sets a new password and ends every session of the clerk; false when there is no such clerk.
  boolean setPassword(Clerk by, ClerkId id, String password) {
    String hash = passwords.hash(password);
    return store.write(
        handle -> {
          if (ClerkRows.byId(handle, id).isEmpty()) {
            return false;
          }
          ClerkRows.setPassword(handle, id, hash);
          Sessions.endAll(handle, id);
          boolean own = by.id().equals(id);
          Deed deed = own ? Deed.CHANGED_OWN_PASSWORD : Deed.SET_PASSWORD;
          audit.write(handle, by, deed, Subject.clerk(id));
          return true;
        });
  }

  private static boolean isAdmin(Clerk clerk) {
    return clerk.active() && clerk.role() == Role.ADMIN;
  }

  private void record(Handle handle, Clerk by, Clerk before, Clerk after) {
    Subject subject = Subject.clerk(after.id());
    if (before.active() != after.active()) {
      Deed deed = after.active() ? Deed.ACTIVATED_CLERK : Deed.DEACTIVATED_CLERK;
      audit.write(handle, by, deed, subject);
    }
    if (before.role() != after.role()) {
      audit.write(handle, by, Deed.CHANGED_ROLE, subject);
    }
    boolean sameAgendas = Set.copyOf(before.agendas()).equals(Set.copyOf(after.agendas()));
    if (!before.name().equals(after.name()) || !sameAgendas) {
      audit.write(handle, by, Deed.CHANGED_CLERK, subject);
    }
  }
}
