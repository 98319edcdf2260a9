package cz.okenko.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the product's database. While the product is dead it reads a copy, so that the product
/// finds its own write-ahead log as its death left it.
final class Ledger implements AutoCloseable {
  /// What a mail of a trial is known by.
  private static final Pattern TOKEN = Pattern.compile("Q[0-9]+Q");

  private final Connection connection;

  private Ledger(Path database) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 20000");
    }
  }

  static Ledger of(Path database) throws SQLException {
    return new Ledger(database);
  }

  static Ledger ofCopy(Path database, Path to) throws IOException, SQLException {
    Files.createDirectories(to);
    for (String end : List.of("", "-wal")) {
      Path from = Path.of(database + end);
      Path copy = to.resolve("copy.db" + end);
      Files.deleteIfExists(copy);
      if (Files.exists(from)) {
        Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(to.resolve("copy.db-shm"));
    return new Ledger(to.resolve("copy.db"));
  }

  /// A line of a conversation.
  ///
  /// @param place channel and address
  /// @param key what its sender knows it by: `mid`, bot:chat:message, the client's id, the token in
  ///     a mail; empty for lines of ours
  record Said(long id, String channel, String place, boolean citizen, String key, String text) {}

  /// All lines, oldest first.
  List<Said> said() throws SQLException {
    var said = new ArrayList<Said>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select m.id, c.channel, c.address, m.author, m.external_id, m.text
                  from message m join conversation c on c.id = m.conversation
                 order by m.id
                """)) {
      while (row.next()) {
        String channel = row.getString(2);
        boolean citizen = row.getString(4).equals("citizen");
        String key = citizen ? key(channel, row.getString(5), row.getString(6)) : "";
        said.add(
            new Said(
                row.getLong(1),
                channel,
                channel + " " + row.getString(3),
                citizen,
                key,
                row.getString(6)));
      }
    }
    return said;
  }

  private static String key(String channel, String externalId, String text) {
    Matcher token = TOKEN.matcher(text);
    return switch (channel) {
      case "webchat" -> externalId.substring(externalId.lastIndexOf(' ') + 1);
      case "email" -> token.find() ? token.group() : "";
      default -> externalId;
    };
  }

  /// Messages that may be sent twice after this death (delivered, but not noted), and their
  /// channel.
  Map<Long, String> uncertain() throws SQLException {
    var uncertain = new HashMap<Long, String>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select id, channel from outbox
                 where state = 'due' and (leased_until > 0 or uncertain = 1)
                """)) {
      while (row.next()) {
        uncertain.put(row.getLong(1), row.getString(2));
      }
    }
    return uncertain;
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  String word(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  /// Waits until a count is zero, at most so long; what it is then.
  long awaitZero(String sql, int seconds) throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long left = number(sql);
    while (left > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(300);
      left = number(sql);
    }
    return left;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
