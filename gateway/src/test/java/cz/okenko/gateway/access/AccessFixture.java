package cz.okenko.gateway.access;

import cz.okenko.gateway.CheapPasswords;
import cz.okenko.gateway.Settings;
import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.settings.AccessSettings;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The access to an office with two officials, over a real database in a temporary folder.
final class AccessFixture implements AutoCloseable {
  static final String ADMIN_PASSWORD = "hodně tajné heslo";
  static final String JANAS_PASSWORD = "koťata na půdě";

  final SteppedClock clock = new SteppedClock();
  final Store store;
  final Access access;
  final Office office;

  private final Path folder;

  AccessFixture(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("jana.password"), JANAS_PASSWORD + "\n");
    this.store = Store.open(folder.resolve("okenko.db"));
    this.access = new Access(store, new Ids(clock), clock, CheapPasswords.in(AccessSettings.USUAL));
    this.office =
        office(
            """
            office:
              name: Lipnice
              agendas:
                - {id: doklady, name: Doklady, clerks: [jana.novotna, petr]}
                - {id: matrika, name: Matrika, clerks: [petr]}
              officials:
                - {sign-in: jana.novotna, name: Jana Novotná, password-file: jana.password}
                - {sign-in: petr, name: Petr Malý, role: editor}
            """);
  }

  /// With the admin's password known and the officials of the settings as clerks.
  static AccessFixture opened(Path folder) throws IOException {
    AccessFixture fixture = new AccessFixture(folder);
    fixture.access.follow(fixture.office, new FirstPassword.Given(ADMIN_PASSWORD));
    return fixture;
  }

  Office office(String settings) throws IOException {
    Path file = Files.writeString(folder.resolve("okenko.yaml"), settings);
    return Settings.load(Map.of("OKENKO_CONFIG", file.toString()), clock).office();
  }

  SignIn.Result signIn(String name, String password) {
    return signIn(name, password, "");
  }

  SignIn.Result signIn(String name, String password, String code) {
    return access.signIn().attempt(new SignIn.Words(name, password, code), "192.0.2.1");
  }

  /// As the admin would.
  void setPassword(ClerkId clerk, String password) {
    access.clerks().setPassword(access.clerks().all().getFirst(), clerk, password);
  }

  String token(String name, String password) {
    if (signIn(name, password) instanceof SignIn.Result.SignedIn in) {
      return in.token();
    }
    throw new AssertionError(name + " could not sign in");
  }

  @Override
  public void close() {
    store.close();
  }
}
