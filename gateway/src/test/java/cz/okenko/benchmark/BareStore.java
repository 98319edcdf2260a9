package cz.okenko.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.sqlite.SQLiteConfig;

/// Two rows for each question, on disk when [#keep] returns: one writing thread, one commit for all
/// who wait (SQLite, WAL, `synchronous=FULL`).
final class BareStore {
  private static final int FULL = 2;
  private static final int LARGEST_GROUP = 512;

  private final BlockingQueue<Pair> queue = new ArrayBlockingQueue<>(8_192);
  private final Connection connection;
  private long lastId;

  private BareStore(Connection connection) {
    this.connection = connection;
  }

  static BareStore open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("pragma synchronous")) {
        if (row.getInt(1) != FULL) {
          throw new IllegalStateException("synchronous is " + row.getInt(1));
        }
      }
      statement.execute(
          "create table if not exists message"
              + " (id integer primary key, author text not null, text not null)");
    }
    connection.setAutoCommit(false);
    var store = new BareStore(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from message")) {
      store.lastId = row.getLong(1);
    }
    Thread.ofPlatform().name("bare-writer").daemon().start(store::run);
    return store;
  }

  void keep(String question, String answer) {
    var pair = new Pair(question, answer, new CompletableFuture<>());
    queue.add(pair);
    pair.stored.join();
  }

  private record Pair(String question, String answer, CompletableFuture<Boolean> stored) {}

  private void run() {
    List<Pair> group = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement("insert into message (id, author, text) values (?, ?, ?)")) {
      while (true) {
        group.add(queue.take());
        queue.drainTo(group, LARGEST_GROUP - 1);
        for (Pair pair : group) {
          insert(insert, "citizen", pair.question);
          insert(insert, "bot", pair.answer);
        }
        connection.commit();
        group.forEach(pair -> pair.stored.complete(true));
        group.clear();
      }
    } catch (SQLException | InterruptedException e) {
      group.forEach(pair -> pair.stored.completeExceptionally(e));
    }
  }

  private void insert(PreparedStatement insert, String author, String text) throws SQLException {
    insert.setLong(1, ++lastId);
    insert.setString(2, author);
    insert.setString(3, text);
    insert.executeUpdate();
  }
}
