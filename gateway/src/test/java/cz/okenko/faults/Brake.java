package cz.okenko.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Slows the database: a second connection takes SQLite's one write lock again and again and keeps
/// it for a while, so that no commit gets through meanwhile, as on a disk that stalls.
final class Brake implements AutoCloseable {
  private final Connection connection;
  private final Thread thread;
  private final AtomicInteger bursts = new AtomicInteger();

  /// @param hold milliseconds the lock is kept
  /// @param every milliseconds from one burst to the next
  Brake(Path database, int hold, int every) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 20000");
    }
    thread = Thread.ofPlatform().daemon().start(() -> run(hold, every));
  }

  private void run(int hold, int every) {
    try (Statement statement = connection.createStatement()) {
      while (true) {
        statement.execute("begin immediate");
        TimeUnit.MILLISECONDS.sleep(hold);
        statement.execute("rollback");
        bursts.incrementAndGet();
        TimeUnit.MILLISECONDS.sleep(every - hold);
      }
    } catch (SQLException | InterruptedException e) {
      // it is over
    }
  }

  int bursts() {
    return bursts.get();
  }

  @Override
  public void close() throws SQLException {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
