package cz.okenko.gateway.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table `integration`.
final class IntegrationRows {
  private IntegrationRows() {}

  static void insert(Handle handle, Integration integration, String hash) {
    handle
        .createUpdate(
            """
            insert into integration (id, name, token_hash, rights, created_at, expires_at)
                 values (:id, :name, :hash, :rights, :created, :expires)
            """)
        .bind("id", integration.id())
        .bind("name", integration.name())
        .bind("hash", hash)
        .bind("rights", column(integration.rights()))
        .bind("created", integration.created().toEpochMilli())
        .bind("expires", integration.expires().toEpochMilli())
        .execute();
  }

  static List<Integration> all(Handle handle) {
    return handle
        .createQuery(
            """
            select id, name, rights, created_at, expires_at, used_day, revoked
              from integration
             order by id
            """)
        .map(IntegrationRows::integration)
        .list();
  }

  static Optional<Integration> byToken(Handle handle, String hash) {
    return handle
        .createQuery(
            """
            select id, name, rights, created_at, expires_at, used_day, revoked
              from integration
             where token_hash = :hash
            """)
        .bind("hash", hash)
        .map(IntegrationRows::integration)
        .findOne();
  }

  static int use(Handle handle, long id, LocalDate day) {
    return handle
        .createUpdate("update integration set used_day = :day where id = :id")
        .bind("id", id)
        .bind("day", day.toEpochDay())
        .execute();
  }

  static boolean revoke(Handle handle, long id) {
    return handle
            .createUpdate("update integration set revoked = 1 where id = :id")
            .bind("id", id)
            .execute()
        == 1;
  }

  private static String column(Set<Right> rights) {
    return rights.stream().map(Right::code).sorted().collect(Collectors.joining(" "));
  }

  private static Integration integration(ResultSet row, StatementContext context)
      throws SQLException {
    Set<Right> rights =
        Arrays.stream(row.getString("rights").split(" "))
            .flatMap(code -> Right.of(code).stream())
            .collect(Collectors.toSet());
    return new Integration(
        row.getLong("id"),
        row.getString("name"),
        rights,
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        new Integration.Use(
            LocalDate.ofEpochDay(row.getLong("used_day")), row.getInt("revoked") == 1));
  }
}
