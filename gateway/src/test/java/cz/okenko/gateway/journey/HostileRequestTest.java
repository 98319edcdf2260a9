package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests nobody with good intentions sends: they are refused in a form a program can read, show
/// nothing of the inside, and leave the gateway as it was.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileRequestTest {
  private static final List<String> TAKE_JSON =
      List.of("/api/chat/messages", "/api/chat", "/api/console/session");

  private RunningGateway gateway;
  private ChatClient citizen;

  @BeforeAll
  void start(@TempDir Path folder) {
    InstantSource monday = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = RunningGateway.start(folder, monday, Hostile.NO_LIMITS);
    citizen = gateway.chat();
  }

  @AfterAll
  void stop() {
    assertThat(citizen.await(lines -> true)).isEmpty();
    gateway.close();
  }

  @Test
  void every_file_of_the_json_suite_is_refused_or_an_object_of_the_right_shape()
      throws IOException {
    for (Path file : Corpora.json()) {
      byte[] bytes = Files.readAllBytes(file);
      for (String path : TAKE_JSON) {
        HttpResponse<String> response = post(path, BodyPublishers.ofByteArray(bytes));

        Hostile.assertHarmless(response);
        boolean mayOpen =
            path.equals("/api/chat") && (bytes.length == 0 || file.toString().contains("/y_")
                || file.toString().contains("/i_"));
        assertThat(response.statusCode()).as(path + " " + file).matches(s -> s >= 400 || mayOpen);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 1_048_577, 5_000_000})
  void a_body_that_is_too_large_is_refused(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) ' ');
    for (String path : TAKE_JSON) {
      assertTooLarge(path, BodyPublishers.ofByteArray(bytes));
      assertTooLarge(
          path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"clientId\":"})
  void nesting_a_hundred_thousand_deep_is_refused(String opening) {
    String body = opening.repeat(100_000);
    for (String path : TAKE_JSON) {
      assertTooLarge(path, BodyPublishers.ofString(body));
      String shorter = body.substring(0, 60_000);
      Hostile.assertProblem(400, post(path, BodyPublishers.ofString(shorter)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/json, text/plain",
        "application/json;charset=utf-16",
        "json",
        "*/*",
        ";;;"
      })
  void a_body_of_another_type_is_refused(String type) {
    for (String path : TAKE_JSON) {
      HttpRequest.Builder request =
          to(path)
              .header("Content-Type", type)
              .POST(BodyPublishers.ofString("{\"clientId\":\"1\",\"text\":1,\"name\":1,\"language\":1}"));

      HttpResponse<String> response = Wire.send(request);

      Hostile.assertHarmless(response);
      assertThat(response.statusCode()).as(path).isIn(400, 415);
    }
  }

  @Test
  void a_number_of_a_million_digits_and_a_key_of_fifty_thousand_characters_are_refused() {
    for (String body :
        List.of(
            "{\"clientId\":" + "9".repeat(60_000) + "}",
            "{\"clientId\":1e" + "9".repeat(60_000) + "}",
            "{\"" + "k".repeat(50_000) + "\":1,\"language\":1}")) {
      for (String path : TAKE_JSON) {
        Hostile.assertProblem(400, post(path, BodyPublishers.ofString(body)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/chat",
    "PUT, /api/chat",
    "DELETE, /api/chat",
    "PATCH, /api/chat/messages",
    "GET, /api/chat/messages",
    "POST, /api/chat/events",
    "GET, /api/chat/close",
    "POST, /api/answer",
    "POST, /api/office",
    "DELETE, /api/office",
    "PUT, /api/console/session",
    "GET, /api/console/conversations/1/claim",
    "DELETE, /api/console/clerks",
    "POST, /health/live",
    "POST, /metrics",
    "DELETE, /",
    "POST, /",
    "TRACE, /",
    "CONNECT, /",
    "FOO, /api/chat"
  })
  void a_method_that_is_not_there_is_a_problem(String method, String path) {
    Answer answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Length: 0\r\nConnection: close\r\n\r\n");

    answer.assertProblem(400, 404, 405);
  }

  @Test
  void the_head_of_a_page_comes_without_the_page() {
    Answer answer = raw("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer.text()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n").doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api",
        "/api/",
        "/api/chat/nothing",
        "/api/chat/messages/1",
        "/api/console",
        "/api/console/nothing",
        "/connectors/telegram",
        "/web/index.txt",
        "/index.txt",
        "/../okenko.yaml",
        "/assets/../../okenko.db",
        "/assets/%2e%2e/%2e%2e/okenko.db",
        "/..%2fokenko.db",
        "/assets/..%5c..%5cokenko.db",
        "/widget/okenko.js%00.html",
        "/%",
        "/%zz",
        "/%ff%fe",
        "/a?%zz",
        "/.git/config",
        "/actuator/health"
      })
  void an_address_that_is_not_there_is_a_problem(String path) {
    raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .assertProblem(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n",
        "GET  / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: a b\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nX: a\u0001b\\r\\n\\r\\n",
        "GET / HTTP/1.1\\r\\nHost: a\\r\\nBad Name: 1\\r\\n\\r\\n",
        "POST /api/chat HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/json\\r\\nContent-Length: -1\\r\\n\\r\\n",
        "POST /api/chat HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/json\\r\\nContent-Length: x\\r\\n\\r\\n",
        "POST /api/chat HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/json\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n",
        "POST /api/chat HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/json\\r\\nContent-Length: 5\\r\\nContent-Length: 6\\r\\n\\r\\n{}   ",
        "POST /api/chat HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/json\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n{}\\r\\n0\\r\\n\\r\\n",
        "POST /api/chat HTTP/1.1\\r\\nHost: a\\r\\nContent-Type: application/json\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\n{}\\r\\n0\\r\\n\\r\\n",
        "\u0016\u0003\u0001\u0002",
        "nonsense\\r\\n\\r\\n"
      })
  void what_is_not_http_is_refused(String request) {
    raw(request.replace("\\r\\n", "\r\n")).assertRefused();
  }

  @Test
  void a_body_shorter_than_announced_is_not_taken() {
    String head =
        "POST /api/chat/messages HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer " + citizen.token() + "\r\n";
    String body = "{\"clientId\":\"1\",\"text\":\"a\"}";

    raw(head + "Content-Length: " + (body.length() + 10) + "\r\n\r\n" + body).assertRefused();
    raw(head + "Content-Length: 300\r\n\r\n" + body.substring(0, 9)).assertRefused();
    raw(head + "Transfer-Encoding: chunked\r\n\r\n1c\r\n" + body.substring(0, 9)).assertRefused();
  }

  @Test
  void headers_and_addresses_that_are_too_long_are_refused() {
    String long20k = "x".repeat(20_000);
    raw("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + long20k + "\r\n\r\n").assertRefused();
    raw("GET /" + long20k.repeat(3) + " HTTP/1.1\r\nHost: a\r\n\r\n").assertRefused();
    raw("GET / HTTP/1.1\r\nHost: a\r\n" + "X-Many: 1\r\n".repeat(20_000) + "\r\n").assertRefused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/answer",
        "/api/answer?q=a&lang=xx",
        "/api/answer?q=a&about=nothing",
        "/api/answer?q=a&about=../x",
        "/api/answer?q=%ff%zz",
        "/api/office?lang=",
        "/api/office?lang=%00"
      })
  void a_search_that_is_wrong_is_a_problem(String path) {
    raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .assertProblem(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue?view=theirs",
        "queue?agenda=nothing",
        "queue?after=x",
        "queue?after=99999999999999999-1",
        "queue?after=9999999999999999-9999999999999999",
        "conversations/0",
        "conversations/-1",
        "conversations/x",
        "conversations/99999999999999999999",
        "conversations/9999999999999999",
        "conversations/%00",
        "nothing"
      })
  void a_console_address_that_is_wrong_is_harmless(String path) {
    String cookie = gateway.admin().cookie();

    Hostile.assertHarmless(
        Wire.send(to("/api/console/" + path).header("Cookie", cookie)));
  }

  /// The server may hang up before it has read what it does not want.
  private void assertTooLarge(String path, BodyPublisher body) {
    try {
      Hostile.assertProblem(413, post(path, body));
    } catch (UncheckedIOException hungUp) {
      assertThat(hungUp).hasCauseInstanceOf(IOException.class);
    }
  }

  private HttpResponse<String> post(String path, BodyPublisher body) {
    return Wire.send(to(path).header("Content-Type", "application/json").POST(body));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.base().resolve(path))
        .header("Authorization", "Bearer " + citizen.token())
        .header("X-Okenko-Console", "1");
  }

  /// Sends bytes, says that no more will come, and reads what is answered until the other end closes.
  private Answer raw(String request) {
    try (var socket = new Socket(gateway.base().getHost(), gateway.base().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new Answer(
          request, new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (SocketException closedEarly) {
      return new Answer(request, "");
    } catch (IOException e) {
      throw new AssertionError(request, e);
    }
  }

  /// What came back; empty when the other end only hung up.
  private record Answer(String request, String text) {

    void assertProblem(Integer... statuses) {
      assertRefused();
      assertThat(status()).as(request + "\n" + text).isIn((Object[]) statuses);
    }

    void assertRefused() {
      if (text.isEmpty()) {
        return;
      }
      assertThat(status()).as(request + "\n" + text).isBetween(400, 499);
      assertThat(text)
          .as(request)
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("\"status\":" + status())
          .doesNotContain("\tat ", "Exception", "cz.okenko", "io.helidon");
    }

    private int status() {
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }
  }
}
