package cz.okenko.connectors.webchat;

import static cz.okenko.connectors.webchat.OpenChat.MESSAGE;
import static cz.okenko.connectors.webchat.OpenChat.MESSAGES;
import static cz.okenko.connectors.webchat.OpenChat.OURS;
import static cz.okenko.connectors.webchat.OpenChat.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.RememberingOffice;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which websites may talk to the chat from a browser.
final class OriginsTest {
  private final OpenChat chat = new OpenChat();
  private final RememberingOffice office = chat.office();
  private final ChatServer server = chat.server();

  @AfterEach
  void stop() {
    chat.close();
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
    assertProblem(
        403, server.send(chat.mine(server.post(MESSAGES, MESSAGE)).header("Origin", origin)));
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
    HttpRequest.Builder hidden = chat.mine(server.post(MESSAGES, MESSAGE));

    assertProblem(403, server.send(hidden.header("Sec-Fetch-Site", "cross-site")));
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
            chat.mine(server.post(MESSAGES, MESSAGE))
                .header("Origin", OURS)
                .header("Sec-Fetch-Site", "cross-site"));
    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).contains(OURS);
  }

  private HttpResponse<String> preflight(String origin) {
    return server.send(
        server
            .to(MESSAGES)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST"));
  }
}
