package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;

/// Who may use the console of an office, and who is using it. Everything of this package is built
/// here; start with [#follow].
public final class Access {
  private final Clerks clerks;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Staff staff;

  public Access(Store store, Ids ids, InstantSource clock) {
    this(store, ids, clock, new Passwords());
  }

  Access(Store store, Ids ids, InstantSource clock, Passwords passwords) {
    this.clerks = new Clerks(store, ids, clock, passwords);
    this.sessions = new Sessions(store, clock);
    this.signIn = new SignIn(store, clock, passwords, sessions, new SignInFailures(ids));
    this.staff = new Staff(store, ids, clock, passwords);
  }

  /// Brings the clerks in line with the office's officials and makes sure there is an admin, with
  /// the given password when there is one.
  public AdminAccount follow(Office office, FirstPassword adminPassword) {
    return staff.follow(office, adminPassword);
  }

  public Clerks clerks() {
    return clerks;
  }

  public Sessions sessions() {
    return sessions;
  }

  SignIn signIn() {
    return signIn;
  }
}
