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

/// What clerks see of each other, what they began to write, and handing on, over HTTP alone.
final class DeskJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(folder, clock);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void colleagues_see_who_reads_and_writes() {
    String id = waiting(gateway.chat());
    ConsoleClient jana = gateway.clerk("jana");
    ConsoleClient petr = gateway.clerk("petr");

    assertThat(present(jana, id, true)).isEqualTo(204);

    JsonNode seen = petr.get("conversations/" + id + "/desk").path("present");
    assertThat(seen).hasSize(1);
    assertThat(seen.path(0).path("name").asText()).isEqualTo("Jana Ukázková");
    assertThat(seen.path(0).path("writing").asBoolean()).isTrue();
    assertThat(jana.get("conversations/" + id + "/desk").path("present")).isEmpty();
  }

  @Test
  void a_draft_survives_a_restart_and_is_its_authors_alone() {
    String id = waiting(gateway.chat());
    ConsoleClient jana = gateway.clerk("jana");
    assertThat(draft(jana, id, Map.of("kind", "reply", "text", "Dobrý den, přij"))).isEqualTo(204);
    gateway.close();

    gateway = RunningGateway.start(folder, clock);

    JsonNode drafts = jana.at(gateway).get("conversations/" + id + "/desk").path("drafts");
    assertThat(drafts.path("reply").path("text").asText()).isEqualTo("Dobrý den, přij");
    assertThat(drafts.has("note")).isFalse();
    ConsoleClient petr = gateway.clerk("petr");
    assertThat(petr.get("conversations/" + id + "/desk").path("drafts")).isEmpty();
  }

  @Test
  void an_empty_draft_is_none() {
    String id = waiting(gateway.chat());
    ConsoleClient jana = gateway.clerk("jana");
    draft(jana, id, Map.of("kind", "note", "text", "nespěchá"));

    draft(jana, id, Map.of("kind", "note", "text", ""));

    assertThat(jana.get("conversations/" + id + "/desk").path("drafts")).isEmpty();
  }

  @Test
  void who_holds_it_hands_it_on_with_a_note_and_the_citizen_is_told() {
    ChatClient citizen = gateway.chat();
    String id = waiting(citizen);
    ConsoleClient jana = gateway.clerk("jana");
    ConsoleClient petr = gateway.clerk("petr");
    jana.claim(id);
    var to = Map.of("agenda", "matrika", "note", "jde mu o rodný list");
    assertThat(petr.post("conversations/" + id + "/transfer", to).statusCode()).isEqualTo(409);

    assertThat(jana.post("conversations/" + id + "/transfer", to).statusCode()).isEqualTo(200);

    citizen.awaitState("waiting");
    citizen.await(all -> all.getLast().path("text").asText().contains("Předáváme vás dál"));
    JsonNode item = petr.queue("waiting").path("items").path(0);
    assertThat(item.path("agenda").asText()).isEqualTo("matrika");
    JsonNode lines = petr.conversation(id).path("lines");
    assertThat(lines.findValuesAsText("text")).contains("jde mu o rodný list");
    assertThat(petr.claim(id).statusCode()).isEqualTo(200);
  }

  @Test
  void nonsense_is_refused_and_changes_nothing() {
    String id = waiting(gateway.chat());
    ConsoleClient jana = gateway.clerk("jana");
    jana.claim(id);
    String here = "conversations/" + id;

    assertThat(draft(jana, id, Map.of("kind", "letter", "text", "x"))).isEqualTo(400);
    assertThat(draft(jana, id, Map.of("kind", "reply", "text", "x".repeat(20_001)))).isEqualTo(413);
    assertThat(draft(jana, "999", Map.of("kind", "reply", "text", "x"))).isEqualTo(404);
    assertThat(jana.post("presence", Map.of("tab", "", "writing", true)).statusCode()).isEqualTo(400);
    assertThat(jana.post("presence", Map.of("tab", "t", "writing", 1)).statusCode()).isEqualTo(400);
    assertThat(present(jana, "999", false)).isEqualTo(404);
    assertThat(jana.post(here + "/transfer", Map.of("agenda", "nic")).statusCode()).isEqualTo(400);
    assertThat(jana.post(here + "/transfer", Map.of()).statusCode()).isEqualTo(400);
    ConsoleClient stranger = ConsoleClient.stranger(gateway.base());
    assertThat(draft(stranger, id, Map.of("kind", "reply", "text", "x"))).isEqualTo(401);
    assertThat(stranger.post("presence", Map.of("tab", "t", "writing", true)).statusCode())
        .isEqualTo(401);

    assertThat(jana.get(here + "/desk").path("drafts")).isEmpty();
    assertThat(jana.conversation(id).path("conversation").path("state").asText())
        .isEqualTo("with-clerk");
  }

  private static int present(ConsoleClient clerk, String conversation, boolean writing) {
    return clerk
        .post("presence", Map.of("tab", "t1", "conversation", conversation, "writing", writing))
        .statusCode();
  }

  private static int draft(ConsoleClient clerk, String conversation, Map<String, String> draft) {
    return clerk.put("conversations/" + conversation + "/draft", draft).statusCode();
  }

  private static String waiting(ChatClient citizen) {
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    return citizen.conversation();
  }
}
