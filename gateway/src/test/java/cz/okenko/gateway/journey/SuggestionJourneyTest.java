package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the articles give a clerk who writes a reply, over HTTP alone.
final class SuggestionJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(folder, clock);
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void the_bots_answer_is_suggested_and_sent_with_one_touch() {
    ChatClient citizen = gateway.chat();
    citizen.send("kolik stojí nová občanka");
    citizen.await(all -> all.size() >= 2);
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    String here = "conversations/" + citizen.conversation();

    JsonNode suggestion = jana.get(here + "/suggestion");

    assertThat(suggestion.path("slug").asText()).isEqualTo("obcansky-prukaz-vydani");
    assertThat(suggestion.path("supervised").asBoolean()).isFalse();
    String text = suggestion.path("text").asText();
    assertThat(jana.post(here + "/approve", Map.of("clientId", "a", "text", text)).statusCode())
        .isEqualTo(202);
    JsonNode last =
        citizen.await(all -> all.getLast().path("author").asText().equals("clerk")).getLast();
    assertThat(last.path("text").asText()).isEqualTo(text);
    citizen.awaitState("with-bot");
  }

  @Test
  void a_typed_wish_for_a_person_does_not_hide_the_question_before_it() {
    ChatClient citizen = gateway.chat();
    citizen.send("kolik stojí nová občanka");
    citizen.await(all -> all.size() >= 2);
    citizen.send("chci cloveka");
    citizen.awaitState("waiting");

    JsonNode suggestion = jana.get("conversations/" + citizen.conversation() + "/suggestion");

    assertThat(suggestion.path("slug").asText()).isEqualTo("obcansky-prukaz-vydani");
  }

  @Test
  void who_asked_nothing_gets_no_suggestion() {
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");

    assertThat(jana.status("conversations/" + citizen.conversation() + "/suggestion")).isEqualTo(204);
  }

  @Test
  void articles_are_found_with_their_parts() {
    JsonNode first = jana.get("insert?q=ob%C4%8Danka").path("articles").path(0);

    assertThat(first.path("url").asText()).endsWith("/situace/" + first.path("slug").asText());
    assertThat(first.path("parts").findValuesAsText("aspect")).startsWith("answer").contains("fee");
    assertThat(jana.status("insert?q=")).isEqualTo(400);
    assertThat(jana.status("insert?q=" + "x".repeat(201))).isEqualTo(400);
  }
}
