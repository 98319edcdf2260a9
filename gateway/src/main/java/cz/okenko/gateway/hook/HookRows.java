package cz.okenko.gateway.hook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/// The table `hook`.
final class HookRows {
  private HookRows() {}

  static void insert(Handle handle, Hook hook) {
    bind(
            handle.createUpdate(
                """
                insert into hook (id, name, url, kinds, state, secret, secret_before, before_until,
                                  created_at)
                     values (:id, :name, :url, :kinds, :state, :secret, :before, :beforeUntil,
                             :created)
                """),
            hook)
        .bind("created", hook.created().toEpochMilli())
        .execute();
  }

  static void update(Handle handle, Hook hook) {
    bind(
            handle.createUpdate(
                """
                update hook
                   set name = :name, url = :url, kinds = :kinds, state = :state,
                       secret = :secret, secret_before = :before, before_until = :beforeUntil
                 where id = :id
                """),
            hook)
        .execute();
  }

  /// With all it was to be told.
  static boolean delete(Handle handle, long id) {
    return handle.createUpdate("delete from hook where id = :id").bind("id", id).execute() == 1;
  }

  /// The other side wants nothing any more.
  static void gone(Handle handle, long id) {
    handle
        .createUpdate("update hook set state = 'gone' where id = :id and state = 'on'")
        .bind("id", id)
        .execute();
  }

  static List<Hook> all(Handle handle) {
    return handle
        .createQuery(
            """
            select id, name, url, kinds, state, secret, secret_before, before_until, created_at
              from hook
             order by id
            """)
        .map(HookRows::hook)
        .list();
  }

  static List<Hook> on(Handle handle) {
    return handle
        .createQuery(
            """
            select id, name, url, kinds, state, secret, secret_before, before_until, created_at
              from hook
             where state = 'on'
             order by id
            """)
        .map(HookRows::hook)
        .list();
  }

  static Optional<Hook> find(Handle handle, long id) {
    return handle
        .createQuery(
            """
            select id, name, url, kinds, state, secret, secret_before, before_until, created_at
              from hook
             where id = :id
            """)
        .bind("id", id)
        .map(HookRows::hook)
        .findOne();
  }

  private static Update bind(Update update, Hook hook) {
    return update
        .bind("id", hook.id())
        .bind("name", hook.name())
        .bind("url", hook.url().toString())
        .bind("kinds", column(hook.wanted()))
        .bind("state", hook.state().code())
        .bind("secret", hook.secrets().now())
        .bind("before", hook.secrets().before())
        .bind("beforeUntil", hook.secrets().beforeUntil().toEpochMilli());
  }

  private static String column(Set<Happened> wanted) {
    return wanted.stream().map(Happened::code).sorted().collect(Collectors.joining(" "));
  }

  private static Hook hook(ResultSet row, StatementContext context) throws SQLException {
    Set<Happened> wanted =
        Arrays.stream(row.getString("kinds").split(" "))
            .flatMap(code -> Happened.of(code).stream())
            .collect(Collectors.toSet());
    return new Hook(
        row.getLong("id"),
        row.getString("name"),
        URI.create(row.getString("url")),
        wanted,
        Hook.State.of(row.getString("state")),
        new Hook.Secrets(
            row.getString("secret"),
            row.getString("secret_before"),
            Instant.ofEpochMilli(row.getLong("before_until"))),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
