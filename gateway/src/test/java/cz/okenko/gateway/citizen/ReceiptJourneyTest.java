package cz.okenko.gateway.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ReceiptJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock);
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whoever_is_handed_over_gets_a_code_that_a_clerk_finds_them_by() {
    ChatClient anna = gateway.chat();
    assertThat(anna.awaitState("with-bot").has("receipt")).isFalse();

    String code = handedOver(anna);

    assertThat(code).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
    assertThat(found(" " + code.toLowerCase(Locale.ROOT) + " ")).isEqualTo(anna.conversation());
    assertThat(anna.awaitState("waiting").path("receipt").asText()).isEqualTo(code);
    jana.claim(anna.conversation());
    assertThat(anna.awaitState("with-clerk").path("receipt").asText()).isEqualTo(code);
    jana.close(anna.conversation());
    assertThat(anna.awaitState("closed").path("receipt").asText()).isEqualTo(code);
  }

  @Test
  void another_device_goes_on_by_the_code_once_and_gets_one_of_its_own() {
    ChatClient anna = gateway.chat();
    String code = handedOver(anna);
    ChatClient telephone = gateway.chat();

    telephone.send(code);

    String own = telephone.awaitState("waiting").path("receipt").asText();
    assertThat(own).isNotEmpty().isNotEqualTo(code);
    anna.awaitState("closed");
    assertThat(found(code)).isEqualTo(telephone.conversation());
    ChatClient thief = gateway.chat();
    thief.send(code);
    assertThat(thief.answer(1).path("text").asText()).startsWith("Tenhle kód neplatí");
  }

  @Test
  void guessing_ends_after_five_tries_even_with_the_right_code() {
    String code = handedOver(gateway.chat());
    String used = usedCode();
    ChatClient thief = gateway.chat();
    for (int i = 1; i <= 5; i++) {
      thief.send(used);
      thief.answer(i);
    }

    thief.send(code);

    assertThat(thief.answer(6).path("text").asText()).startsWith("Tolikrát za sebou");
  }

  @Test
  void new_addresses_do_not_help_whoever_guesses() {
    String code = handedOver(gateway.chat());
    String used = usedCode();
    for (int thief = 0; thief < 40; thief++) {
      ChatClient fresh = gateway.chat();
      for (int i = 1; i <= 5; i++) {
        fresh.send(used);
      }
      fresh.answer(5);
    }
    ChatClient fresh = gateway.chat();

    fresh.send(code);

    assertThat(fresh.answer(1).path("text").asText()).startsWith("Tolikrát za sebou");
    assertThat(found(code)).isNotEmpty();
    clock.pass(Duration.ofMinutes(61));
    fresh.send(code);
    fresh.awaitState("waiting");
  }

  @Test
  void a_code_is_found_for_thirty_days() {
    String code = handedOver(gateway.chat());
    clock.pass(Duration.ofDays(30).minusSeconds(1));
    jana = gateway.clerk("jana");
    assertThat(find(code).statusCode()).isEqualTo(200);

    clock.pass(Duration.ofSeconds(2));

    assertThat(find(code).statusCode()).isEqualTo(404);
    assertThat(find("nic").statusCode()).isEqualTo(404);
    assertThat(find("").statusCode()).isEqualTo(400);
  }

  @Test
  void the_transcript_is_text_with_times_and_names_and_without_notes() {
    ChatClient anna = gateway.chat();
    String code = handedOver(anna);
    jana.claim(anna.conversation());
    jana.note(anna.conversation(), "Pozor, nevrlá.");
    jana.reply(anna.conversation(), "Přijďte *zítra* v 9.");
    anna.await(all -> all.stream().anyMatch(line -> line.path("text").asText().contains("zítra")));

    HttpResponse<String> file = transcript(anna.token(), "cs");

    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("private, no-store");
    assertThat(file.body())
        .contains("Uloženo 23. 11. 2026 v 9.00")
        .contains("Kód potvrzení: " + code)
        .contains("9.00  Vy\nchci mluvit s člověkem\n")
        .contains("Jana Ukázková")
        .contains("Přijďte *zítra* v 9.")
        .doesNotContain("nevrlá");
    assertThat(transcript(anna.token(), "uk").body()).contains("Збережено 23. 11. 2026");
  }

  @Test
  void nobody_gets_anothers_transcript_nor_one_in_a_language_there_is_not() {
    ChatClient anna = gateway.chat();
    handedOver(anna);
    ChatClient boris = gateway.chat();

    assertThat(transcript(boris.token(), "cs").body()).doesNotContain("člověkem");
    assertThat(transcript("A".repeat(32), "cs").statusCode()).isEqualTo(401);
    assertThat(transcript(anna.token(), "sk").statusCode()).isEqualTo(400);
  }

  /// A code as good as none: it was used.
  private String usedCode() {
    String code = handedOver(gateway.chat());
    ChatClient telephone = gateway.chat();
    telephone.send(code);
    telephone.awaitState("waiting");
    return code;
  }

  private String handedOver(ChatClient citizen) {
    citizen.send("chci mluvit s člověkem");
    return citizen.awaitState("waiting").path("receipt").asText();
  }

  private String found(String code) {
    JsonNode answer = Wire.json(find(code).body());
    return answer.path("conversation").asText();
  }

  private HttpResponse<String> find(String code) {
    return jana.post("code", Map.of("code", code));
  }

  private HttpResponse<String> transcript(String token, String language) {
    return Wire.send(
        HttpRequest.newBuilder(gateway.base().resolve("/api/chat/transcript?lang=" + language))
            .header("Authorization", "Bearer " + token));
  }
}
