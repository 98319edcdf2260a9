package cz.okenko.gateway.translation;

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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A clerk reads what a citizen wrote in another language, and answers in it.
@Timeout(120)
final class TranslationJourneyTest {
  private static final String ASKED = "Де мені зареєструвати нову адресу проживання?";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final FakeLibre libre = new FakeLibre();
  private RunningGateway gateway;
  private ConsoleClient jana;
  private ChatClient citizen;
  private String at = "";

  @BeforeEach
  void start() {
    start(FakeLibre.KEY);
  }

  private void start(String key) {
    gateway =
        RunningGateway.withoutArticles(
            folder,
            clock,
            Map.of("OKENKO_TRANSLATOR_KEY", key),
            "translator: {url: '" + libre.url() + "', time-limit: 1, most-characters: 500}");
    jana = gateway.clerk("jana");
    citizen = gateway.chat("uk");
    citizen.send(ASKED);
    citizen.choose("handoff", "Людина");
    citizen.awaitState("waiting");
    jana.claim(citizen.conversation());
    at = "conversations/" + citizen.conversation() + "/translations";
  }

  @AfterEach
  void stop() {
    gateway.close();
    libre.close();
  }

  private String message() {
    for (JsonNode line : jana.conversation(citizen.conversation()).path("lines")) {
      if (line.path("text").asText().equals(ASKED)) {
        return line.path("id").asText();
      }
    }
    throw new AssertionError("nobody asked");
  }

  private HttpResponse<String> translate(String message) {
    return jana.post(at, Map.of("message", message));
  }

  @Test
  void a_message_is_translated_when_a_clerk_wants_it_and_only_once() {
    assertThat(jana.get(at).path("translations")).isEmpty();
    assertThat(libre.asked()).isEmpty();

    JsonNode first = Wire.json(translate(message()).body());
    JsonNode again = Wire.json(translate(message()).body());

    assertThat(first.path("text").asText()).isEqualTo("cs: " + ASKED);
    assertThat(first.path("machine").asBoolean()).isTrue();
    assertThat(again).isEqualTo(first);
    assertThat(libre.asked()).hasSize(1);
    assertThat(libre.asked().getFirst().path("source").asText()).isEqualTo("uk");
    assertThat(libre.asked().getFirst().path("format").asText()).isEqualTo("text");
    assertThat(jana.get(at).path("translations").path(0)).isEqualTo(first);
  }

  @Test
  void a_reply_is_seen_first_and_goes_with_its_original_kept() {
    JsonNode seen = Wire.json(jana.post(at + "/reply", Map.of("text", "Na ohlašovně.")).body());
    assertThat(seen.path("text").asText()).isEqualTo("uk: Na ohlašovně.");
    assertThat(seen.path("language").asText()).isEqualTo("uk");
    assertThat(jana.conversation(citizen.conversation()).toString()).doesNotContain("uk: Na");

    Map<String, Object> reply =
        Map.of("clientId", "k1", "text", "uk: Na ohlašovně.", "original", "Na ohlašovně.");
    jana.post("conversations/" + citizen.conversation() + "/reply", reply);
    jana.post("conversations/" + citizen.conversation() + "/reply", reply);

    String said =
        citizen
            .await(all -> all.getLast().path("author").asText().equals("clerk"))
            .getLast()
            .path("text")
            .asText();
    assertThat(said).startsWith("uk: Na ohlašovně.").contains("Перекладено машиною");
    JsonNode kept = jana.get(at).path("translations");
    assertThat(kept).hasSize(1);
    assertThat(kept.path(0).path("text").asText()).isEqualTo("Na ohlašovně.");
    assertThat(kept.path(0).path("machine").asBoolean()).isFalse();
  }

  @Test
  void whatever_ails_the_translator_is_a_plain_refusal_and_the_clerk_goes_on() {
    String message = message();
    libre.answers(429, "{\"error\":\"Slowdown\"}");
    assertRefused(translate(message), 503, "busy");
    libre.answers(403, "{\"error\":\"Invalid API key\"}");
    assertRefused(translate(message), 503, "key");
    libre.answers(400, "{\"error\":\"xx is not supported\"}");
    assertRefused(translate(message), 409, "language");
    for (String nonsense : List.of("<html>", "{}", "[]", "{\"translatedText\":7}", "")) {
      libre.answers(nonsense.isEmpty() ? 500 : 200, nonsense);
      assertRefused(translate(message), 503, "unreachable");
    }
    libre.answers(200, "");
    assertRefused(
        jana.post(at + "/reply", Map.of("text", "a".repeat(501))), 413, "too-long");
    libre.hangs();
    assertRefused(translate(message), 503, "unreachable");
    assertThat(jana.reply(citizen.conversation(), "Dobrý den.").statusCode()).isEqualTo(202);
  }

  private static void assertRefused(HttpResponse<String> response, int status, String why) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(Wire.json(response.body()).path("translation").asText()).isEqualTo(why);
  }

  @Test
  void what_is_no_message_of_that_citizen_is_not_translated() {
    assertThat(translate("1").statusCode()).isEqualTo(404);
    assertThat(translate("x").statusCode()).isEqualTo(400);
    assertThat(jana.post("conversations/9/translations", Map.of("message", "1")).statusCode())
        .isEqualTo(404);
    ChatClient other = gateway.chat("uk");
    other.send("Інше питання про собаку");
    other.answer(1);
    String foreign =
        jana.conversation(other.conversation()).path("lines").path(0).path("id").asText();
    assertThat(translate(foreign).statusCode()).isEqualTo(404);
    assertThat(libre.asked()).isEmpty();
  }

  @Test
  void the_erasure_takes_translations_along_and_the_copy_names_them() {
    translate(message());
    ConsoleClient admin = gateway.admin();
    String person = "conversations/" + citizen.conversation() + "/person/";
    assertThat(admin.download(person + "export").statusCode()).isEqualTo(200);
    String upTo = admin.get(person + "erasure").path("upTo").asText();

    admin.post(person + "erasure", Map.of("reason", "request", "upTo", upTo));

    assertThat(jana.get(at).path("translations")).isEmpty();
  }

  @Test
  void without_a_translator_there_is_nothing_here() {
    gateway.close();
    gateway = RunningGateway.withoutArticles(folder, clock);
    jana = jana.at(gateway);

    assertThat(jana.status(at)).isEqualTo(404);
    assertThat(translate(message()).statusCode()).isEqualTo(404);
    assertThat(libre.asked()).isEmpty();
  }
}
