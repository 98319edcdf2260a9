package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.KilledCitizen.Sent;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The real process is killed, or told to stop, again and again while citizens write: nothing that
/// was acknowledged is lost, nothing is stored or answered twice, and the streams go on where they
/// broke off.
final class KillTest {
  private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
  private static final int KILLS = Integer.getInteger("okenko.kills", 20);
  private static final int STOPS = Integer.getInteger("okenko.stops", 3);
  private static final int TERMINATED = 143;
  private static final int CITIZENS = 8;
  private static final String LIMITS =
      """
      limits:
        conversation: {burst: 100000, per-second: 10000}
        address: {burst: 100000, per-second: 10000}
        opening: {burst: 1000, per-second: 100}
      """;

  @TempDir Path folder;
  private final long seed = Long.getLong("okenko.kill.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Semaphore acknowledged = new Semaphore(0);
  private final long started = System.nanoTime();

  @Test
  @Timeout(600)
  void nothing_acknowledged_is_lost_and_nothing_is_answered_twice() throws Exception {
    endUnderLoad(KILLS, ChildGateway::kill);
  }

  @Test
  @Timeout(600)
  void nor_when_it_is_told_to_stop_under_load() throws Exception {
    endUnderLoad(STOPS, gateway -> assertThat(gateway.terminate()).isEqualTo(TERMINATED));
  }

  /// How the process comes to its end.
  private interface End {
    void of(ChildGateway gateway) throws InterruptedException;
  }

  private void endUnderLoad(int times, End end) throws Exception {
    LOG.info("seed {}: -Dokenko.kill.seed={}", seed, seed);
    Path settings = RunningGateway.settings(folder, LIMITS);
    String content = SmallContent.in(folder.resolve("content")).toString();
    try (var gateway = new ChildGateway(folder, settings, RunningGateway.freePort(), content)) {
      gateway.awaitUp();
      Map<String, String> expected = expectedAnswers(gateway.base());
      List<KilledCitizen> citizens = citizens(gateway);

      endWhileTheyWrite(gateway, citizens, times, end);

      for (KilledCitizen citizen : citizens) {
        citizen.awaitAnswers();
        answeredOnceAndInOrder(citizen, expected);
      }
      assertThat(gateway.stop()).isEqualTo(TERMINATED);
      storedOnce(gateway.database(), citizens, times);
    }
  }

  private void endWhileTheyWrite(
      ChildGateway gateway, List<KilledCitizen> citizens, int times, End end) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> writing =
          citizens.stream().map(c -> threads.submit(() -> c.writeUntil(over, acknowledged))).toList();
      for (int n = 0; n < times; n++) {
        aRandomMoment(gateway, n);
        end.of(gateway);
        gateway.startAgain();
      }
      gateway.awaitUp();
      over.countDown();
      for (Future<Integer> done : writing) {
        done.get();
      }
    }
  }

  /// Three ends of four come amid some dozens of messages, one while it starts and takes up what
  /// the last one left. How many messages is counted, not timed: a slow machine waits for as many.
  private void aRandomMoment(ChildGateway gateway, int end) throws InterruptedException {
    if (end % 4 == 3) {
      over.await(random.nextInt(200, 2_500), TimeUnit.MILLISECONDS);
    } else {
      gateway.awaitUp();
      acknowledged.drainPermits();
      acknowledged.acquire(random.nextInt(20, 60));
      over.await(random.nextInt(50), TimeUnit.MILLISECONDS);
    }
  }

  private List<KilledCitizen> citizens(ChildGateway gateway) {
    var citizens = new ArrayList<KilledCitizen>();
    for (int n = 0; n < CITIZENS; n++) {
      citizens.add(new KilledCitizen(gateway, ChatClient.open(gateway.base(), "cs"), seed + n));
    }
    return citizens;
  }

  /// What each question is answered by when nobody is killed.
  private static Map<String, String> expectedAnswers(URI base) {
    var expected = new HashMap<String, String>();
    ChatClient calm = ChatClient.open(base, "cs");
    int lines = 0;
    for (String question : KilledCitizen.QUESTIONS) {
      calm.send(question);
      lines += 2;
      int wanted = lines;
      List<JsonNode> all = calm.await(transcript -> transcript.size() == wanted);
      expected.put(question, essence(all.getLast()));
    }
    return expected;
  }

  private static String essence(JsonNode line) {
    JsonNode answer = line.path("answer");
    return line.path("author").asText()
        + " "
        + answer.path("outcome").asText()
        + " "
        + answer.path("slug").asText();
  }

  private void answeredOnceAndInOrder(KilledCitizen citizen, Map<String, String> expected) {
    List<JsonNode> heard = citizen.heard();
    List<String> answers =
        heard.stream()
            .filter(line -> !line.path("author").asText().equals("citizen"))
            .map(KillTest::essence)
            .toList();
    List<String> wanted = citizen.sent().stream().map(sent -> expected.get(sent.text())).toList();
    assertThat(answers).as("answers, seed %d", seed).isEqualTo(wanted);
    assertThat(heard)
        .as("what came through broken streams, seed %d", seed)
        .isEqualTo(citizen.wholeTranscript());
    assertThat(heard.stream().map(line -> line.path("id").asLong()).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private void storedOnce(Path database, List<KilledCitizen> citizens, int times)
      throws SQLException {
    int total = 0;
    int repeats = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      for (KilledCitizen citizen : citizens) {
        for (Sent sent : citizen.sent()) {
          assertThat(stored(connection, sent.clientId()))
              .as("message %s, seed %d", sent.clientId(), seed)
              .containsExactly(sent.id());
          total++;
        }
        repeats += citizen.repeats();
      }
      assertThat(number(connection, "select count(*) from message where author = 'citizen'"))
          .isEqualTo(total + KilledCitizen.QUESTIONS.size());
      assertThat(number(connection, "select count(*) from message where received = 1")).isZero();
      assertThat(number(connection, "select count(*) from outbox")).isZero();
      assertThat(text(connection, "pragma integrity_check")).isEqualTo("ok");
    }
    LOG.info(
        "{} ends, {} messages acknowledged, {} repeated, each stored and answered once; {}",
        times, total, repeats, Duration.ofNanos(System.nanoTime() - started));
    assertThat(total).isGreaterThan(times * 10);
  }

  private static List<String> stored(Connection connection, String clientId) throws SQLException {
    var ids = new ArrayList<String>();
    try (var query =
        connection.prepareStatement(
            "select id from message where channel = 'webchat' and external_id like ?")) {
      query.setString(1, "% " + clientId);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  private static int number(Connection connection, String query) throws SQLException {
    return Integer.parseInt(text(connection, query));
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.getString(1);
    }
  }
}
