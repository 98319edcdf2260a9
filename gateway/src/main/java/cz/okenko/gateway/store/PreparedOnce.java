package cz.okenko.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Prepares each SQL text of the house once for its connection: compiling a statement costs several
/// times as much as running it. For one thread at a time, like the connection itself.
final class PreparedOnce extends DefaultStatementBuilder {
  private static final int MOST = 256;

  private final Map<String, PreparedStatement> idle = new HashMap<>();
  private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = idle.remove(sql);
    PreparedStatement prepared = kept == null ? super.create(connection, sql, context) : kept;
    lent.put(prepared, sql);
    return prepared;
  }

  /// Statements come back with their results closed; nothing of what was bound stays in memory.
  /// `named` is the text before its parameters got their places, so it is no use here.
  @Override
  public void close(Connection connection, String named, Statement statement)
      throws SQLException {
    String sql = lent.remove(statement);
    if (sql != null
        && statement instanceof PreparedStatement prepared
        && idle.size() < MOST
        && !idle.containsKey(sql)) {
      prepared.clearParameters();
      idle.put(sql, prepared);
    } else {
      super.close(connection, named, statement);
    }
  }

  /// The connection goes, and its statements with it.
  @Override
  public void close(Connection connection) {
    idle.clear();
    lent.clear();
  }
}
