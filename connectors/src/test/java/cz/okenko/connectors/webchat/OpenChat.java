package cz.okenko.connectors.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The web chat behind a real server, with a conversation that has just been opened.
final class OpenChat implements AutoCloseable {
  static final String OURS = "https://chat.vzorov.example";
  static final String MESSAGES = "/api/chat/messages";
  static final String MESSAGE = "{\"clientId\":\"1\",\"text\":\"Ahoj\"}";
  private static final WebChatLimits.Rate RATE = new WebChatLimits.Rate(100, 10);

  private final RememberingOffice office = new RememberingOffice();
  private final WebChatConnector connector =
      new WebChatConnector(
          office,
          office,
          new WebChatLimits(List.of(URI.create(OURS)), RATE, RATE, RATE),
          InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")),
          request -> "192.0.2.1");
  private final ChatServer server = new ChatServer(connector);
  private final String token = opened();

  String token() {
    return token;
  }

  RememberingOffice office() {
    return office;
  }

  ChatServer server() {
    return server;
  }

  /// The same request by the citizen whose conversation it is.
  HttpRequest.Builder mine(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  static void assertProblem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + status, "\"title\":");
  }

  @Override
  public void close() {
    connector.close();
    server.close();
  }

  /// The token of somebody else who opens a conversation.
  String opened() {
    String opened = server.send(server.post("/api/chat", "{}")).body();
    return Json.read(opened.getBytes(StandardCharsets.UTF_8)).text("token", 1, 100);
  }
}
