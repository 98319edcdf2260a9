package cz.okenko.gateway;

import cz.okenko.gateway.store.Store;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/// How SQLite would find the rows of the statements that some work really runs.
public final class Plans {
  private Plans() {}

  /// Every step of every statement's plan, as `explain query plan` words it.
  public static List<String> of(Store store, Consumer<Handle> work) {
    return store.write(
        handle -> {
          var statements = new ArrayList<String>();
          SqlLogger before = handle.getConfig(SqlStatements.class).getSqlLogger();
          handle.setSqlLogger(
              new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                  statements.add(context.getParsedSql().getSql());
                }
              });
          work.accept(handle);
          handle.setSqlLogger(before);
          return statements.stream().flatMap(sql -> plan(handle, sql).stream()).toList();
        });
  }

  /// Whether a step reads a whole table.
  public static boolean readsAll(String step) {
    return step.startsWith("SCAN")
        && !step.contains("INDEX")
        && !step.contains("CONSTANT ROW")
        && !step.equals("SCAN chain"); // a handful of rows that the statement made itself
  }

  /// Whether a step puts rows into order that an index could have given in order.
  public static boolean sorts(String step) {
    return step.contains("TEMP B-TREE");
  }

  private static List<String> plan(Handle handle, String sql) {
    try (var statement = handle.getConnection().createStatement();
        var rows = statement.executeQuery("explain query plan " + sql)) {
      var steps = new ArrayList<String>();
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
      return steps;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
