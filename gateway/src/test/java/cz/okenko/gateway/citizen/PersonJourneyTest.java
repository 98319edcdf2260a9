package cz.okenko.gateway.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PersonJourneyTest {
  @TempDir Path folder;

  /// A Sunday, so whoever asks for a person is asked for a contact.
  private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");

  private final Pigeons pigeons = PigeonProvider.loft("person");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: person}}");
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void the_history_goes_over_channels_that_a_code_tied_and_no_others() {
    pigeons.says("anna", "jmenuji se Anna a chci mluvit s člověkem");
    pigeons.hears();
    String code = pigeons.surroundings().codes().make(pigeons.address("anna"));
    pigeons.says("jiná anna", "jmenuji se Anna a chci mluvit s člověkem");
    pigeons.hears();
    ChatClient web = gateway.chat();
    web.send(code);
    web.awaitState("waiting");

    JsonNode person = person(web.conversation());

    assertThat(person.path("history").findValuesAsText("channel"))
        .containsExactly("webchat", "pigeon");
    JsonNode old = person.path("history").path(1).path("conversation");
    assertThat(person(old.asText()).path("history")).hasSize(2);
  }

  @Test
  void a_note_is_worded_anew_only_as_it_was_seen_and_deleted_whole() {
    ChatClient anna = gateway.chat();
    anna.send("chci mluvit s člověkem");
    anna.awaitState("waiting");
    HttpResponse<String> added =
        jana.post(
            "conversations/" + anna.conversation() + "/person/notes",
            Map.of("text", " Slyší špatně. "));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    JsonNode note = person(anna.conversation()).path("notes").path(0);
    assertThat(note.path("text").asText()).isEqualTo("Slyší špatně.");
    assertThat(note.path("name").asText()).isEqualTo("Jana Ukázková");
    String path = "citizen-notes/" + note.path("id").asText();

    assertThat(jana.put(path, Map.of("text", "Lépe psát.", "version", 1)).statusCode())
        .isEqualTo(204);
    assertThat(jana.put(path, Map.of("text", "Jinak.", "version", 1)).statusCode()).isEqualTo(409);
    assertThat(gateway.clerk("petr").put(path, Map.of("text", "x", "version", 2)).statusCode())
        .isEqualTo(403);
    assertThat(jana.delete(path, Map.of("version", 1)).statusCode()).isEqualTo(409);
    assertThat(jana.put(path, Map.of("text", " ", "version", 2)).statusCode()).isEqualTo(400);
    JsonNode now = person(anna.conversation()).path("notes").path(0);
    assertThat(now.path("text").asText()).isEqualTo("Lépe psát.");
    assertThat(now.path("earlier").path(0).path("text").asText()).isEqualTo("Slyší špatně.");

    assertThat(gateway.admin().delete(path, Map.of("version", 2)).statusCode()).isEqualTo(204);
    assertThat(person(anna.conversation()).path("notes")).isEmpty();
    assertThat(jana.put(path, Map.of("text", "x", "version", 2)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_contact_that_was_left_is_a_consent_by_that_message_and_goes_with_it() {
    ChatClient anna = gateway.chat();
    anna.send("chci mluvit s člověkem");
    anna.awaitState("waiting");
    anna.send("moje adresa je anna@example.org");
    anna.await(lines -> lines.size() == 4);
    JsonNode person = person(anna.conversation());
    assertThat(person.path("contacts").path(0).asText()).isEqualTo("anna@example.org");
    JsonNode consent = person.path("consents").path(0);
    assertThat(consent.path("purpose").asText()).isEqualTo("contact");
    JsonNode line = jana.conversation(anna.conversation()).path("lines").path(2);
    assertThat(consent.path("message").asText()).isEqualTo(line.path("id").asText());

    String path = "consents/" + consent.path("id").asText() + "/withdraw";
    assertThat(jana.post(path, Map.of()).statusCode()).isEqualTo(204);

    assertThat(jana.post(path, Map.of()).statusCode()).isEqualTo(409);
    assertThat(jana.post("consents/1/withdraw", Map.of()).statusCode()).isEqualTo(404);
    JsonNode after = person(anna.conversation());
    assertThat(after.path("contacts")).isEmpty();
    assertThat(after.path("consents").path(0).path("withdrawn").asText())
        .isEqualTo("2026-11-22T09:00:00Z");
    assertThat(gateway.admin().get("audit?deed=withdrew-consent").path("entries")).hasSize(1);
  }

  @Test
  void a_submission_has_its_clock() {
    ChatClient anna = gateway.chat();
    anna.send("podávám stížnost na chování úředníka");
    anna.awaitState("waiting");

    JsonNode clocked = person(anna.conversation()).path("clocks").path(0);

    assertThat(clocked.path("submission").asText()).isEqualTo("complaint");
    assertThat(clocked.path("until").asText()).isEqualTo("2027-01-21");
    assertThat(clocked.path("daysLeft").asInt()).isEqualTo(60);
    assertThat(clocked.path("law").asText()).contains("§ 175 odst. 5");
  }

  @Test
  void nobody_is_known_of_a_conversation_there_is_not() {
    assertThat(jana.status("conversations/1/person")).isEqualTo(404);
    assertThat(jana.status("conversations/x/person")).isEqualTo(404);
    assertThat(jana.post("conversations/1/person/notes", Map.of("text", "x")).statusCode())
        .isEqualTo(404);
  }

  private JsonNode person(String conversation) {
    return jana.get("conversations/" + conversation + "/person");
  }
}
