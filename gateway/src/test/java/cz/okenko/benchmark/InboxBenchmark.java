package cz.okenko.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A page of the console's queue over HTTP beside the same page in SQL alone, with a small and a large
/// archive; of each 5,000 conversations are open.
final class InboxBenchmark {
  private static final int SMALL = 10_000;
  private static final int LARGE = 1_000_000;
  private static final int OPEN = 5_000;
  private static final int ASKED = 1_000;

  private static final List<String> LISTS =
      List.of(
          "view=waiting",
          "view=waiting&agenda=doklady&language=uk&unread=true",
          "view=waiting&channel=email&overdue=true",
          "view=mine",
          "view=all",
          "view=all&channel=email&language=de");

  private static final String RAW =
      """
      select c.id, c.channel, c.since, c.subject,
             (select substr(m.text, 1, 160) from message m
               where m.conversation = c.id and m.author = 'citizen'
               order by m.id desc limit 1)
        from conversation c
       where c.state = 'waiting' and (c.since, c.id) > (0, 0)
       order by c.since, c.id
       limit 50
      """;

  private final Site site;
  private final PrintStream out;

  InboxBenchmark(Site site, PrintStream out) {
    this.site = site;
    this.out = out;
  }

  void run() throws Exception {
    double[] small = measure("inbox-small", SMALL);
    double[] large = measure("inbox-large", LARGE);
    for (int i = 0; i < small.length; i++) {
      out.printf(
          Locale.ROOT, "%s: %d beside %d: %.2f ×%n", LISTS.get(i), LARGE, SMALL, large[i] / small[i]);
    }
  }

  private double[] measure(String data, int conversations) throws Exception {
    try (var server = ServerProcess.start(site.product(data, List.of()))) {
      server.firstAnswer(line -> line.get("/health/ready").status() == 200);
    }
    Path file = site.folder().resolve(data).resolve("okenko.db");
    double raw;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      fill(connection, conversations);
      raw = rawPage(connection);
    }
    out.printf(Locale.ROOT, "%d conversations, SQL alone: median %.2f ms%n", conversations, raw);
    double[] medians = new double[LISTS.size()];
    try (var server = ServerProcess.start(site.product(data, List.of()))) {
      server.firstAnswer(line -> line.get("/health/ready").status() == 200);
      String cookie = signIn(server.port());
      for (int i = 0; i < medians.length; i++) {
        medians[i] = page(server.port(), cookie, LISTS.get(i), raw);
      }
    }
    return medians;
  }

  private double page(int port, String cookie, String list, double raw) throws IOException {
    try (var line = new Line(port)) {
      double[] times = new double[ASKED];
      for (int i = -ASKED; i < ASKED; i++) {
        long start = System.nanoTime();
        Line.Reply reply = line.get("/api/console/queue?" + list, cookie);
        if (reply.status() != 200) {
          throw new IllegalStateException(list + ": " + reply.body());
        }
        times[Math.max(i, 0)] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(times);
      out.printf(
          Locale.ROOT,
          "  %s: median %.2f ms, p95 %.2f ms, %.2f × SQL alone%n",
          list,
          times[ASKED / 2],
          times[ASKED * 95 / 100],
          times[ASKED / 2] / raw);
      return times[ASKED / 2];
    }
  }

  private static double rawPage(Connection connection) throws SQLException {
    double[] times = new double[ASKED];
    try (PreparedStatement page = connection.prepareStatement(RAW)) {
      for (int i = -ASKED; i < ASKED; i++) {
        long start = System.nanoTime();
        try (ResultSet rows = page.executeQuery()) {
          while (rows.next()) {
            rows.getString(5);
          }
        }
        times[Math.max(i, 0)] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[ASKED / 2];
  }

  /// One message each; the last ones wait, and one in a hundred is in German.
  private static void fill(Connection connection, int conversations) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement conversation =
            connection.prepareStatement(
                """
                insert into conversation (id, channel, address, language, state, queue, since)
                values (?, ?, ?, ?, ?, ?, ?)
                """);
        PreparedStatement message =
            connection.prepareStatement(
                """
                insert into message (id, conversation, author, text, language, channel, external_id,
                                     sent_at)
                values (?, ?, 'citizen', 'Dobrý den, potřebuji poradit s občankou.', 'cs', ?, ?, ?)
                """)) {
      for (int i = 1; i <= conversations; i++) {
        String channel = i % 3 == 0 ? "email" : "telegram";
        String language = i % 100 == 0 ? "de" : i % 10 == 0 ? "uk" : "cs";
        boolean open = i > conversations - OPEN;
        set(
            conversation,
            2L * i,
            channel,
            "address " + i,
            language,
            open ? "waiting" : "closed",
            i % 2 == 0 ? "doklady" : "matrika",
            1_000L + i);
        set(message, 2L * i + 1, 2L * i, channel, "external " + i, 1_000L + i);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  private static String signIn(int port) throws IOException, InterruptedException {
    String body =
        "{\"name\":\"admin\",\"password\":\"" + System.getenv("OKENKO_ADMIN_PASSWORD") + "\"}";
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/console/session"))
                    .header("Content-Type", "application/json")
                    .header("X-Okenko-Console", "1")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
