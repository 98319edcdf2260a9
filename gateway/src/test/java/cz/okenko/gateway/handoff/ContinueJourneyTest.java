package cz.okenko.gateway.handoff;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ContinueJourneyTest {
  private static final Pattern READABLE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("continue");
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: continue}}");
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void a_matter_that_waits_goes_on_on_the_web_with_its_clerk_and_place() {
    ConsoleClient jana = gateway.clerk("jana");
    pigeons.says("anna", "chci mluvit s člověkem");
    pigeons.hears();
    String old = jana.queue("waiting").path("items").path(0).path("conversation").asText();
    jana.claim(old);
    pigeons.hears();
    String code = pigeons.surroundings().codes().make(pigeons.address("anna"));
    ChatClient web = gateway.chat();

    web.send(code);

    assertThat(pigeons.hears().text()).isEqualTo("Dál pokračujeme v chatu na webu úřadu. Když napíšete sem, začneme novou věc.");
    web.awaitState("with-clerk");
    JsonNode after = jana.conversation(web.conversation());
    assertThat(jana.conversation(old).path("conversation").path("state").asText())
        .isEqualTo("closed");
    assertThat(after.path("conversation").path("clerk").path("name").asText())
        .isEqualTo("Jana Ukázková");
    assertThat(texts(after)).contains("chci mluvit s člověkem");
    assertThat(jana.reply(web.conversation(), "Dobrý den i tady.").statusCode()).isEqualTo(202);
  }

  @Test
  void a_code_got_in_the_chat_is_good_once() {
    ChatClient web = gateway.chat();
    web.send("kolik stojí nová občanka");
    web.answer(1);
    web.send("kód");
    String code = code(web.answer(2).path("text").asText());

    pigeons.says("anna", "Dobrý den, mám kód " + code);
    assertThat(pigeons.hears().text()).startsWith("Navazujeme na váš předchozí rozhovor");
    pigeons.says("anna", "a do kdy?");
    assertThat(pigeons.hears().text()).isNotBlank();
    pigeons.says("boris", code);

    assertThat(pigeons.hears().text()).startsWith("Tenhle kód neplatí");
    assertThat(web.awaitState("closed").path("state").asText()).isEqualTo("closed");
  }

  @Test
  void a_code_runs_out_after_a_day() {
    pigeons.says("anna", "kolik stojí nová občanka");
    pigeons.hears();
    String code = pigeons.surroundings().codes().make(pigeons.address("anna"));
    clock.pass(Duration.ofHours(24));

    pigeons.says("boris", code);

    assertThat(pigeons.hears().text()).startsWith("Tenhle kód neplatí");
  }

  @Test
  void after_five_wrong_tries_an_hour_must_pass_even_for_the_right_one() {
    pigeons.says("anna", "kolik stojí nová občanka");
    pigeons.hears();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      wrong.add(pigeons.surroundings().codes().make(pigeons.address("anna")));
    }
    clock.pass(Duration.ofHours(25));
    String right = pigeons.surroundings().codes().make(pigeons.address("anna"));
    wrong.forEach(
        code -> {
          pigeons.says("boris", code);
          pigeons.hears();
        });

    pigeons.says("boris", right);
    assertThat(pigeons.hears().text()).startsWith("Tolikrát za sebou");
    clock.pass(Duration.ofMinutes(61));
    pigeons.says("boris", right);

    assertThat(List.of(pigeons.hears().text(), pigeons.hears().text()))
        .anyMatch(text -> text.startsWith("Navazujeme"));
  }

  @Test
  void the_code_of_this_very_conversation_stays_good() {
    pigeons.says("anna", "kód");
    String code = code(pigeons.hears().text());

    pigeons.says("anna", code);
    assertThat(pigeons.hears().text()).startsWith("Tady o té věci už mluvíme");

    pigeons.says("boris", code);
    List<OutboundMessage> both = List.of(pigeons.hears(), pigeons.hears());
    assertThat(both).anyMatch(m -> m.text().startsWith("Navazujeme"));
  }

  @Test
  void whoever_waits_for_somebody_about_something_else_finishes_that_first() {
    pigeons.says("anna", "kolik stojí nová občanka");
    pigeons.hears();
    String code = pigeons.surroundings().codes().make(pigeons.address("anna"));
    pigeons.says("boris", "chci mluvit s člověkem");
    pigeons.hears();

    pigeons.says("boris", code);

    assertThat(pigeons.hears().text()).startsWith("Tady máte rozdělanou jinou věc");
  }

  private static String code(String text) {
    Matcher matcher = READABLE.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }

  private static List<String> texts(JsonNode conversation) {
    List<String> texts = new ArrayList<>();
    conversation.path("lines").forEach(line -> texts.add(line.path("text").asText()));
    return texts;
  }
}
