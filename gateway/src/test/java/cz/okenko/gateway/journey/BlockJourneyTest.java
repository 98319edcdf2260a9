package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An abusive sender is not heard for a time, is told so once, and is never left without help in danger.
@Timeout(120)
final class BlockJourneyTest {
  private static final Map<String, Object> HOUR = Map.of("hours", 1, "reason", "insults");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("block");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(folder, clock, "channels: {pigeon: {loft: block}}");
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void while_blocked_everything_is_stored_and_nothing_reaches_the_bot_or_a_queue() {
    String id = waiting("anna");
    assertThat(block(id, HOUR)).isEqualTo(204);
    String told = pigeons.hears().text();
    assertThat(told)
        .contains("do 23. 11. 2026 11:00", "+420 000 000 000", "112")
        .contains("Vzorov");

    pigeons.says("anna", "kolik stojí nová občanka");
    pigeons.says("anna", "chci mluvit s člověkem");
    pigeons.says("anna", "jen pro úředníka", Handling.FOR_CLERK);
    gateway.close();
    gateway = RunningGateway.start(folder, clock, "channels: {pigeon: {loft: block}}");
    jana = jana.at(gateway);
    pigeons.says("anna", "haló?");
    pigeons.says("boris", "kolik stojí nová občanka");

    assertThat(pigeons.hears().address().value()).isEqualTo("boris");
    assertThat(pigeons.rest()).isEmpty();
    assertThat(jana.queue("waiting").path("items")).isEmpty();
    JsonNode kept = jana.conversation(id);
    assertThat(kept.path("conversation").path("state").asText()).isEqualTo("closed");
    assertThat(kept.path("lines").findValuesAsText("text"))
        .contains("kolik stojí nová občanka", "jen pro úředníka", "haló?");
    assertThat(kept.path("block").path("until").asText()).isEqualTo("2026-11-23T10:00:00Z");
  }

  @Test
  void a_danger_is_answered_at_once_and_reaches_no_queue() {
    String id = waiting("anna");
    block(id, HOUR);
    pigeons.hears();

    pigeons.says("anna", "hoří nám dům, pomozte");

    assertThat(pigeons.hears().text()).contains("150");
    assertThat(jana.queue("waiting").path("items")).isEmpty();
    assertThat(jana.conversation(id).path("conversation").path("state").asText()).isEqualTo("closed");
  }

  @Test
  void it_ends_by_itself_and_then_a_new_conversation_begins() {
    String id = waiting("anna");
    block(id, HOUR);
    pigeons.hears();
    clock.pass(Duration.ofMinutes(59));
    pigeons.says("anna", "ještě ne");
    clock.pass(Duration.ofMinutes(2));

    pigeons.says("anna", "kolik stojí nová občanka");

    assertThat(pigeons.hears().text()).contains("Kč");
    assertThat(jana.conversation(id).has("block")).isFalse();
  }

  @Test
  void a_supervisor_sees_all_and_lifts_any_and_the_sender_is_heard_again() {
    String id = waiting("anna");
    block(id, Map.of("hours", 24, "reason", "other", "note", "Posílá pořád dokola reklamu."));
    pigeons.hears();
    assertThat(jana.status("blocks")).isEqualTo(403);
    ConsoleClient admin = gateway.admin();
    JsonNode listed = admin.get("blocks").path("blocks").path(0);
    assertThat(listed.path("note").asText()).isEqualTo("Posílá pořád dokola reklamu.");
    assertThat(listed.path("clerk").path("name").asText()).isEqualTo("Jana Ukázková");
    assertThat(listed.toString()).doesNotContain("anna");
    String path = "blocks/" + listed.path("id").asText();
    assertThat(gateway.clerk("petr").delete(path, Map.of()).statusCode()).isEqualTo(403);

    assertThat(admin.delete(path, Map.of()).statusCode()).isEqualTo(204);

    assertThat(admin.delete(path, Map.of()).statusCode()).isEqualTo(409);
    assertThat(admin.delete("blocks/1", Map.of()).statusCode()).isEqualTo(404);
    pigeons.says("anna", "kolik stojí nová občanka");
    assertThat(pigeons.hears().text()).contains("Kč");
    assertThat(admin.get("blocks").path("blocks")).isEmpty();
    assertThat(deeds("blocked-sender")).isEqualTo(1);
    assertThat(deeds("lifted-block")).isEqualTo(1);
  }

  @Test
  void a_clerk_blocks_for_a_week_at_most_and_only_what_nobody_else_has() {
    String id = waiting("anna");
    ConsoleClient petr = gateway.clerk("petr");
    petr.claim(id);
    assertThat(block(id, HOUR)).isEqualTo(409);
    assertThat(petr.post("conversations/" + id + "/block", Map.of("hours", 169, "reason", "threats")).statusCode())
        .isEqualTo(403);
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("hours", 0, "reason", "spam"),
            Map.of("hours", 721, "reason", "spam"),
            Map.of("hours", 1, "reason", "mood"),
            Map.of("hours", 1, "reason", "other"),
            Map.of("hours", 1, "reason", "spam", "note", "x".repeat(501)))) {
      assertThat(petr.post("conversations/" + id + "/block", bad).statusCode()).as("" + bad).isIn(400, 413);
    }
    assertThat(jana.conversation(id).path("conversation").path("state").asText()).isEqualTo("with-clerk");
    assertThat(jana.post("conversations/999/block", HOUR).statusCode()).isEqualTo(404);

    assertThat(petr.post("conversations/" + id + "/block", Map.of("hours", 168, "reason", "threats")).statusCode())
        .isEqualTo(204);

    assertThat(petr.post("conversations/" + id + "/block", HOUR).statusCode()).isEqualTo(409);
    String block = petr.conversation(id).path("block").path("id").asText();
    assertThat(petr.delete("blocks/" + block, Map.of()).statusCode()).isEqualTo(204);
  }

  @Test
  void a_supervisor_may_block_for_thirty_days_in_the_citizens_language() {
    ChatClient citizen = gateway.chat("de");
    citizen.choose("handoff", "Mit einem Menschen sprechen");
    citizen.awaitState("waiting");

    assertThat(
            gateway
                .admin()
                .post("conversations/" + citizen.conversation() + "/block", Map.of("hours", 720, "reason", "threats"))
                .statusCode())
        .isEqualTo(204);

    citizen.await(all -> all.getLast().path("text").asText().contains("bis 23. 12. 2026"));
    citizen.send("Wo finde ich Sie?");
    assertThat(gateway.chat().conversation()).isNotEmpty();
    assertThat(jana.queue("waiting").path("items")).isEmpty();
  }

  private String waiting(String name) {
    pigeons.says(name, "chci mluvit s člověkem");
    pigeons.hears();
    return jana.queue("waiting").path("items").path(0).path("conversation").asText();
  }

  private int block(String id, Map<String, Object> how) {
    return jana.post("conversations/" + id + "/block", how).statusCode();
  }

  private int deeds(String deed) {
    return gateway.admin().get("audit?deed=" + deed).path("entries").size();
  }
}
