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

/// From the bot to a clerk and back, over HTTP alone.
final class HandoffJourneyTest {
  private static final String MONDAY_MORNING = "2026-11-23T09:00:00Z";
  private static final String MONDAY_NIGHT = "2026-11-23T21:00:00Z";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(MONDAY_MORNING);
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
  void a_citizen_asks_is_answered_asks_for_a_person_and_is_served_by_one() {
    ChatClient citizen = gateway.chat();
    asksForTheFeeAndAPerson(citizen);

    ConsoleClient jana = gateway.clerk("jana");
    ConsoleClient petr = gateway.clerk("petr");
    String id = citizen.conversation();
    JsonNode queue = jana.queue("waiting");
    assertThat(queue.path("items").findValuesAsText("conversation")).containsExactly(id);
    assertThat(queue.path("items").path(0).path("agenda").asText()).isEqualTo("doklady");

    assertThat(jana.claim(id).statusCode()).isEqualTo(200);
    HttpResponse<String> late = petr.claim(id);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Wire.json(late.body()).path("clerk").path("name").asText())
        .isEqualTo("Jana Ukázková");
    JsonNode clerk = citizen.awaitState("with-clerk").path("clerk");
    assertThat(clerk.path("name").asText()).isEqualTo("Jana Ukázková");
    assertThat(clerk.path("agenda").asText()).isEqualTo("Osobní doklady");

    assertThat(petr.reply(id, "To je moje.").statusCode()).isEqualTo(409);
    assertThat(petr.note(id, "pozor, spěchá").statusCode()).isEqualTo(202);
    assertThat(jana.reply(id, "Dobrý den, přijďte v úterý.").statusCode()).isEqualTo(202);
    List<JsonNode> seen = citizen.await(all -> says(all, "Dobrý den, přijďte v úterý."));
    assertThat(seen.getLast().path("name").asText()).isEqualTo("Jana Ukázková");
    citizen.send("Děkuji, přijdu");

    assertThat(jana.close(id).statusCode()).isEqualTo(200);
    citizen.awaitState("closed");
    assertThat(citizen.post("rating", Map.of("score", 5)).statusCode()).isEqualTo(204);
    citizen.awaitState((JsonNode state) -> state.path("rated").asBoolean());
    List<JsonNode> all = citizen.await(lines -> says(lines, "Děkuji, přijdu"));
    assertThat(all).noneMatch(line -> line.path("text").asText().contains("spěchá"));
    assertThat(all).noneMatch(line -> line.path("author").asText().equals("note"));
    assertThat(jana.queue("all").path("items").path(0).path("rating").asInt()).isEqualTo(5);
  }

  private static void asksForTheFeeAndAPerson(ChatClient citizen) {
    citizen.send("kolik stojí nová občanka");
    JsonNode fee = citizen.answer(1);
    assertThat(fee.path("text").asText()).contains("Kč");
    assertThat(fee.path("answer").path("sources").path(0).path("url").asText())
        .startsWith("https://");

    citizen.send("chci mluvit s člověkem");
    assertThat(citizen.awaitState("waiting").path("place").asInt()).isEqualTo(1);
  }

  @Test
  void writing_after_the_end_opens_a_new_conversation_that_the_bot_answers() {
    ChatClient citizen = gateway.chat();
    citizen.send("kolik stojí nová občanka");
    citizen.answer(1);
    assertThat(citizen.post("close", Map.of()).statusCode()).isEqualTo(204);
    citizen.awaitState("closed");

    citizen.send("kolik stojí cestovní pas");

    citizen.answer(2);
    citizen.awaitState("with-bot");
    JsonNode all = gateway.clerk("jana").queue("all").path("items");
    assertThat(all).hasSize(2);
    assertThat(all.findValuesAsText("state")).containsExactly("with-bot", "closed");
  }

  @Test
  void given_back_the_bot_answers_again() {
    ChatClient citizen = gateway.chat();
    citizen.send("dobrý den");
    citizen.answer(1);
    ConsoleClient jana = gateway.clerk("jana");
    assertThat(jana.claim(citizen.conversation()).statusCode()).isEqualTo(200);
    citizen.awaitState("with-clerk");
    citizen.send("kolik stojí nová občanka");

    assertThat(jana.giveBack(citizen.conversation()).statusCode()).isEqualTo(200);
    citizen.awaitState("with-bot");
    citizen.send("kolik stojí cestovní pas");

    JsonNode answer = citizen.answer(2);
    assertThat(answer.path("answer").path("slug").asText()).startsWith("cestovni-pas");
  }

  @Test
  void out_of_hours_the_bot_says_when_the_office_opens_and_takes_a_contact() {
    clock.moveTo(MONDAY_NIGHT);
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    JsonNode state = citizen.awaitState("waiting");
    assertThat(state.path("open").asBoolean()).isFalse();
    List<JsonNode> lines = citizen.await(all -> all.size() == 2);
    assertThat(lines.getLast().path("author").asText()).isEqualTo("office");
    assertThat(lines.getLast().path("text").asText())
        .contains("otevíráme zítra v 8.00")
        .contains("e-mail nebo telefon");

    citizen.send("stačí zavolat na 601 234 567");

    citizen.await(all -> says(all, "601 234 567."));
    JsonNode waiting = gateway.clerk("petr").queue("waiting").path("items").path(0);
    assertThat(waiting.path("contact").asText()).isEqualTo("601 234 567");
  }

  @Test
  void the_place_in_the_queue_moves_up_when_the_one_before_is_served() {
    ChatClient first = gateway.chat();
    first.choose("handoff", "Mluvit s člověkem");
    first.awaitState("waiting");
    ChatClient second = gateway.chat();
    second.choose("handoff", "Mluvit s člověkem");
    assertThat(second.awaitState("waiting").path("place").asInt()).isEqualTo(2);

    gateway.clerk("petr").claim(first.conversation());

    second.awaitState((JsonNode state) -> state.path("place").asInt() == 1);
  }

  @Test
  void an_emergency_is_answered_while_the_citizen_waits_and_flagged_for_the_clerk() {
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    citizen.send("kolik stojí nová občanka");

    citizen.send("hoří nám barák");

    assertThat(citizen.answer(1).path("text").asText()).contains("150");
    citizen.awaitState("waiting");
    JsonNode item = gateway.clerk("petr").queue("waiting").path("items").path(0);
    assertThat(item.path("flag").asText()).isEqualTo("emergency");
  }

  @Test
  void a_restart_in_the_middle_changes_nothing_anybody_can_see() {
    ChatClient citizen = gateway.chat();
    citizen.send("kolik stojí nová občanka");
    citizen.answer(1);
    ChatClient waiting = gateway.chat();
    waiting.choose("handoff", "Mluvit s člověkem");
    waiting.awaitState("waiting");
    ConsoleClient jana = gateway.clerk("jana");
    jana.claim(citizen.conversation());
    List<JsonNode> before = citizen.await(all -> all.size() == 3);
    HttpResponse<String> sent = citizen.send("jednou", "Jste tam?", "");

    gateway.close();
    gateway = RunningGateway.start(folder, clock);

    ChatClient again = citizen.at(gateway);
    again.awaitState("with-clerk");
    assertThat(again.await(all -> all.size() == 4).subList(0, 3)).isEqualTo(before);
    assertThat(again.send("jednou", "Jste tam?", "").body()).isEqualTo(sent.body());
    assertThat(waiting.at(gateway).awaitState("waiting").path("place").asInt()).isEqualTo(1);
    ConsoleClient stillJana = jana.at(gateway);
    assertThat(stillJana.queue("mine").path("items")).hasSize(1);
    assertThat(stillJana.reply(citizen.conversation(), "Jsem.").statusCode()).isEqualTo(202);
    assertThat(again.await(all -> says(all, "Jsem."))).hasSize(5);
  }

  @Test
  void a_message_repeated_with_its_client_id_is_one_message() {
    ChatClient citizen = gateway.chat();

    HttpResponse<String> first = citizen.send("k1", "kolik stojí nová občanka", "");
    HttpResponse<String> second = citizen.send("k1", "kolik stojí nová občanka", "");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    citizen.answer(1);
    citizen.awaitState((JsonNode state) -> !state.path("answering").asBoolean());
    assertThat(citizen.await(all -> all.size() >= 2)).hasSize(2);
  }

  private static boolean says(List<JsonNode> lines, String text) {
    return lines.stream().anyMatch(line -> line.path("text").asText().contains(text));
  }
}
