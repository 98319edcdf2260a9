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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A conversation is handed on to one colleague: never to somebody who is away, with what they should know.
@Timeout(120)
final class HandingOnJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;
  private ConsoleClient jana;
  private ConsoleClient marie;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock);
    jana = gateway.clerk("jana");
    marie = gateway.clerk("marie");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void a_colleague_is_offered_it_with_the_note_and_the_citizen_keeps_their_place() {
    ChatClient citizen = gateway.chat("en");
    String id = taken(citizen);
    String since = state(id).path("since").asText();
    clock.pass(Duration.ofSeconds(30));

    HttpResponse<String> handed = hand(id, "marie", "  Potřebuje rodný list.  ");

    assertThat(handed.statusCode()).as(handed.body()).isEqualTo(200);
    JsonNode item = Wire.json(handed.body());
    assertThat(item.path("state").asText()).isEqualTo("waiting");
    assertThat(item.path("agenda").asText()).isEqualTo("matrika");
    assertThat(item.path("since").asText()).isEqualTo(since);
    citizen.await(all -> all.getLast().path("text").asText().startsWith("We are passing you on to one"));
    JsonNode offer = marie.get("offers").path("items").path(0);
    assertThat(offer.path("conversation").asText()).isEqualTo(id);
    assertThat(offer.path("handedOn").path("by").asText()).isEqualTo("Jana Ukázková");
    assertThat(offer.path("handedOn").path("note").asText()).isEqualTo("Potřebuje rodný list.");
    assertThat(marie.claim(id).statusCode()).isEqualTo(200);
    JsonNode handedOn = marie.conversation(id).path("handedOn");
    assertThat(handedOn.path("to").asText()).isEqualTo("Marie Příkladná");
    assertThat(handedOn.path("note").asText()).isEqualTo("Potřebuje rodný list.");
    marie.close(id);
    assertThat(marie.conversation(id).has("handedOn")).isFalse();
    assertThat(deeds("transferred")).isEqualTo(1);
  }

  @Test
  void who_is_away_is_handed_nothing_and_who_stands_in_is_said_before() {
    String id = taken(gateway.chat());
    away("marie", "karel");
    JsonNode instead = colleague(id, "Marie Příkladná").path("instead");
    assertThat(instead.path("name").asText()).isEqualTo("Karel Smyšlený");
    assertThat(instead.path("person").asText()).isEqualTo(idOf("karel"));

    HttpResponse<String> refused = hand(id, "marie", "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Wire.json(refused.body()).path("instead").path("name").asText())
        .isEqualTo("Karel Smyšlený");
    assertThat(state(id).path("clerk").path("name").asText()).isEqualTo("Jana Ukázková");
    away("karel", "");
    assertThat(colleague(id, "Marie Příkladná").path("instead").path("agenda").asText())
        .isEqualTo("matrika");
    assertThat(colleague(id, "Petr Vzorný").has("instead")).isFalse();
  }

  @Test
  void the_offer_waits_for_who_is_not_at_the_screen_and_goes_on_after_a_quarter_of_an_hour() {
    ConsoleClient petr = gateway.clerk("petr");
    String id = taken(gateway.chat());
    assertThat(hand(id, "petr", "").statusCode()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(10));
    here(jana);
    ChatClient other = gateway.chat();
    other.choose("handoff", "Mluvit s člověkem");
    await(() -> offered(jana).contains(other.conversation()));

    assertThat(offered(petr)).contains(id);
    assertThat(offered(jana)).doesNotContain(id);

    clock.pass(Duration.ofMinutes(6));
    here(jana);
    await(() -> offered(jana).contains(id));
    assertThat(offered(petr)).doesNotContain(id);
  }

  @Test
  void who_lets_it_go_leaves_a_word_for_the_others() {
    String id = taken(gateway.chat());
    hand(id, "marie", "");

    assertThat(marie.post("offers/" + id + "/pass", Map.of()).statusCode()).isEqualTo(204);

    assertThat(jana.conversation(id).path("lines").findValuesAsText("text"))
        .anyMatch(text -> text.startsWith("Marie Příkladná konverzaci převzít nemůže"));
    assertThat(offered(marie)).isEmpty();
  }

  @Test
  void nonsense_is_refused_and_changes_nothing() {
    String id = taken(gateway.chat());
    String here = "conversations/" + id + "/transfer";

    assertThat(jana.post(here, Map.of()).statusCode()).isEqualTo(400);
    assertThat(jana.post(here, Map.of("person", "1", "agenda", "matrika")).statusCode()).isEqualTo(400);
    assertThat(jana.post(here, Map.of("person", idOf("jana"))).statusCode()).isEqualTo(400);
    assertThat(jana.post(here, Map.of("person", "999999")).statusCode()).isEqualTo(400);
    assertThat(jana.post(here, Map.of("person", "x".repeat(65))).statusCode()).isEqualTo(413);
    assertThat(marie.post(here, Map.of("person", idOf("karel"))).statusCode()).isEqualTo(409);
    assertThat(jana.post("conversations/999/transfer", Map.of("person", "1")).statusCode()).isEqualTo(404);
    assertThat(jana.status("conversations/999/colleagues")).isEqualTo(404);

    assertThat(state(id).path("state").asText()).isEqualTo("with-clerk");
    assertThat(deeds("transferred")).isZero();
  }

  private HttpResponse<String> hand(String id, String signIn, String note) {
    return jana.post(
        "conversations/" + id + "/transfer", Map.of("person", idOf(signIn), "note", note));
  }

  private String taken(ChatClient citizen) {
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    assertThat(jana.claim(citizen.conversation()).statusCode()).isEqualTo(200);
    return citizen.conversation();
  }

  private JsonNode state(String id) {
    return jana.conversation(id).path("conversation");
  }

  private JsonNode colleague(String id, String name) {
    return jana.get("conversations/" + id + "/colleagues")
        .path("colleagues")
        .valueStream()
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void away(String signIn, String deputy) {
    var body = Map.of("until", "2026-11-25T08:00", "deputy", deputy);
    String path = "directory/people/" + idOf(signIn) + "/absence";
    assertThat(gateway.admin().put(path, body).statusCode()).isEqualTo(200);
  }

  private String idOf(String signIn) {
    return jana.get("directory")
        .path("people")
        .valueStream()
        .filter(one -> one.path("sign-in").asText().equals(signIn))
        .map(one -> one.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private int deeds(String deed) {
    return gateway.admin().get("audit?deed=" + deed).path("entries").size();
  }

  private static void here(ConsoleClient clerk) {
    assertThat(clerk.post("presence", Map.of("tab", "t", "writing", false)).statusCode())
        .isEqualTo(204);
  }

  private static List<String> offered(ConsoleClient clerk) {
    return clerk.get("offers").path("items").findValuesAsText("conversation");
  }

  private static void await(BooleanSupplier wanted) {
    long start = System.nanoTime();
    while (!wanted.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
