package cz.okenko.connectors.messenger;

import static cz.okenko.connectors.messenger.MessengerBench.CITIZEN;
import static cz.okenko.connectors.messenger.MessengerBench.PAGE;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Delivered;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Delivery.Refused;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.messenger.FakeGraph.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The platform's rules on what the office says; names begin with the rule they prove.
@Timeout(60)
final class DeliveryRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Speaker CLERK = new Speaker.Clerk("Jana Vzorová", "evidence obyvatel");
  private static final String LONG = "Věta o dokladech. ".repeat(350);

  private final RememberingOffice office = new RememberingOffice();
  private MessengerBench bench = new MessengerBench(office, NOW);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void fb_06_every_piece_carries_our_id() throws IOException {
    OutboundMessage message = says(LONG);

    bench.connector.deliver(message);

    assertThat(bench.graph.messages())
        .extracting(piece -> piece.at("/message/metadata").asText())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 4)
                .mapToObj(i -> "okenko:" + message.id() + ":" + i + "/4:MACHINE")
                .toList());
  }

  @Test
  void fb_14_a_wait_in_the_middle_sends_no_piece_twice() throws IOException {
    OutboundMessage message = says(LONG);
    bench.connector.deliver(message);
    List<String> whole = bench.graph.heard();
    OutboundMessage again = says(LONG);

    for (int i = 0; i < 3; i++) {
      breakAfterOnePiece();
      assertThat(bench.connector.deliver(again)).isInstanceOf(Delivery.Deferred.class);
      bench.graph.answersAsUsual();
      bench.now = bench.now.plusSeconds(61);
    }
    assertThat(bench.connector.deliver(again)).isEqualTo(new Delivered());

    List<String> second = bench.graph.heard().subList(whole.size(), bench.graph.heard().size());
    assertThat(String.join(" ", second))
        .isEqualTo(String.join(" ", whole).replace(Words.MACHINE.in("cs") + "\n\n", ""));
  }

  /// The platform takes one more message and then asks to wait.
  private void breakAfterOnePiece() {
    bench.graph.answersAfter(1, Reply.error(400, 613, 0));
  }

  @Test
  void fb_06_an_echo_tells_what_arrived_although_the_answer_was_lost() throws IOException {
    OutboundMessage message = says(LONG);
    bench.graph.losesAnswers(true);
    assertThatThrownBy(() -> bench.connector.deliver(message)).isInstanceOf(IOException.class);
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.UNREACHABLE);
    bench.graph.losesAnswers(false);

    String metadata = bench.graph.messages().getLast().at("/message/metadata").asText();
    bench.bring(bench.echo("\"mid\":\"e1\",\"metadata\":\"" + metadata + "\""));
    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivered());

    assertThat(bench.graph.messages()).hasSize(4);
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.NONE);
  }

  @Test
  void fb_06_what_was_taken_whole_is_not_sent_again_after_a_crash() throws IOException {
    OutboundMessage message = says("Stojí 200 Kč.");

    bench.connector.deliver(message);
    bench.connector.deliver(message);

    assertThat(bench.graph.messages()).hasSize(1);
  }

  @Test
  void fb_16_a_clerk_is_shown_by_name_and_made_known_once() throws IOException {
    bench.connector.deliver(says(CLERK, "Dobrý den."));
    bench.connector.deliver(says(CLERK, "Přijďte v pondělí."));

    assertThat(bench.graph.personas()).containsExactly("Jana Vzorová");
    assertThat(bench.graph.messages())
        .extracting(message -> message.path("persona_id").asText())
        .containsExactly("1000", "1000");
    assertThat(bench.graph.heard()).containsExactly("Dobrý den.", "Přijďte v pondělí.");
  }

  @Test
  void fb_16_a_long_name_is_cut_to_fifty_characters() throws IOException {
    bench.connector.deliver(says(new Speaker.Clerk("Ž".repeat(60), ""), "Dobrý den."));

    assertThat(bench.graph.personas()).singleElement().asString().hasSize(50).endsWith("Ž…");
  }

  @Test
  void fb_16_where_the_platform_forgot_the_persona_the_name_stands_in_the_text()
      throws IOException {
    bench.connector.deliver(says(CLERK, "Dobrý den."));
    bench.graph.forgetPersonas();

    assertThat(bench.connector.deliver(says(CLERK, "Přijďte."))).isEqualTo(new Delivered());
    assertThat(bench.graph.heard().getLast())
        .isEqualTo("Jana Vzorová, evidence obyvatel:\n\nPřijďte.");
  }

  @Test
  void fb_18_a_page_that_is_too_fast_waits_for_all_its_citizens_and_no_other_page()
      throws IOException {
    bench.close();
    bench =
        new MessengerBench(
            office, NOW, Map.of(PAGE, FakeGraph.TOKEN, "5", FakeGraph.TOKEN), true);
    bench.bring(bench.message("m1", "a"));
    bench.bring(bench.message("m2", "b").replace(CITIZEN, "888"));
    bench.bring(bench.message("m3", "c").replace(PAGE, "5"));
    bench.graph.answers(Reply.error(429, 4, 0).after(17));

    Map<String, Delivery> deliveries = new java.util.HashMap<>();
    for (String place : List.of(PAGE + ":" + CITIZEN, PAGE + ":888", "5:" + CITIZEN)) {
      deliveries.put(place, bench.connector.deliver(saysTo(place)));
    }

    var wait = new Delivery.Deferred(NOW.plusSeconds(17));
    assertThat(deliveries)
        .containsEntry(PAGE + ":" + CITIZEN, wait)
        .containsEntry(PAGE + ":888", wait)
        .containsEntry("5:" + CITIZEN, new Delivered());
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.SLOWED_DOWN);
    assertThat(bench.connector.health().state()).isEqualTo(Health.State.CONNECTED);
    bench.now = NOW.plusSeconds(17);
    assertThat(bench.connector.deliver(saysTo(PAGE + ":888"))).isEqualTo(new Delivered());
  }

  private OutboundMessage saysTo(String place) {
    return office.says("Stojí 200 Kč.").stream()
        .filter(message -> message.address().value().equals(place))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fb_18_more_than_the_platform_takes_in_a_second_waits_a_moment() {
    var pages = new Pages(true);
    List<Instant> sent = new ArrayList<>();
    Map<Instant, Integer> due = new TreeMap<>(Map.of(NOW, 2_000));
    int attempts = 0;
    while (!due.isEmpty()) {
      Map.Entry<Instant, Integer> next = due.entrySet().iterator().next();
      due.remove(next.getKey());
      for (int i = 0; i < next.getValue(); i++) {
        attempts++;
        pages
            .turnAway(PAGE, next.getKey())
            .ifPresentOrElse(
                wait -> due.merge(wait, 1, Integer::sum), () -> sent.add(next.getKey()));
      }
    }

    assertThat(sent).hasSize(2_000).last(as(INSTANT)).isBefore(NOW.plusSeconds(9));
    assertThat(attempts).as("nobody comes in vain again and again").isLessThan(4_000);
    for (int i = 300; i < sent.size(); i++) {
      assertThat(Duration.between(sent.get(i - 300), sent.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void fb_18_an_estimate_in_minutes_is_a_wait_as_well() throws IOException {
    OutboundMessage message = says("Stojí 200 Kč.");
    String usage = "{\"1\":[{\"type\":\"messenger\",\"estimated_time_to_regain_access\":5}]}";
    String body = "{\"error\":{\"code\":80006}}";
    bench.graph.answers(new Reply(400, "X-Business-Use-Case-Usage", usage, body));

    assertThat(bench.connector.deliver(message))
        .isEqualTo(new Delivery.Deferred(NOW.plus(Duration.ofMinutes(5))));
  }

  @Test
  void fb_19_a_machine_says_so_at_the_start_after_a_long_pause_and_after_a_person()
      throws IOException {
    String told = Words.MACHINE.in("cs") + "\n\n";

    bench.connector.deliver(says("První."));
    bench.connector.deliver(says("Druhá."));
    bench.now = NOW.plus(Duration.ofHours(25));
    bench.connector.deliver(says("Po pauze."));
    bench.connector.deliver(says(CLERK, "Já jsem člověk."));
    bench.connector.deliver(says("Zase automat."));
    bench.bring(bench.echo("\"mid\":\"e1\",\"text\":\"Odpovídám na Facebooku.\""));
    bench.connector.deliver(says("A zase."));
    bench.connector.deliver(says("Poslední."));

    assertThat(bench.graph.heard())
        .containsExactly(
            told + "První.",
            "Druhá.",
            told + "Po pauze.",
            "Já jsem člověk.",
            told + "Zase automat.",
            told + "A zase.",
            "Poslední.");
  }

  @Test
  void fb_19_the_page_greets_with_who_answers_and_is_greeted_for_once() {
    bench.connector.start();
    await(() -> !bench.graph.profiles().isEmpty());

    JsonNode profile = bench.graph.profiles().getFirst();
    assertThat(profile.at("/get_started/payload").asText()).isEqualTo(MessageReader.START);
    assertThat(profile.at("/greeting/0/text").asText())
        .isEqualTo("Město Vzorov. Odpovídá automat úřadu.");
    await(() -> bench.connector.health().equals(Health.WELL));
    await(() -> office.notebook().read("profile:").isPresent());
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 10, 2018278, WINDOW_CLOSED",
    "400, 10, 2018300, NOT_ALLOWED",
    "403, 10, 2018108, BLOCKED",
    "400, 100, 2018001, UNKNOWN_ADDRESS",
    "400, 100, 0, INVALID",
    "400, 100, 1893061, INVALID",
    "403, 200, 1545041, BLOCKED",
    "403, 200, 2018028, NOT_ALLOWED",
    "403, 230, 0, NOT_ALLOWED",
    "400, 551, 1545041, BLOCKED",
    "400, 7777, 0, INVALID"
  })
  void fb_20_what_will_never_go_is_refused(int status, int code, int subcode, Reason reason)
      throws IOException {
    bench.graph.answersAlways(Reply.error(status, code, subcode));

    assertThat(bench.connector.deliver(says("Stojí 200 Kč."))).isEqualTo(new Refused(reason));
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 190, 463, 600, NOT_SIGNED_IN",
    "400, 10, 1893063, 3600, RESTRICTED",
    "400, 368, 0, 3600, RESTRICTED",
    "400, 613, 0, 60, SLOWED_DOWN",
    "400, 4, 2018022, 60, SLOWED_DOWN"
  })
  void fb_20_what_concerns_the_page_waits_and_shows(
      int status, int code, int subcode, int seconds, Trouble trouble) throws IOException {
    OutboundMessage message = says("Stojí 200 Kč.");
    bench.graph.answers(Reply.error(status, code, subcode));

    assertThat(bench.connector.deliver(message))
        .isEqualTo(new Delivery.Deferred(NOW.plusSeconds(seconds)));
    assertThat(bench.connector.health().trouble()).isEqualTo(trouble);
    bench.now = NOW.plusSeconds(seconds);
    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivered());
    assertThat(bench.connector.health()).isEqualTo(Health.WELL);
  }

  @ParameterizedTest
  @CsvSource({"500, 2, 0", "400, 2, 0", "400, 1200, 0", "503, 0, 0"})
  void fb_20_the_platforms_own_troubles_are_tried_again(int status, int code, int subcode)
      throws IOException {
    OutboundMessage message = says("Stojí 200 Kč.");
    bench.graph.answers(Reply.error(status, code, subcode), new Reply(502, "X-A", "", "<html>"));

    assertThatThrownBy(() -> bench.connector.deliver(message)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> bench.connector.deliver(message)).isInstanceOf(IOException.class);
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.UNREACHABLE);
    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivered());
  }

  @Test
  void fb_20_an_answer_with_something_behind_it_is_an_answer() throws IOException {
    bench.graph.answers(new Reply(200, "X-A", "", "{\"message_id\":\"m\"}\n{}"));

    assertThat(bench.connector.deliver(says("Dobrý den."))).isEqualTo(new Delivered());
  }

  @Test
  void fb_20_a_token_the_platform_does_not_know_is_told_at_the_start() {
    bench.close();
    bench = new MessengerBench(office, NOW, Map.of(MessengerSettings.ANY_PAGE, "old"), true);

    bench.connector.start();

    await(() -> bench.connector.health().trouble() == Trouble.NOT_SIGNED_IN);
    assertThat(bench.connector.health().state()).isEqualTo(Health.State.FAILING);
  }

  @Test
  void fb_22_a_page_without_a_token_is_heard_and_not_answered() throws IOException {
    bench.close();
    bench = new MessengerBench(office, NOW, Map.of("5", FakeGraph.TOKEN), true);

    assertThat(bench.connector.deliver(says("Stojí 200 Kč.")))
        .isEqualTo(new Refused(Reason.NOT_ALLOWED));
    assertThat(office.messages()).hasSize(1);
    assertThat(office.events()).doesNotHaveAnyElementsOfTypes(Event.Unknown.class);
  }

  private OutboundMessage says(String text) {
    return says(new Speaker.Bot(), text);
  }

  /// Something is said to a citizen who wrote just now.
  private OutboundMessage says(Speaker speaker, String text) {
    bench.bring(bench.message("mid." + bench.now, "Kolik stojí občanka?"));
    return office.says(speaker, text).getFirst();
  }
}
