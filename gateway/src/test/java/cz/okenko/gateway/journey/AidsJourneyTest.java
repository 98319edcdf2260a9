package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What helps a clerk to write a reply, over HTTP alone.
final class AidsJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock);
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void nobody_sends_the_bots_answer_over_a_colleague() {
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    String id = citizen.conversation();
    gateway.clerk("petr").claim(id);
    var said = Map.of("clientId", "a", "text", "Stojí to 200 Kč.");

    assertThat(jana.post("conversations/" + id + "/approve", said).statusCode()).isEqualTo(409);
    assertThat(jana.conversation(id).path("lines").findValuesAsText("text"))
        .doesNotContain("Stojí to 200 Kč.");
  }

  @Test
  void a_canned_reply_is_kept_filled_in_changed_and_deleted() {
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    String fitting = "conversations/" + citizen.conversation() + "/canned";
    var greeting = Map.of("shortcut", "pozdrav", "text", "Dobrý den, tady {urednik} {takhle ne}.");

    String id = Wire.json(jana.post("canned", greeting).body()).path("id").asText();
    jana.post("canned", Map.of("agenda", "matrika", "shortcut", "list", "text", "Rodný list…"));

    assertThat(jana.get(fitting).path("replies").findValuesAsText("text"))
        .containsExactly("Dobrý den, tady Jana Ukázková {takhle ne}.");
    assertThat(jana.post("canned", greeting).statusCode()).isEqualTo(409);
    var shorter = Map.of("shortcut", "zdar", "text", "Dobrý den.");
    assertThat(jana.put("canned/" + id, shorter).statusCode()).isEqualTo(200);
    assertThat(jana.get("canned").path("replies").findValuesAsText("shortcut"))
        .containsExactly("list", "zdar");
    assertThat(jana.delete("canned/" + id).statusCode()).isEqualTo(204);
    assertThat(jana.delete("canned/" + id).statusCode()).isEqualTo(404);
    assertThat(jana.get(fitting).path("replies")).isEmpty();
    JsonNode audit = gateway.admin().get("audit").path("entries");
    assertThat(
            audit
                .valueStream()
                .filter(entry -> entry.path("subject").asText().equals("canned"))
                .map(entry -> entry.path("deed").asText() + " " + entry.path("subjectId").asText()))
        .containsExactly(
            "deleted-canned zdar", "changed-canned zdar", "added-canned list", "added-canned pozdrav");
  }

  @Test
  void a_canned_reply_that_cannot_work_is_refused() {
    for (Map<String, String> bad :
        List.of(
            Map.of("shortcut", "a b", "text", "x"),
            Map.of("shortcut", "a", "text", "  "),
            Map.of("shortcut", "a", "text", "{neznam}"),
            Map.of("shortcut", "a", "text", "x", "agenda", "nic"))) {
      HttpResponse<String> answer = jana.post("canned", bad);
      assertThat(answer.statusCode()).as("%s", bad).isEqualTo(400);
      assertThat(answer.body()).contains("detail");
    }
    assertThat(jana.get("canned").path("replies")).isEmpty();
    assertThat(jana.put("canned/999", Map.of("shortcut", "a", "text", "x")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_was_said_is_no_draft_any_more() {
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    String id = citizen.conversation();
    jana.claim(id);
    jana.put("conversations/" + id + "/draft", Map.of("kind", "reply", "text", "Dobrý"));
    jana.put("conversations/" + id + "/draft", Map.of("kind", "note", "text", "volal"));

    jana.reply(id, "Dobrý den.");

    JsonNode drafts = jana.get("conversations/" + id + "/desk").path("drafts");
    assertThat(drafts.has("reply")).isFalse();
    assertThat(drafts.path("note").path("text").asText()).isEqualTo("volal");
  }
}
