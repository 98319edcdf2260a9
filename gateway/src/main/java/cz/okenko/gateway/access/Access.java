package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.settings.AccessSettings;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;

/// Who may use the console of an office, who is using it, and what they did. Everything of this
/// package is built here; start with [#follow].
public final class Access {
  private final AccessSettings settings;
  private final Audit audit;
  private final Clerks clerks;
  private final Sessions sessions;
  private final SecondFactors secondFactors;
  private final Integrations integrations;
  private final SignIn signIn;
  private final OutsideDoor outsideDoor;
  private final Staff staff;

  public Access(Store store, Ids ids, InstantSource clock, AccessSettings settings) {
    this.settings = settings;
    var passwords = new Passwords(settings.passwordKib());
    this.audit = new Audit(store, ids, clock);
    this.clerks = new Clerks(store, ids, clock, passwords, audit);
    this.sessions = new Sessions(store, clock, audit);
    this.secondFactors = new SecondFactors(store, clock, audit, settings.secondFactor());
    this.integrations = new Integrations(store, ids, clock, audit);
    var door =
        new SignIn.Parts(
            store, passwords, sessions, new SignInFailures(ids), secondFactors, audit);
    this.signIn = new SignIn(door, clock);
    this.outsideDoor = new OutsideDoor(store, ids, clock, sessions, audit);
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

  /// Who saw and did what.
  public Audit audit() {
    return audit;
  }

  /// Forgets what the audit need not tell any more.
  public void forget() {
    audit.forget(settings.auditKept());
  }

  SecondFactors secondFactors() {
    return secondFactors;
  }

  Integrations integrations() {
    return integrations;
  }

  OutsideDoor outsideDoor() {
    return outsideDoor;
  }

  SignIn signIn() {
    return signIn;
  }
}
