package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything around the search, over HTTP alone: what goes on with a matter, choices, danger,
/// submissions and languages.
final class TalkJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
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
  void what_goes_on_with_the_matter_is_answered_in_it() {
    ChatClient citizen = gateway.chat();

    citizen.send("kolik stojí nová občanka");
    citizen.send("a co k tomu potřebuju?");
    citizen.send("a pro dítě?");

    assertThat(answered(citizen, 1)).isEqualTo("obcansky-prukaz-vydani fee");
    assertThat(answered(citizen, 2)).isEqualTo("obcansky-prukaz-vydani documents");
    assertThat(answered(citizen, 3)).startsWith("obcansky-prukaz-dite");
  }

  @Test
  void whoever_says_that_it_was_no_help_is_offered_a_person() {
    ChatClient citizen = gateway.chat();

    citizen.send("kolik stojí nová občanka");
    citizen.send("tohle není odpověď na to, co jsem se ptal");

    assertThat(citizen.answer(2).path("text").asText()).startsWith("To mě mrzí.");
    assertThat(citizen.answer(2).path("choices")).hasSize(1);
  }

  @Test
  void a_choice_is_made_by_number_and_by_word_even_after_a_restart() {
    ChatClient citizen = gateway.chat();
    citizen.send("kolik stojí nová občanka");
    JsonNode offered = citizen.answer(1).path("choices");

    gateway.close();
    gateway = RunningGateway.start(folder, clock);
    ChatClient again = citizen.at(gateway);
    again.send("2");
    again.answer(2);
    again.send("tu první");

    assertThat(answered(again, 2)).isEqualTo(asked(offered.path(1)));
    JsonNode then = again.answer(2).path("choices");
    assertThat(answered(again, 3)).isEqualTo(asked(then.path(0)));

    again.send("nic z toho");
    JsonNode none = again.answer(4);
    assertThat(none.path("choices").findValuesAsText("value")).containsExactly("handoff");
  }

  @Test
  void danger_gets_the_number_at_once_and_stands_first_in_the_console() {
    ChatClient waiting = gateway.chat();
    waiting.send("chci mluvit s člověkem");
    waiting.awaitState("waiting");
    ChatClient citizen = gateway.chat();

    citizen.send("hori nam kuchyn pomoc");

    assertThat(citizen.answer(1).path("text").asText()).contains("150");
    assertThat(citizen.answer(1).path("choices")).isEmpty();
    ConsoleClient jana = gateway.clerk("jana");
    JsonNode first = jana.queue("waiting").path("items").path(0);
    assertThat(first.path("conversation").asText()).isEqualTo(citizen.conversation());
    assertThat(first.path("flag").asText()).isEqualTo("emergency");
    JsonNode lines = jana.conversation(citizen.conversation()).path("lines");
    assertThat(lines.findValuesAsText("author")).containsExactly("citizen", "bot", "note");

    jana.claim(citizen.conversation());
    jana.giveBack(citizen.conversation());
    assertThat(jana.queue("waiting").path("items").findValuesAsText("conversation"))
        .containsExactly(waiting.conversation());
  }

  @Test
  void what_is_filed_goes_to_the_clerks_of_the_agenda_with_the_day_it_came() {
    ChatClient citizen = gateway.chat();

    citizen.send("Žádám dle zákona č. 106/1999 Sb. o poskytnutí informace, kolik stála oprava mostu.");

    JsonNode said = citizen.answer(1);
    assertThat(said.path("text").asText()).contains("106/1999", "datovou schránkou");
    assertThat(said.path("answer").path("slug").asText()).isEqualTo("informace-106");
    citizen.awaitState("waiting");
    JsonNode item = gateway.clerk("eva").queue("waiting").path("items").path(0);
    assertThat(item.path("agenda").asText()).isEqualTo("ucast-obcanu");
    assertThat(item.path("submission").asText()).isEqualTo("information");
    assertThat(item.path("submittedAt").asText()).startsWith("2026-11-23T09:00");
  }

  @Test
  void a_clear_language_is_answered_and_kept_until_another_one_is_clear() {
    ChatClient citizen = gateway.chat();

    citizen.send("thank you very much for your help");
    citizen.send("ok");
    citizen.send("děkuji moc za pomoc");
    citizen.send("Скажіть, що ти вмієш?");

    assertThat(citizen.answer(1).path("text").asText()).startsWith("You are welcome");
    assertThat(citizen.answer(2).path("language").asText()).isEqualTo("en");
    assertThat(citizen.answer(3).path("language").asText()).isEqualTo("cs");
    assertThat(citizen.answer(4).path("language").asText()).isEqualTo("uk");
  }

  private static String answered(ChatClient citizen, int n) {
    JsonNode answer = citizen.answer(n).path("answer");
    return answer.path("slug").asText() + " " + answer.path("aspect").asText();
  }

  /// `about:SLUG:ASPECT` as [#answered] says it.
  private static String asked(JsonNode choice) {
    String[] parts = choice.path("value").asText().split(":", -1);
    return parts[1] + " " + parts[2];
  }
}
