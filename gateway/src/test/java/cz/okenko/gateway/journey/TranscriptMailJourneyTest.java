package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Letter;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A citizen has the transcript of the web chat mailed to an address they name.
@Timeout(120)
final class TranscriptMailJourneyTest {
  private static final String EVA = "eva@posta.example";
  private static final Pattern CODE = Pattern.compile("(?m)^([0-9A-Z]{5}-[0-9A-Z]{5})$");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("transcripts");
  private RunningGateway gateway;
  private ChatClient citizen;

  @BeforeEach
  void start() {
    pigeons.reachable(true);
    gateway =
        RunningGateway.withoutArticles(
            folder, clock, "channels: {pigeon: {loft: transcripts}}");
    citizen = gateway.chat();
    citizen.send("Kde najdu ohlašovnu?");
    citizen.answer(1);
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.letters();
    pigeons.rest();
  }

  private static HttpResponse<String> ask(ChatClient chat, String email, String code) {
    var body = new HashMap<String, String>(Map.of("email", email, "language", "cs"));
    if (!code.isEmpty()) {
      body.put("code", code);
    }
    return chat.post("transcript", body);
  }

  private static boolean sent(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Wire.json(response.body()).path("sent").asBoolean();
  }

  private static String code(Letter letter) {
    Matcher code = CODE.matcher(letter.text());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @Test
  void the_transcript_goes_only_after_the_code_that_was_sent_there() {
    assertThat(sent(ask(citizen, EVA, ""))).isFalse();
    List<Letter> first = pigeons.letters();
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().to()).isEqualTo(EVA);
    assertThat(first.getFirst().text()).doesNotContain("ohlašovnu");

    assertThat(sent(ask(citizen, EVA, code(first.getFirst())))).isTrue();

    Letter letter = pigeons.letters().getFirst();
    assertThat(letter.to()).isEqualTo(EVA);
    assertThat(letter.subject()).startsWith("Přepis konverzace");
    assertThat(letter.text()).contains("Kde najdu ohlašovnu?");
    assertThat(ask(citizen, EVA, code(first.getFirst())).statusCode()).isEqualTo(409);
  }

  @Test
  void a_code_is_good_for_its_address_its_chat_and_half_an_hour() {
    ask(citizen, EVA, "");
    String code = code(pigeons.letters().getFirst());
    ChatClient other = gateway.chat();

    assertThat(ask(citizen, "jiny@posta.example", code).statusCode()).isEqualTo(409);
    assertThat(ask(other, EVA, code).statusCode()).isEqualTo(409);
    clock.pass(Duration.ofMinutes(31));
    assertThat(ask(citizen, EVA, code).statusCode()).isEqualTo(409);
    assertThat(pigeons.letters()).isEmpty();
  }

  @Test
  void a_code_is_not_guessed() {
    ask(citizen, EVA, "");
    String code = code(pigeons.letters().getFirst());
    for (int i = 0; i < 5; i++) {
      assertThat(ask(citizen, EVA, "12345-6789A").statusCode()).isEqualTo(409);
    }

    assertThat(ask(citizen, EVA, code).statusCode()).isEqualTo(409);
  }

  @Test
  void nobody_is_flooded_with_mails_by_one_chat_or_by_many() {
    for (int i = 0; i < 5; i++) {
      ask(citizen, "a" + i + "@posta.example", "");
    }
    HttpResponse<String> sixth = ask(citizen, "a5@posta.example", "");
    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).contains("3600");

    for (int i = 0; i < 6; i++) {
      ask(gateway.chat(), EVA, "");
    }
    assertThat(ask(gateway.chat(), EVA.toUpperCase(Locale.ROOT), "").statusCode())
        .isEqualTo(429);
    assertThat(pigeons.letters()).hasSize(11);
  }

  @Test
  void who_came_from_that_very_mailbox_by_its_code_needs_no_other() {
    pigeons.says(EVA, "Dobrý den");
    pigeons.hears();
    String code = pigeons.surroundings().codes().make(pigeons.address(EVA));
    citizen.send(code);
    citizen.await(all -> all.stream().filter(line -> !mine(line)).count() >= 2);

    assertThat(sent(ask(citizen, EVA, ""))).isTrue();
    assertThat(pigeons.letters().getFirst().text()).contains("Kde najdu ohlašovnu?");
    assertThat(sent(ask(citizen, "jiny@posta.example", ""))).isFalse();
  }

  private static boolean mine(JsonNode line) {
    return line.path("author").asText().equals("citizen");
  }

  @Test
  void a_mail_that_does_not_go_is_told_and_the_code_stays_good() {
    ask(citizen, EVA, "");
    String code = code(pigeons.letters().getFirst());
    pigeons.reachable(false);
    assertThat(ask(citizen, EVA, code).statusCode()).isEqualTo(503);
    pigeons.reachable(true);

    assertThat(sent(ask(citizen, EVA, code))).isTrue();
  }

  @Test
  void bad_addresses_and_strangers_are_refused() {
    for (String email : List.of("eva", "a@b", "a b@c.cz", "eva@posta.example\r\nBcc: x@y.cz", "a@b.cz,c@d.cz")) {
      assertThat(ask(citizen, email, "").statusCode()).as(email).isEqualTo(400);
    }
    assertThat(citizen.post("transcript", Map.of()).statusCode()).isEqualTo(400);
    assertThat(ask(citizen, "a".repeat(200) + "@b.cz", "").statusCode()).isEqualTo(413);
    assertThat(pigeons.letters()).isEmpty();
  }

  @Test
  void where_no_mail_can_be_sent_nothing_is_offered() {
    assertThat(citizen.awaitState("with-bot").path("copy").asBoolean()).isTrue();
    gateway.close();
    gateway = RunningGateway.withoutArticles(folder, clock);
    citizen = citizen.at(gateway);

    assertThat(citizen.awaitState("with-bot").has("copy")).isFalse();
    assertThat(ask(citizen, EVA, "").statusCode()).isEqualTo(404);
  }
}
