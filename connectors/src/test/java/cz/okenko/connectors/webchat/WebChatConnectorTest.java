package cz.okenko.connectors.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorContract;
import cz.okenko.connectors.Routed;
import cz.okenko.connectors.Transcript.State;
import cz.okenko.connectors.Transcript.Wait;
import cz.okenko.connectors.http.Json;
import io.helidon.http.HeaderNames;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebChatConnectorTest extends ConnectorContract implements Routed {
  private static final String MESSAGES = "/api/chat/messages";
  private static final String EVENTS = "/api/chat/events";
  private static final String OURS = "https://chat.vzorov.example";

  /// Set by [#start], which the contract calls before each test.
  @SuppressWarnings("NullAway.Init")
  private ChatServer server;

  private String token = "";
  private WebChatLimits.Rate conversation = new WebChatLimits.Rate(30, 2);
  private WebChatLimits.Rate opening = new WebChatLimits.Rate(100, 10);

  @Override
  protected Connector start() {
    var limits =
        new WebChatLimits(
            List.of(URI.create(OURS)), conversation, new WebChatLimits.Rate(500, 50), opening);
    var connector =
        new WebChatConnector(
            office,
            office,
            limits,
            InstantSource.fixed(NOW),
            request -> request.headers().first(HeaderNames.create(PEER)).orElse("192.0.2.1"));
    server = new ChatServer(connector);
    if (token.isEmpty()) {
      token = open();
    }
    return connector;
  }

  @Override
  protected void stop() {
    server.close();
  }

  @Override
  protected boolean send(String id, String text) {
    return post(MESSAGES, Map.of("clientId", id, "text", text)).statusCode() == 202;
  }

  @Override
  public int sendUnauthorised(String id, String text) {
    return server
        .send(server.post(MESSAGES, json(Map.of("clientId", id, "text", text))))
        .statusCode();
  }

  @Override
  public int sendBroken(String body) {
    return server.send(mine(server.post(MESSAGES, body))).statusCode();
  }

  @Override
  protected boolean pick(String id, Choice choice) {
    return post(
                MESSAGES, Map.of("clientId", id, "text", choice.label(), "choice", choice.value()))
            .statusCode()
        == 202;
  }

  /// What stands under the lines, each opened with the citizen's token.
  @Override
  protected List<Received> received() {
    try (var events = listen("")) {
      String line = events.await("\"files\":").substring("data: ".length());
      String path = "/api/chat/files/";
      return ChatServer.members(line, "files", "id", "name").stream()
          .map(file -> Received.of(file.getLast(), server.file(mine(server.to(path + file.getFirst())))))
          .toList();
    }
  }

  @Override
  protected void awaitHeard(String text) {
    try (var events = listen("")) {
      events.await(text);
    }
  }

  @Test
  void the_longest_text_is_taken_and_a_longer_one_refused_whole() {
    int longest = WebChatConnector.LONGEST_TEXT;
    assertThat(status("1", "á".repeat(longest))).isEqualTo(202);
    assertThat(status("2", "á".repeat(longest + 1))).isBetween(400, 499);

    assertThat(office.messages()).hasSize(1);
  }

  private int status(String id, String text) {
    return post(MESSAGES, Map.of("clientId", id, "text", text)).statusCode();
  }

  @Test
  void opening_gives_a_token_of_its_own_to_everyone() {
    String other = open();

    assertThat(other).hasSize(32).isNotEqualTo(token);
    assertThat(office.conversations()).isEqualTo(2);
  }

  @Test
  void opening_takes_a_language_and_no_body_at_all() {
    assertThat(server.send(server.to("/api/chat").POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(201);
    assertThat(server.send(server.post("/api/chat", "{\"language\":\"uk\"}")).statusCode())
        .isEqualTo(201);
    assertThat(server.send(server.post("/api/chat", "{\"language\":\"xx\"}")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void an_acknowledgement_names_the_message_and_the_clients_id() {
    HttpResponse<String> response = post(MESSAGES, Map.of("clientId", "a 1", "text", "Ahoj"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.body()).contains("\"clientId\":\"a 1\"", "\"id\":\"");
  }

  @Test
  void the_same_clients_id_of_two_citizens_is_two_messages() {
    send("1", "Ahoj");
    token = open();
    send("1", "Dobrý den");

    assertThat(office.messages()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer short",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA AAAA",
        "Basic AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "bearer TOKEN",
        "TOKEN"
      })
  void a_token_that_is_missing_malformed_or_foreign_opens_nothing(String header) {
    String given = header.replace("TOKEN", token);
    for (String path : List.of(MESSAGES, "/api/chat/rating", "/api/chat/close")) {
      assertProblem(401, server.send(server.post(path, MESSAGE).header("Authorization", given)));
    }
    assertProblem(401, server.send(server.to(EVENTS).GET().header("Authorization", given)));

    assertThat(office.messages()).isEmpty();
    assertThat(office.rated()).isFalse();
  }

  @Test
  void a_token_in_the_address_is_not_looked_at() {
    for (String name : List.of("token", "access_token", "authorization")) {
      String query = "?" + name + "=" + token;
      assertProblem(401, server.send(server.post(MESSAGES + query, MESSAGE)));
      assertProblem(401, server.send(server.to(EVENTS + query).GET()));
    }
  }

  @Test
  void what_no_database_can_hold_becomes_the_replacement_character() {
    String body = "{\"clientId\":\"1\",\"text\":\"a\\u0000b\\ud800c\\ud83d\\ude00\"}";

    assertThat(server.send(mine(server.post(MESSAGES, body))).statusCode()).isEqualTo(202);

    assertThat(office.messages().getFirst().text()).isEqualTo("a\ufffdb\ufffdc\ud83d\ude00");
  }

  @Test
  void a_stream_tells_the_whole_transcript_with_ids_and_then_what_is_new() {
    send("1", "Kolik stojí občanka?");

    try (var events = listen("")) {
      assertThat(events.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(events.header("Cache-Control")).isEqualTo("no-store");
      assertThat(events.next()).startsWith(":");
      assertThat(events.await("id: ")).matches("id: \\d+");
      assertThat(events.next()).isEqualTo("event: message");
      assertThat(events.next()).contains("Kolik stojí občanka?", "\"clientId\":\"1\"");
      assertThat(events.await("event: ")).isEqualTo("event: state");
      assertThat(events.next()).contains("\"state\":\"with-bot\"", "úřad má otevřeno");

      send("2", "A kde?");
      events.await("A kde?");
    }
  }

  @Test
  void a_stream_resumes_after_the_last_line_that_was_seen() {
    send("1", "první");
    send("2", "druhá");
    String seen;
    try (var events = listen("")) {
      seen = events.await("id: ").substring(4);
    }

    try (var events = listen(seen)) {
      assertThat(events.await("data: ")).contains("druhá").doesNotContain("první");
    }
  }

  @Test
  void a_stream_resumes_over_a_restart() {
    send("1", "první");
    String seen;
    try (var events = listen("")) {
      seen = events.await("id: ").substring(4);
    }

    restart();
    send("2", "druhá");

    try (var events = listen(seen)) {
      assertThat(events.await("data: ")).contains("druhá");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "99999999999999999999", "1 or 1=1"})
  void an_id_that_is_none_of_ours_resumes_nothing(String id) {
    assertProblem(400, server.send(mine(server.to(EVENTS).GET()).header("Last-Event-ID", id)));
  }

  @Test
  void every_change_of_the_state_is_told() {
    send("1", "člověk");
    try (var events = listen("")) {
      events.await("\"state\":\"with-bot\"");

      office.turn(new State.Waiting(2, Wait.UNKNOWN)).forEach(connector()::changed);
      assertThat(events.await("\"state\":\"waiting\"")).contains("\"place\":2");

      office.turn(new State.WithClerk("Jana", "Doklady")).forEach(connector()::changed);
      assertThat(events.await("\"state\":\"with-clerk\"")).contains("Jana", "Doklady");

      assertThat(post("/api/chat/close", Map.of()).statusCode()).isEqualTo(204);
      events.await("\"state\":\"closed\"");
    }
  }

  @Test
  void choices_are_told_with_their_values() {
    send("1", "občanka");
    office.says("Co myslíte?", new Choice("handoff", "Mluvit s člověkem"));

    try (var events = listen("")) {
      assertThat(events.await("Co myslíte?"))
          .contains("{\"value\":\"handoff\",\"label\":\"Mluvit s člověkem\"}");
    }
  }

  @Test
  @Timeout(25)
  void a_quiet_stream_beats_at_least_every_twenty_seconds() {
    try (var events = listen("")) {
      events.await("event: state");
      Instant before = Instant.now();

      events.await(": ");
      events.await(":");

      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void one_citizen_holds_only_so_many_streams_open() {
    var open = new ArrayList<ChatServer.Events>();
    for (int i = 0; i < 16; i++) {
      open.add(listen(""));
    }

    HttpResponse<String> refused = server.send(mine(server.to(EVENTS).GET()));

    assertProblem(429, refused);
    assertThat(refused.headers().firstValue("Retry-After")).contains("20");
    token = open();
    open.add(listen(""));
    assertThat(open.getLast().await("event: state")).isNotEmpty();
    open.forEach(ChatServer.Events::close);
  }

  @Test
  @Timeout(10)
  void closing_ends_open_streams_at_once() {
    try (var events = listen("")) {
      events.await("event: state");
      Instant before = Instant.now();

      connector().close();
      events.awaitEnd();

      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  @Timeout(10)
  void a_stream_opened_while_closing_ends_at_once_too() {
    connector().close();

    try (var events = listen("")) {
      events.awaitEnd();
    }
  }

  @Test
  void whoever_writes_too_fast_is_told_when_to_go_on_and_others_are_not_held_up() {
    conversation = new WebChatLimits.Rate(2, 1);
    restart();
    send("1", "a");
    send("2", "b");

    HttpResponse<String> refused = post(MESSAGES, Map.of("clientId", "3", "text", "c"));

    assertProblem(429, refused);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(office.messages()).hasSize(2);
    token = open();
    assertThat(send("1", "a")).isTrue();
  }

  @Test
  void one_network_address_opens_only_so_many_conversations() {
    opening = new WebChatLimits.Rate(2, 1);
    restart();
    open();
    open();

    assertProblem(429, server.send(server.post("/api/chat", "{}")));
    assertThat(server.send(server.post("/api/chat", "{}").header(PEER, "192.0.2.2")).statusCode())
        .isEqualTo(201);
  }

  private static final String PEER = "X-Test-Peer";
  private static final String MESSAGE = "{\"clientId\":\"1\",\"text\":\"Ahoj\",\"score\":5}";

  private String open() {
    HttpResponse<String> response = server.send(server.post("/api/chat", "{}"));
    assertThat(response.statusCode()).isEqualTo(201);
    return Json.read(response.body().getBytes(StandardCharsets.UTF_8))
        .text("token", 1, 100);
  }

  private HttpResponse<String> post(String path, Map<String, String> body) {
    return server.send(mine(server.post(path, json(body))));
  }

  private ChatServer.Events listen(String after) {
    HttpRequest.Builder request = mine(server.to(EVENTS));
    return server.listen(after.isEmpty() ? request : request.header("Last-Event-ID", after));
  }

  private HttpRequest.Builder mine(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + token);
  }

  private static String json(Map<String, String> body) {
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }

  private static void assertProblem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + status, "\"title\":");
  }
}
