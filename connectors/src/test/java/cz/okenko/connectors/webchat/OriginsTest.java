package cz.okenko.connectors.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which websites may talk to the chat from a browser.
final class OriginsTest {
  private static final String OURS = "https://chat.vzorov.example";
  private static final String MESSAGES = "/api/chat/messages";
  private static final String MESSAGE = "{\"clientId\":\"1\",\"text\":\"Ahoj\"}";
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
  private final String token = open();

  @AfterEach
  void stop() {
    connector.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "http://chat.vzorov.example",
        "https://chat.vzorov.example.evil.example",
        "https://chat.vzorov.example:8443",
        "https://chat.vzorov.example/",
        "https://chat.vzorov.example@evil.example",
        "https://CHAT.vzorov.example",
        "https://evil.example, https://chat.vzorov.example",
        "*"
      })
  void a_page_of_another_origin_may_do_nothing(String origin) {
    int before = office.conversations();

    assertProblem(403, server.send(server.post("/api/chat", "{}").header("Origin", origin)));
    assertProblem(403, server.send(mine(server.post(MESSAGES, MESSAGE)).header("Origin", origin)));
    HttpResponse<String> preflight = preflight(origin);
    assertProblem(403, preflight);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

    assertThat(office.conversations()).isEqualTo(before);
    assertThat(office.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/chat/", "/api//chat", "/api/chat;a=b", "/API/chat", "/api/%63hat"})
  void no_way_of_writing_the_address_gets_past_the_list(String path) {
    int before = office.conversations();

    HttpResponse<String> response =
        server.send(server.post(path, "{}").header("Origin", "https://evil.example"));

    assertThat(response.statusCode()).isBetween(400, 499);
    assertThat(office.conversations()).isEqualTo(before);
  }

  @Test
  void another_site_that_hides_its_origin_may_do_nothing() {
    assertProblem(
        403,
        server.send(mine(server.post(MESSAGES, MESSAGE)).header("Sec-Fetch-Site", "cross-site")));
    assertThat(office.messages()).isEmpty();
  }

  @Test
  void a_listed_page_is_let_in_by_name() {
    HttpResponse<String> preflight = preflight(OURS);
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains(OURS);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization", "Content-Type", "Last-Event-ID");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(preflight.headers().firstValue("Vary").orElseThrow()).contains("Origin");

    HttpResponse<String> sent =
        server.send(
            mine(server.post(MESSAGES, MESSAGE))
                .header("Origin", OURS)
                .header("Sec-Fetch-Site", "cross-site"));
    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).contains(OURS);
  }

  private String open() {
    String opened = server.send(server.post("/api/chat", "{}")).body();
    return Json.read(opened.getBytes(StandardCharsets.UTF_8)).text("token", 1, 100);
  }

  private HttpResponse<String> preflight(String origin) {
    return server.send(
        server
            .to(MESSAGES)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST"));
  }

  private HttpRequest.Builder mine(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  private static void assertProblem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + status, "\"title\":");
  }
}
