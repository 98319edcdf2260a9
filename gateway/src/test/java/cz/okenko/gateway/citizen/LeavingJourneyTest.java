package cz.okenko.gateway.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LeavingJourneyTest {
  private static final String EMAIL = "anna@example.org";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Pigeons mail = PigeonProvider.loft("leaving");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: leaving}}");
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
    mail.rest();
  }

  @Test
  void whoever_leaves_is_answered_where_they_said_and_keeps_their_place() {
    ChatClient anna = waiting();
    clock.pass(Duration.ofSeconds(1));
    ChatClient boris = waiting();
    assertThat(anna.awaitState("waiting").path("mail").asBoolean()).isTrue();

    assertThat(leave(anna, EMAIL)).isEqualTo(204);

    anna.awaitState("closed");
    assertThat(anna.await(lines -> lines.size() == 3).getLast().path("text").asText())
        .startsWith("Odpověď vám pošleme na anna@example.org.");
    OutboundMessage first = mail.hears();
    assertThat(first.address()).isEqualTo(mail.address(EMAIL));
    assertThat(first.text()).contains("v chatu na webu").doesNotContain("člověkem");
    JsonNode items = jana.queue("waiting").path("items");
    assertThat(items.findValuesAsText("channel")).containsExactly("pigeon", "webchat");
    String moved = items.path(0).path("conversation").asText();
    assertThat(items.path(0).path("contact").asText()).isEqualTo(EMAIL);
    jana.claim(moved);
    mail.hears();
    jana.reply(moved, "Průkaz je připravený.");
    assertThat(mail.hears().text()).isEqualTo("Průkaz je připravený.");
    assertThat(jana.conversation(moved).toString()).contains("chci mluvit s člověkem");
    mail.says(EMAIL, "děkuji");
    assertThat(boris.awaitState("waiting").path("place").asInt()).isEqualTo(1);
    assertThat(jana.conversation(moved).toString()).contains("děkuji");
    JsonNode consent =
        jana.get("conversations/" + moved + "/person").path("consents").path(0);
    assertThat(consent.path("purpose").asText()).isEqualTo("answer-by-mail");
    assertThat(consent.has("message")).isFalse();
  }

  @Test
  void only_who_waits_for_a_person_can_leave_and_only_to_an_address() {
    ChatClient anna = gateway.chat();
    assertThat(anna.awaitState("with-bot").has("mail")).isFalse();
    assertThat(leave(anna, EMAIL)).isEqualTo(409);
    anna.send("chci mluvit s člověkem");
    anna.awaitState("waiting");

    assertThat(leave(anna, "nic")).isEqualTo(400);
    assertThat(leave(anna, "")).isEqualTo(400);

    anna.awaitState("waiting");
    assertThat(mail.rest()).isEmpty();
    assertThat(leave(anna, EMAIL)).isEqualTo(204);
    assertThat(leave(anna, EMAIL)).isEqualTo(409);
  }

  private ChatClient waiting() {
    ChatClient citizen = gateway.chat();
    citizen.send("chci mluvit s člověkem");
    citizen.awaitState("waiting");
    return citizen;
  }

  private static int leave(ChatClient citizen, String email) {
    return citizen.post("leave", Map.of("email", email)).statusCode();
  }
}
