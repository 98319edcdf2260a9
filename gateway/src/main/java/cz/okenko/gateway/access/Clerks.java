package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The people who may use the console.
public final class Clerks {
  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Passwords passwords;

  Clerks(Store store, Ids ids, InstantSource clock, Passwords passwords) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.passwords = passwords;
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

  /// Adds somebody who cannot sign in until an admin sets a password. Who was here once and comes back
  /// is the same clerk.
  public ClerkId enrol(Handle handle, String signIn, String name) {
    return ClerkRows.bySignIn(handle, signIn)
        .map(known -> known.clerk().id())
        .map(id -> ClerkRows.activate(handle, id))
        .orElseGet(() -> added(handle, new Wanted(signIn, name, Role.CLERK, List.of())));
  }

  private ClerkId added(Handle handle, Wanted wanted) {
    Clerk clerk = wanted.as(new ClerkId(ids.next()));
    ClerkRows.insert(handle, clerk, ClerkRows.Origin.CONSOLE, clock.instant());
    return clerk.id();
  }

  Addition add(Wanted wanted, String password) {
    String hash = passwords.hash(password);
    return store.write(
        handle -> {
          if (ClerkRows.bySignIn(handle, wanted.signIn()).isPresent()) {
            return new Addition.Taken();
          }
          Clerk clerk = wanted.as(new ClerkId(ids.next()));
          ClerkRows.insert(handle, clerk, ClerkRows.Origin.CONSOLE, clock.instant());
          ClerkRows.setPassword(handle, clerk.id(), hash);
          return new Addition.Added(clerk);
        });
  }

  /// Sets a new password and ends every session of the clerk; false when there is no such clerk.
  boolean setPassword(ClerkId id, String password) {
    String hash = passwords.hash(password);
    return store.write(
        handle -> {
          if (ClerkRows.byId(handle, id).isEmpty()) {
            return false;
          }
          ClerkRows.setPassword(handle, id, hash);
          Sessions.endAll(handle, id);
          return true;
        });
  }
}
