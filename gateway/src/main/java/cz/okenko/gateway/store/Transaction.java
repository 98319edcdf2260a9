package cz.okenko.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The writer's transaction and the savepoint of the unit in it. The statements are prepared once:
/// they run for every group and unit, and the driver's own way compiles them anew each time.
///
/// The driver is told that it does not commit by itself, or it would after each statement begin and
/// commit once more to make sure; what it began on being told so is ended at once.
final class Transaction implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;
  private final PreparedStatement beginUnit;
  private final PreparedStatement endUnit;
  private final PreparedStatement rollbackUnit;

  Transaction(Connection connection) {
    this.connection = connection;
    setAutoCommit(false);
    this.begin = prepare(connection, "begin immediate");
    this.commit = prepare(connection, "commit");
    this.rollback = prepare(connection, "rollback");
    this.beginUnit = prepare(connection, "savepoint unit");
    this.endUnit = prepare(connection, "release unit");
    this.rollbackUnit = prepare(connection, "rollback to unit");
    run(commit);
  }

  void begin() {
    run(begin);
  }

  void commit() {
    run(commit);
  }

  void rollback() {
    run(rollback);
  }

  void beginUnit() {
    run(beginUnit);
  }

  void endUnit() {
    run(endUnit);
  }

  /// Undoes the unit and ends it.
  void rollbackUnit() {
    run(rollbackUnit);
    run(endUnit);
  }

  private static PreparedStatement prepare(Connection connection, String sql) {
    try {
      return connection.prepareStatement(sql);
    } catch (SQLException e) {
      throw new StoreException("cannot prepare: " + sql, e);
    }
  }

  private void setAutoCommit(boolean on) {
    try {
      connection.setAutoCommit(on);
    } catch (SQLException e) {
      throw new StoreException("the transaction failed", e);
    }
  }

  private static void run(PreparedStatement statement) {
    try {
      statement.execute();
    } catch (SQLException e) {
      throw new StoreException("the transaction failed", e);
    }
  }

  /// Leaves the connection as it was given.
  @Override
  public void close() {
    begin();
    setAutoCommit(true);
    for (PreparedStatement one :
        List.of(begin, commit, rollback, beginUnit, endUnit, rollbackUnit)) {
      try {
        one.close();
      } catch (SQLException e) {
        throw new StoreException("the transaction's statements cannot be closed", e);
      }
    }
  }
}
