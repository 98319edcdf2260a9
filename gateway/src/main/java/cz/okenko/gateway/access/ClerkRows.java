package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The tables `clerk` and `clerk_agenda`.
final class ClerkRows {
  /// Where a clerk came from. It says nothing of who may change them.
  enum Origin {
    SETTINGS("settings"),
    CONSOLE("console");

    private final String column;

    Origin(String column) {
      this.column = column;
    }
  }

  /// A clerk together with the hash of the password, which is empty until one is set.
  record WithPassword(Clerk clerk, String hash) {
    @Override
    public String toString() {
      return "WithPassword[" + clerk + ", hash hidden]";
    }
  }

  private ClerkRows() {}

  static void insert(Handle handle, Clerk clerk, Origin origin, Instant now) {
    handle
        .createUpdate(
            """
            insert into clerk (id, sign_in, name, role, active, origin, created_at)
                 values (:id, :signIn, :name, :role, 1, :origin, :now)
            """)
        .bind("id", clerk.id().value())
        .bind("signIn", clerk.signIn())
        .bind("name", clerk.name())
        .bind("role", clerk.role().code())
        .bind("origin", origin.column)
        .bind("now", now.toEpochMilli())
        .execute();
    insertAgendas(handle, clerk.id(), clerk.agendas());
  }

  static void describe(Handle handle, ClerkId id, String name, List<String> agendas) {
    handle
        .createUpdate("update clerk set name = :name where id = :id")
        .bind("id", id.value())
        .bind("name", name)
        .execute();
    handle
        .createUpdate("delete from clerk_agenda where clerk = :id")
        .bind("id", id.value())
        .execute();
    insertAgendas(handle, id, agendas);
  }

  /// Gives the clerk of this id the name, role, agendas and access it has here.
  static void update(Handle handle, Clerk clerk) {
    handle
        .createUpdate(
            "update clerk set name = :name, role = :role, active = :active where id = :id")
        .bind("id", clerk.id().value())
        .bind("name", clerk.name())
        .bind("role", clerk.role().code())
        .bind("active", clerk.active() ? 1 : 0)
        .execute();
    handle
        .createUpdate("delete from clerk_agenda where clerk = :id")
        .bind("id", clerk.id().value())
        .execute();
    insertAgendas(handle, clerk.id(), clerk.agendas());
  }

  static int activeAdmins(Handle handle) {
    return handle
        .createQuery("select count(*) from clerk where active = 1 and role = 'admin'")
        .mapTo(Integer.class)
        .one();
  }

  static void setPassword(Handle handle, ClerkId id, String hash) {
    handle
        .createUpdate("update clerk set password = :hash where id = :id")
        .bind("id", id.value())
        .bind("hash", hash)
        .execute();
  }

  static List<Clerk> all(Handle handle) {
    return handle
        .createQuery("select id, sign_in, name, role, active from clerk order by sign_in")
        .map((row, context) -> clerk(handle, row))
        .list();
  }

  static Set<String> barred(Handle handle) {
    return handle
        .createQuery("select sign_in from clerk where active = 0")
        .mapTo(String.class)
        .set();
  }

  static Optional<Clerk> byId(Handle handle, ClerkId id) {
    return handle
        .createQuery("select id, sign_in, name, role, active from clerk where id = :id")
        .bind("id", id.value())
        .map((row, context) -> clerk(handle, row))
        .findOne();
  }

  static Optional<WithPassword> bySignIn(Handle handle, String signIn) {
    return handle
        .createQuery(
            """
            select id, sign_in, name, role, active, password
              from clerk
             where sign_in = :signIn
            """)
        .bind("signIn", signIn)
        .map((row, context) -> new WithPassword(clerk(handle, row), row.getString("password")))
        .findOne();
  }

  private static void insertAgendas(Handle handle, ClerkId id, List<String> agendas) {
    for (String agenda : agendas) {
      handle
          .createUpdate(
              """
              insert into clerk_agenda (clerk, agenda)
                   values (:clerk, :agenda)
              on conflict do nothing
              """)
          .bind("clerk", id.value())
          .bind("agenda", agenda)
          .execute();
    }
  }

  private static Clerk clerk(Handle handle, ResultSet row) throws SQLException {
    ClerkId id = new ClerkId(row.getLong("id"));
    String role = row.getString("role");
    return new Clerk(
        id,
        row.getString("sign_in"),
        row.getString("name"),
        Role.of(role).orElseThrow(() -> new IllegalStateException("clerk of role " + role)),
        agendas(handle, id),
        row.getInt("active") == 1);
  }

  private static List<String> agendas(Handle handle, ClerkId id) {
    return handle
        .createQuery("select agenda from clerk_agenda where clerk = :clerk order by agenda")
        .bind("clerk", id.value())
        .mapTo(String.class)
        .list();
  }
}
