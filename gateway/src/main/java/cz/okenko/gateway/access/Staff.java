package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Official;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Brings the clerks in line with the settings at start: officials nobody knows yet become clerks, and
/// there is an admin. Who is known already is left as the console made them.
final class Staff {
  /// The sign-in name of the first admin.
  static final String ADMIN = "admin";

  private static final String ADMIN_NAME = "Správce";

  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Passwords passwords;

  Staff(Store store, Ids ids, InstantSource clock, Passwords passwords) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.passwords = passwords;
  }

  AdminAccount follow(Office office, FirstPassword adminPassword) {
    office.officials().forEach(official -> plant(office, official));
    return switch (adminPassword) {
      case FirstPassword.Given given -> adminWith(given.secret());
      case FirstPassword.Unset unset -> admin();
    };
  }

  /// The file's password is for the first time only, as all it says of a person.
  private void plant(Office office, Official official) {
    if (withPassword(official.signIn()).isEmpty()) {
      String hash =
          switch (official.password()) {
            case FirstPassword.Given given -> passwords.hash(given.secret());
            case FirstPassword.Unset unset -> "";
          };
      store.write(handle -> planted(handle, office, official, hash));
    }
  }

  private ClerkId planted(Handle handle, Office office, Official official, String hash) {
    List<String> agendas = office.agendasOf(official.signIn()).stream().map(Agenda::id).toList();
    var wanted =
        new Clerks.Wanted(official.signIn(), official.name(), official.role(), agendas);
    ClerkId id = insert(handle, wanted, ClerkRows.Origin.SETTINGS);
    ClerkRows.setPassword(handle, id, hash);
    return id;
  }

  private AdminAccount adminWith(String secret) {
    Optional<ClerkRows.WithPassword> known = withPassword(ADMIN);
    if (known.isEmpty() || !passwords.match(secret, known.get().hash())) {
      setPassword(adminId(), secret);
    }
    return new AdminAccount.Known();
  }

  private AdminAccount admin() {
    if (withPassword(ADMIN).filter(known -> !known.hash().isEmpty()).isPresent()) {
      return new AdminAccount.Known();
    }
    String password = new Secrets().password();
    setPassword(adminId(), password);
    return new AdminAccount.Made(ADMIN, password);
  }

  private ClerkId adminId() {
    return store.write(
        handle ->
            ClerkRows.bySignIn(handle, ADMIN)
                .map(known -> known.clerk().id())
                .orElseGet(() -> insertAdmin(handle)));
  }

  private ClerkId insertAdmin(Handle handle) {
    Clerks.Wanted admin = new Clerks.Wanted(ADMIN, ADMIN_NAME, Role.ADMIN, List.of());
    return insert(handle, admin, ClerkRows.Origin.CONSOLE);
  }

  private ClerkId insert(Handle handle, Clerks.Wanted wanted, ClerkRows.Origin origin) {
    Clerk clerk = wanted.as(new ClerkId(ids.next()));
    ClerkRows.insert(handle, clerk, origin, clock.instant());
    return clerk.id();
  }

  private Optional<ClerkRows.WithPassword> withPassword(String signIn) {
    return store.read(handle -> ClerkRows.bySignIn(handle, signIn));
  }

  private void setPassword(ClerkId id, String password) {
    String hash = passwords.hash(password);
    store.write(
        handle -> {
          ClerkRows.setPassword(handle, id, hash);
          Sessions.endAll(handle, id);
          return id;
        });
  }
}
