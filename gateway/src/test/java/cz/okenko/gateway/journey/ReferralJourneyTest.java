package cz.okenko.gateway.journey;

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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A matter goes to another institution only when the citizen agreed, by whatever means their channel has.
@Timeout(120)
final class ReferralJourneyTest {
  private static final Map<String, String> TAXES =
      Map.of("institution", "Finanční úřad", "url", "https://www.financnisprava.gov.cz");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("referral");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: referral}}");
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void after_a_yes_by_the_button_the_text_is_there_and_the_matter_ends_as_passed_on() {
    ChatClient citizen = gateway.chat();
    citizen.send("Kolik zaplatím na dani z nemovitosti?");
    String id = taken(citizen);
    jana.note(id, "Poznámka jen pro nás.");
    assertThat(jana.status("conversations/" + id + "/referral/text")).isEqualTo(409);
    assertThat(ask(id)).isEqualTo(204);
    JsonNode question = citizen.await(all -> all.getLast().path("text").asText().contains("Smím"))
        .getLast();
    assertThat(question.path("text").asText()).contains("Finanční úřad");
    assertThat(jana.status("conversations/" + id + "/referral/text")).isEqualTo(409);
    assertThat(jana.post(passed(id), Map.of()).statusCode()).isEqualTo(409);

    JsonNode yes = question.path("choices").path(0);
    citizen.choose(yes.path("value").asText(), yes.path("label").asText());

    citizen.await(all -> all.getLast().path("text").asText().startsWith("Děkujeme, souhlas"));
    assertThat(referral(id).path("state").asText()).isEqualTo("granted");
    JsonNode consent = jana.get("conversations/" + id + "/person").path("consents").path(0);
    assertThat(consent.path("purpose").asText()).isEqualTo("hand-on");
    assertThat(consent.path("recipient").asText()).isEqualTo("Finanční úřad");
    assertThat(consent.path("message").asText()).isNotEmpty();
    String text = jana.get("conversations/" + id + "/referral/text").path("text").asText();
    assertThat(text)
        .startsWith("Předání dotazu občana: Finanční úřad\n")
        .contains("Kolik zaplatím na dani z nemovitosti?", "souhlasil 23. 11. 2026")
        .doesNotContain("Poznámka jen pro nás");
    assertThat(deeds("prepared-referral")).isEqualTo(1);

    assertThat(jana.post(passed(id), Map.of()).statusCode()).isEqualTo(204);

    citizen.awaitState("closed");
    assertThat(jana.conversation(id).has("referral")).isFalse();
    assertThat(deeds("referred")).isEqualTo(1);
    assertThat(deeds("asked-consent")).isEqualTo(1);
  }

  @Test
  void a_number_says_yes_where_there_are_no_buttons_and_words_say_no() {
    String id = asked("anna");
    pigeons.says("anna", "2");
    assertThat(heardThat("nic nepředáme").text()).contains("Finanční úřad");
    assertThat(referral(id).path("state").asText()).isEqualTo("refused");
    assertThat(jana.status("conversations/" + id + "/referral/text")).isEqualTo(409);
    assertThat(jana.get("conversations/" + id + "/person").path("consents")).isEmpty();

    assertThat(ask(id)).isEqualTo(204);
    heardThat("Smím");
    pigeons.says("anna", "Ano.");

    heardThat("souhlas máme poznamenaný");
    assertThat(jana.status("conversations/" + id + "/referral/text")).isEqualTo(200);
    assertThat(jana.reply(id, "A ještě něco.").statusCode()).isEqualTo(202);
  }

  @Test
  void what_is_not_clearly_a_yes_is_none() {
    String id = asked("anna");
    pigeons.says("anna", "ano, ale bez mého telefonu");
    pigeons.says("anna", "nevím, k čemu to je");
    jana.reply(id, "Máte u nás trvalý pobyt?");
    heardThat("trvalý pobyt");

    pigeons.says("anna", "ano");
    pigeons.says("anna", "1");
    pigeons.says("anna", "kolik to stojí");

    stands(id, "kolik to stojí");
    assertThat(referral(id).path("state").asText()).isEqualTo("asked");
    assertThat(jana.get("conversations/" + id + "/person").path("consents")).isEmpty();
  }

  @Test
  void a_question_that_was_taken_back_is_answered_by_nothing() {
    ChatClient citizen = gateway.chat("uk");
    String id = taken(citizen);
    ask(id);
    JsonNode question =
        citizen.await(all -> all.getLast().path("choices").size() == 2).getLast();
    assertThat(question.path("text").asText()).contains("Без вашої згоди");
    assertThat(ask(id)).isEqualTo(409);

    assertThat(jana.delete("conversations/" + id + "/referral", Map.of()).statusCode()).isEqualTo(204);
    assertThat(jana.delete("conversations/" + id + "/referral", Map.of()).statusCode()).isEqualTo(409);
    citizen.choose(question.path("choices").path(0).path("value").asText(), "Так, передайте");

    stands(id, "Так, передайте");
    assertThat(jana.conversation(id).has("referral")).isFalse();
    assertThat(jana.get("conversations/" + id + "/person").path("consents")).isEmpty();
    assertThat(deeds("withdrew-question")).isEqualTo(1);
  }

  @Test
  void a_consent_that_is_taken_back_discloses_nothing() {
    String id = asked("anna");
    pigeons.says("anna", "ano");
    heardThat("souhlas máme poznamenaný");
    String consent =
        jana.get("conversations/" + id + "/person").path("consents").path(0).path("id").asText();

    assertThat(jana.post("consents/" + consent + "/withdraw", Map.of()).statusCode()).isEqualTo(204);

    assertThat(jana.status("conversations/" + id + "/referral/text")).isEqualTo(409);
    assertThat(jana.post(passed(id), Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void only_who_holds_it_asks_and_reads_and_nonsense_is_refused() {
    String id = asked("anna");
    ConsoleClient petr = gateway.clerk("petr");
    String here = "conversations/" + id + "/referral";

    assertThat(petr.post(here, TAXES).statusCode()).isEqualTo(409);
    assertThat(petr.delete(here, Map.of()).statusCode()).isEqualTo(409);
    pigeons.says("anna", "ano");
    heardThat("souhlas máme poznamenaný");
    assertThat(petr.status(here + "/text")).isEqualTo(409);
    assertThat(petr.post(passed(id), Map.of()).statusCode()).isEqualTo(409);
    assertThat(jana.post(here, Map.of()).statusCode()).isEqualTo(400);
    assertThat(jana.post(here, Map.of("institution", "a\nb")).statusCode()).isEqualTo(400);
    assertThat(jana.post(here, Map.of("institution", "x".repeat(121))).statusCode()).isEqualTo(413);
    assertThat(jana.post(here, Map.of("institution", "x", "url", "javascript:alert(1)")).statusCode())
        .isEqualTo(400);
    assertThat(jana.status("conversations/999/referral/text")).isEqualTo(404);

    assertThat(referral(id).path("state").asText()).isEqualTo("granted");
  }

  private String asked(String citizen) {
    pigeons.says(citizen, "chci mluvit s člověkem");
    pigeons.hears();
    String id = jana.queue("waiting").path("items").path(0).path("conversation").asText();
    assertThat(jana.claim(id).statusCode()).isEqualTo(200);
    assertThat(ask(id)).isEqualTo(204);
    heardThat("Smím");
    return id;
  }

  private OutboundMessage heardThat(String words) {
    for (int i = 0; i < 6; i++) {
      OutboundMessage message = pigeons.hears();
      if (message.text().contains(words)) {
        return message;
      }
    }
    throw new AssertionError("nobody said " + words);
  }

  private void stands(String id, String text) {
    assertThat(jana.conversation(id).path("lines").findValuesAsText("text")).contains(text);
  }

  private int ask(String id) {
    return jana.post("conversations/" + id + "/referral", TAXES).statusCode();
  }

  private static String passed(String id) {
    return "conversations/" + id + "/referral/passed";
  }

  private JsonNode referral(String id) {
    return jana.conversation(id).path("referral");
  }

  private String taken(ChatClient citizen) {
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    assertThat(jana.claim(citizen.conversation()).statusCode()).isEqualTo(200);
    return citizen.conversation();
  }

  private int deeds(String deed) {
    return gateway.admin().get("audit?deed=" + deed).path("entries").size();
  }
}
