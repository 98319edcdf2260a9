package cz.okenko.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A database of an earlier version is brought up to date and loses nothing.
final class MigrationTest {
  @TempDir Path folder;

  @Test
  void clerks_of_before_the_fourth_role_keep_their_agendas_and_sessions() throws SQLException {
    Path file = folder.resolve("okenko.db");
    SQLiteDataSource source = source(file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/gateway")
        .table("gateway_history")
        .target("9")
        .load()
        .migrate();
    run(
        source,
        """
        insert into clerk (id, sign_in, name, role, password, active, origin, created_at)
        values (1, 'admin', 'Správce', 'admin', 'hash', 1, 'console', 5),
               (2, 'jana', 'Jana', 'clerk', '', 0, 'settings', 6)
        """,
        "insert into clerk_agenda (clerk, agenda) values (2, 'doklady'), (2, 'matrika')",
        "insert into session (token_hash, clerk, created_at, used_at) values ('t', 1, 7, 8)");

    try (Store store = Store.open(file)) {
      assertThat(text(store, "select sign_in || role || password || active || origin || created_at from clerk where id = 1"))
          .isEqualTo("adminadminhash1console5");
      assertThat(text(store, "select count(*) from clerk")).isEqualTo("2");
      assertThat(text(store, "select count(*) from clerk_agenda where clerk = 2")).isEqualTo("2");
      assertThat(text(store, "select clerk || token_hash || outside from session")).isEqualTo("1t0");
      assertThat(text(store, "select count(*) from pragma_foreign_key_check")).isEqualTo("0");
      assertThat(text(store, "select count(*) from pragma_foreign_key_list('session') where \"table\" = 'clerk'"))
          .isEqualTo("1");
      store.write(handle -> handle.execute("update clerk set role = 'supervisor' where id = 2"));
    }
  }

  private static String text(Store store, String sql) {
    return store.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  /// As the store opens it: foreign keys are enforced while tables change.
  private static SQLiteDataSource source(Path file) {
    var config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void run(SQLiteDataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
