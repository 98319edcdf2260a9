package cz.okenko.gateway.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two conversations of one citizen become one, but only when the citizen proved that both are theirs.
@Timeout(120)
final class JoinJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("join");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: join}}");
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void they_go_on_where_the_citizen_wrote_last_with_the_older_place() {
    Two two = two();

    HttpResponse<String> joined = join(two.web, two.pigeon);

    assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
    assertThat(Wire.json(joined.body()).path("conversation").asText()).isEqualTo(two.pigeon);
    JsonNode whole = jana.conversation(two.pigeon);
    assertThat(whole.path("conversation").path("state").asText()).isEqualTo("waiting");
    assertThat(whole.path("conversation").path("since").asText()).isEqualTo("2026-11-23T09:00:00Z");
    List<String> texts = whole.path("lines").findValuesAsText("text");
    assertThat(texts)
        .containsSubsequence("první otázka", "prosím člověka, druhá otázka")
        .anyMatch(text -> text.startsWith("Spojili jsme vaše dva rozhovory"));
    assertThat(whole.path("lines").findValuesAsText("channel")).contains("webchat", "pigeon");
    assertThat(whole.path("lines").findValues("seq").stream().map(JsonNode::asLong)).isSorted();
    assertThat(state(two.web)).isEqualTo("closed");
    two.citizen.await(all -> all.getLast().path("text").asText().contains("kde jste nám psali naposledy"));
    assertThat(jana.queue("waiting").path("items")).hasSize(1);

    jana.claim(two.pigeon);
    jana.reply(two.pigeon, "Dobrý den, k oběma otázkám.");
    assertThat(heardThat("k oběma otázkám")).isEqualTo("anna");
  }

  @Test
  void once_is_enough_and_asking_again_changes_nothing() {
    Two two = two();
    join(two.web, two.pigeon);
    int lines = jana.conversation(two.pigeon).path("lines").size();

    HttpResponse<String> again = join(two.pigeon, two.web);

    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(Wire.json(again.body()).path("conversation").asText()).isEqualTo(two.pigeon);
    assertThat(jana.conversation(two.pigeon).path("lines")).hasSize(lines);
    assertThat(gateway.admin().get("audit?deed=joined").path("entries")).hasSize(2);
  }

  @Test
  void nobody_takes_one_away_from_a_colleague_and_who_holds_one_keeps_it() {
    Two two = two();
    ConsoleClient petr = gateway.clerk("petr");
    petr.claim(two.web);
    assertThat(join(two.web, two.pigeon).statusCode()).isEqualTo(409);
    assertThat(state(two.pigeon)).isEqualTo("waiting");

    assertThat(petr.post("conversations/" + two.web + "/join", Map.of("with", two.pigeon)).statusCode())
        .isEqualTo(200);

    JsonNode item = jana.conversation(two.pigeon).path("conversation");
    assertThat(item.path("clerk").path("name").asText()).isEqualTo("Petr Vzorný");
  }

  @Test
  void the_same_name_or_number_proves_nothing() {
    ChatClient web = gateway.chat();
    web.send("jmenuji se Anna, chci mluvit s člověkem");
    web.awaitState("waiting");
    pigeons.says("anna", "jmenuji se Anna, chci mluvit s člověkem");
    pigeons.hears();
    String other =
        jana.queue("waiting").path("items").findValuesAsText("conversation").stream()
            .filter(id -> !id.equals(web.conversation()))
            .findFirst()
            .orElseThrow();

    assertThat(join(web.conversation(), other).statusCode()).isEqualTo(409);

    assertThat(join(web.conversation(), web.conversation()).statusCode()).isEqualTo(409);
    assertThat(join(web.conversation(), "999").statusCode()).isEqualTo(404);
    assertThat(join(web.conversation(), "x").statusCode()).isEqualTo(404);
    assertThat(jana.post("conversations/" + other + "/join", Map.of()).statusCode()).isEqualTo(400);
    assertThat(state(other)).isEqualTo("waiting");
    assertThat(state(web.conversation())).isEqualTo("waiting");
  }

  private record Two(ChatClient citizen, String web, String pigeon) {}

  /// A citizen who proved by a code that the pigeon is theirs, and who waits at both places; the chat first.
  private Two two() {
    ChatClient citizen = gateway.chat();
    citizen.send("kód");
    String told = citizen.answer(1).path("text").asText();
    String code = told.replaceAll("(?s).*\\*\\*([0-9A-Z-]+)\\*\\*.*", "$1");
    pigeons.says("anna", code);
    pigeons.hears();
    citizen.awaitState("closed");
    citizen.send("první otázka");
    citizen.send("chci mluvit s člověkem");
    citizen.awaitState("waiting");
    String web = jana.queue("waiting").path("items").path(0).path("conversation").asText();
    clock.pass(Duration.ofMinutes(5));
    pigeons.says("anna", "prosím člověka, druhá otázka");
    pigeons.says("anna", "chci mluvit s člověkem");
    heardThat("Předávám vás člověku");
    String pigeon =
        jana.queue("waiting").path("items").findValuesAsText("conversation").stream()
            .filter(id -> !id.equals(web))
            .findFirst()
            .orElseThrow();
    return new Two(citizen, web, pigeon);
  }

  private String heardThat(String words) {
    for (int i = 0; i < 8; i++) {
      var message = pigeons.hears();
      if (message.text().contains(words)) {
        return message.address().value();
      }
    }
    throw new AssertionError("nobody said " + words);
  }

  private HttpResponse<String> join(String one, String other) {
    return jana.post("conversations/" + one + "/join", Map.of("with", other));
  }

  private String state(String id) {
    return jana.conversation(id).path("conversation").path("state").asText();
  }
}
