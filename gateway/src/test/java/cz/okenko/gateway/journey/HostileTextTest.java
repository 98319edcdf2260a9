package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Whatever a citizen writes comes back as it was written, is answered, and goes nowhere else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileTextTest {
  private static final int LONGEST = 4_000;
  private static final int CITIZENS = 6;
  private static final List<String> LANGUAGES = List.of("cs", "cs", "cs", "en", "uk", "de");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private RunningGateway gateway;

  @BeforeAll
  void start(@TempDir Path folder) {
    log.start();
    root().addAppender(log);
    InstantSource monday = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = RunningGateway.start(folder, monday, Hostile.NO_LIMITS);
  }

  @AfterAll
  void stop() {
    gateway.close();
    root().detachAppender(log);
  }

  @Test
  void every_text_comes_back_as_it_was_written_and_is_answered() throws Exception {
    List<String> texts = Corpora.texts();
    List<Callable<List<String>>> citizens = new ArrayList<>();
    ConsoleClient clerk = gateway.clerk("jana");
    for (int i = 0; i < CITIZENS; i++) {
      List<String> own = share(texts, i);
      citizens.add(() -> talk(gateway.chat(), own, clerk));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<String>> talk : threads.invokeAll(citizens)) {
        assertThat(talk.get()).isEmpty();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }

    assertTheLogIsSilentAbout(texts);
  }

  @Test
  void every_text_can_be_asked_without_a_conversation() {
    List<String> texts = Corpora.texts();

    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String query =
          "?lang=" + LANGUAGES.get(i % LANGUAGES.size())
              + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
      HttpResponse<String> response =
          Wire.send(HttpRequest.newBuilder(gateway.base().resolve("/api/answer" + query)));
      if (text.length() > LONGEST) {
        Hostile.assertProblem(413, response);
      } else {
        assertThat(response.statusCode()).as(text).isEqualTo(200);
        assertThat(Wire.json(response.body()).path("outcome").asText()).isNotEmpty();
      }
    }

    assertTheLogIsSilentAbout(texts);
  }

  @Test
  void what_no_database_can_hold_becomes_the_replacement_character_everywhere() {
    ChatClient citizen = gateway.chat();

    citizen.sendRaw("{\"clientId\":\"1\",\"text\":\"a\\u0000b \\ud800 \\udc00\\ud83d\\ude00\"}");

    String stored = "a\ufffdb \ufffd \ufffd\ud83d\ude00";
    assertThat(citizen.await(lines -> lines.size() == 2).getFirst().path("text").asText())
        .isEqualTo(stored);
    JsonNode seen = gateway.admin().conversation(citizen.conversation());
    assertThat(seen.path("lines").get(0).path("text").asText()).isEqualTo(stored);
    assertThat(seen.path("conversation").path("preview").asText()).isEqualTo(stored);
  }

  @Test
  void a_clients_id_and_a_choice_may_be_anything_too() {
    ChatClient citizen = gateway.chat();

    for (String nasty : List.of("' or 1=1 --", "<b>", "a b", "\u2028", "\ud83d\ude00", "about:x:fee",
        "about:../..:fee", "about:::", "handoff ", "%s%n{}", "${jndi:ldap://x}")) {
      assertThat(citizen.send(nasty, "kolik stojí občanka", nasty).statusCode()).isEqualTo(202);
      assertThat(citizen.send(nasty, "kolik stojí občanka", nasty).statusCode()).isEqualTo(202);
    }

    citizen.await(lines -> lines.size() == 22);
    assertThat(citizen.await(lines -> true)).filteredOn(Hostile::byCitizen)
        .extracting(line -> line.path("clientId").asText())
        .hasSize(11)
        .contains("' or 1=1 --", "<b>", "a b", "\u2028", "${jndi:ldap://x}");
  }

  /// A note, as of a danger that was heard, is the clerk's alone.
  private static boolean isNoNote(JsonNode line) {
    return !line.path("author").asText().equals("note");
  }

  /// Says one text after the other, each after the answer to the one before; gives what went wrong.
  private static List<String> talk(ChatClient citizen, List<String> texts, ConsoleClient clerk) {
    var wrong = new ArrayList<String>();
    var taken = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      HttpResponse<String> response = citizen.send("m" + i, text, "");
      int expected = text.isBlank() ? 400 : text.length() > LONGEST ? 413 : 202;
      if (response.statusCode() != expected) {
        wrong.add(response.statusCode() + " for " + text);
      } else if (expected == 202) {
        taken.add(text.replace('\0', '\ufffd'));
        if (awaitReply(citizen, taken.size()).equals("office")) {
          citizen.choose("back", "stop");
          taken.add("stop");
          awaitReply(citizen, taken.size());
        }
      } else {
        Hostile.assertProblem(expected, response);
      }
    }
    List<JsonNode> lines = citizen.await(all -> true);
    compare("stream", texts(lines), taken, wrong);
    JsonNode seen = clerk.conversation(citizen.conversation());
    var inConsole = new ArrayList<JsonNode>();
    seen.path("lines").valueStream().filter(HostileTextTest::isNoNote).forEach(inConsole::add);
    compare("console", texts(inConsole), taken, wrong);
    if (inConsole.size() != lines.size()) {
      wrong.add("the citizen sees " + lines.size() + " lines, the clerk " + inConsole.size());
    }
    return wrong;
  }

  /// Who answered the n-th text; the office does when it hands over to a person.
  private static String awaitReply(ChatClient citizen, int n) {
    return citizen.await(lines -> lines.size() == 2 * n).getLast().path("author").asText();
  }

  private static void compare(
      String where, List<String> seen, List<String> sent, List<String> wrong) {
    if (!seen.equals(sent)) {
      wrong.add(where + ": " + seen.size() + " of " + sent.size() + " texts, or in another form");
      sent.stream().filter(text -> !seen.contains(text)).limit(3).forEach(wrong::add);
    }
  }

  private static List<String> texts(List<JsonNode> lines) {
    return lines.stream().filter(Hostile::byCitizen).map(l -> l.path("text").asText()).toList();
  }

  private static List<String> share(List<String> texts, int of) {
    var own = new ArrayList<String>();
    for (int i = of; i < texts.size(); i += CITIZENS) {
      own.add(texts.get(i));
    }
    return own;
  }

  private void assertTheLogIsSilentAbout(List<String> texts) {
    for (ILoggingEvent event : List.copyOf(log.list)) {
      String message = event.getFormattedMessage();
      assertThat(event.getLevel().isGreaterOrEqual(Level.WARN)).as(message).isFalse();
      assertThat(texts).noneMatch(text -> text.strip().length() > 10 && message.contains(text));
    }
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
