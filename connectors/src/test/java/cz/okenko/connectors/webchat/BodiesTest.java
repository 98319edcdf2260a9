package cz.okenko.connectors.webchat;

import static cz.okenko.connectors.webchat.OpenChat.MESSAGE;
import static cz.okenko.connectors.webchat.OpenChat.MESSAGES;
import static cz.okenko.connectors.webchat.OpenChat.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.http.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which bodies the chat takes.
final class BodiesTest {
  private final OpenChat chat = new OpenChat();
  private final RememberingOffice office = chat.office();
  private final ChatServer server = chat.server();

  @AfterEach
  void stop() {
    chat.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{}",
        "400|{\"clientId\":\"1\"}",
        "400|{\"text\":\"a\"}",
        "400|{\"clientId\":\"\",\"text\":\"a\"}",
        "400|{\"clientId\":1,\"text\":\"a\"}",
        "400|{\"clientId\":\"1\",\"text\":1}",
        "400|{\"clientId\":\"1\",\"text\":null}",
        "400|{\"clientId\":\"1\",\"text\":[\"a\"]}",
        "400|{\"clientId\":\"1\",\"text\":\"\"}",
        "400|{\"clientId\":\"1\",\"text\":\" \\n\\t\"}",
        "400|{\"clientId\":\"1\",\"text\":\"a\",\"choice\":1}",
        "400|{\"clientId\":\"1\",\"text\":\"a\",\"language\":\"fr\"}",
        "400|{\"clientId\":\"1\",\"text\":\"a\",\"text\":\"b\"}",
        "400|{\"clientId\":\"1\",\"text\":\"a\"} x"
      })
  void a_message_of_the_wrong_shape_is_a_problem_and_not_stored(int status, String body) {
    assertProblem(status, server.send(chat.mine(server.post(MESSAGES, body))));

    assertThat(office.messages()).isEmpty();
  }

  @Test
  void bodies_that_are_too_large_or_not_json_are_problems() {
    String large = "{\"clientId\":\"1\",\"text\":\"a\",\"more\":\"" + "x".repeat(70_000) + "\"}";
    assertProblem(413, server.send(chat.mine(server.post(MESSAGES, large))));
    HttpRequest.Builder chunked =
        server
            .to(MESSAGES)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));
    assertProblem(413, server.send(chat.mine(chunked)));
    HttpRequest.Builder form =
        server
            .to(MESSAGES)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(MESSAGE));
    assertProblem(415, server.send(chat.mine(form)));
    String longId = json(Map.of("clientId", "x".repeat(65), "text", "a"));
    assertProblem(413, server.send(chat.mine(server.post(MESSAGES, longId))));

    assertThat(office.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "204|{\"score\":1}",
        "204|{\"score\":5,\"comment\":\"díky\"}",
        "400|{\"score\":0}",
        "400|{\"score\":6}",
        "400|{\"score\":-1}",
        "400|{\"score\":4.5}",
        "400|{\"score\":\"5\"}",
        "400|{\"score\":99999999999}",
        "400|{}",
        "400|{\"score\":5,\"comment\":7}"
      })
  void a_rating_is_one_to_five(int status, String body) {
    HttpResponse<String> response = server.send(chat.mine(server.post("/api/chat/rating", body)));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(office.rated()).isEqualTo(status == 204);
  }

  private static String json(Map<String, String> body) {
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }
}
