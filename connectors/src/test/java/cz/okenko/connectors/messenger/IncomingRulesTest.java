package cz.okenko.connectors.messenger;

import static cz.okenko.connectors.messenger.MessengerBench.CITIZEN;
import static cz.okenko.connectors.messenger.MessengerBench.PAGE;
import static cz.okenko.connectors.messenger.MessengerBench.citizen;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.RememberingOffice;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The platform's rules on what it brings; names begin with the rule they prove.
@Timeout(60)
final class IncomingRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final RememberingOffice office = new RememberingOffice();
  private final MessengerBench bench = new MessengerBench(office, NOW);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void fb_01_a_subscription_is_answered_with_its_challenge_as_plain_text() {
    HttpResponse<String> response = subscribe("subscribe", MessengerBench.VERIFY_TOKEN);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("1158201444");
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
  }

  @Test
  void fb_01_whoever_does_not_know_the_verify_token_is_refused() {
    assertThat(subscribe("subscribe", "guess").statusCode()).isEqualTo(403);
    assertThat(subscribe("subscribe", "").statusCode()).isEqualTo(403);
    assertThat(subscribe("unsubscribe", MessengerBench.VERIFY_TOKEN).statusCode()).isEqualTo(403);
    assertThat(bench.send(bench.to("").GET()).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> subscribe(String mode, String token) {
    String query =
        "?hub.mode=%s&hub.verify_token=%s&hub.challenge=1158201444".formatted(mode, token);
    return bench.send(bench.to(query).GET());
  }

  @Test
  void fb_02_a_body_with_one_flipped_byte_is_refused_and_nothing_is_stored() {
    String body = bench.message("mid.1", "Kde přihlásím psa?");
    String signature = MessengerBench.signature(body);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      assertThat(bench.bring(bytes, signature)).as("byte " + i).isEqualTo(403);
      bytes[i] ^= 1;
    }

    assertThat(office.messages()).isEmpty();
    assertThat(office.events()).isEmpty();
    assertThat(bench.bring(bytes, signature)).isEqualTo(200);
  }

  @Test
  void fb_02_the_signature_is_over_the_bytes_as_they_came_with_their_escapes() {
    String body =
        bench.wrapped("\"message\":{\"mid\":\"mid.1\",\"text\":\"p\\u0159ihl\\u00e1sit\\/psa\"}");

    assertThat(bench.bring(body)).isEqualTo(200);

    assertThat(office.messages().getFirst().text()).isEqualTo("přihlásit/psa");
  }

  @Test
  void fb_02_the_older_signature_and_none_at_all_are_refused() {
    String body = bench.message("mid.1", "Kde přihlásím psa?");
    var older = bench.to("").header("X-Hub-Signature", "sha1=" + "0".repeat(40));

    assertThat(bench.send(older.POST(BodyPublishers.ofString(body))).statusCode()).isEqualTo(403);
    assertThat(bench.bring(body.getBytes(StandardCharsets.UTF_8), "")).isEqualTo(403);
    assertThat(bench.bring(body.getBytes(StandardCharsets.UTF_8), "sha256=")).isEqualTo(403);
    assertThat(office.messages()).isEmpty();
  }

  @Test
  void fb_02_a_body_larger_than_a_bundle_can_be_is_refused() {
    String body = bench.message("mid.1", "a".repeat(MessengerConnector.LARGEST_BODY));

    assertThat(bench.bring(body)).isEqualTo(413);
    assertThat(office.messages()).isEmpty();
  }

  @Test
  void fb_03_every_event_of_every_entry_is_taken() {
    String entries =
        IntStream.range(0, 10)
            .mapToObj(entry -> "{\"id\":\"" + entry + "\",\"messaging\":[" + hundred(entry) + "]}")
            .collect(Collectors.joining(","));

    assertThat(bench.bring("{\"object\":\"page\",\"entry\":[" + entries + "]}")).isEqualTo(200);

    assertThat(office.messages()).hasSize(1_000);
    assertThat(office.messages().stream().map(InboundMessage::address).distinct()).hasSize(200);
  }

  /// A hundred messages of twenty people on a page.
  private String hundred(int page) {
    return IntStream.range(0, 100)
        .mapToObj(
            i ->
                bench
                    .event("\"message\":{\"mid\":\"m" + page + "." + i + "\",\"text\":\"a\"}")
                    .replace(CITIZEN, Integer.toString(i % 20)))
        .collect(Collectors.joining(","));
  }

  @Test
  void fb_03_what_is_said_while_another_app_holds_the_thread_is_kept_and_not_answered()
      throws InterruptedException {
    bench.bring(bench.wrapped("standby", "\"message\":{\"mid\":\"mid.1\",\"text\":\"ahoj\"}"));

    assertThat(office.messages()).hasSize(1);
    assertThat(office.messages().getFirst().handling()).isEqualTo(Handling.KEEP);
    bench.bring(bench.message("mid.2", "ahoj"));
    assertThat(bench.graph.action()).isEqualTo("typing_on " + CITIZEN);
    assertThat(bench.graph.quiet()).isTrue();
  }

  @Test
  void fb_04_what_could_not_be_stored_is_not_acknowledged() {
    office.fillUp();

    assertThat(bench.bring(bench.message("mid.1", "Kde přihlásím psa?"))).isEqualTo(503);
    assertThat(bench.bring(bench.wrapped("\"read\":{\"watermark\":1}"))).isEqualTo(503);
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.NOT_STORED);
    assertThat(bench.connector.health().state()).isEqualTo(Health.State.FAILING);
  }

  @Test
  void fb_05_a_bundle_is_read_in_the_order_of_its_timestamps() {
    String late = bench.event("\"message\":{\"mid\":\"mid.2\",\"text\":\"druhá\"}");
    bench.now = NOW.minusSeconds(60);
    String early = bench.event("\"message\":{\"mid\":\"mid.1\",\"text\":\"první\"}");
    bench.now = NOW;

    bench.bring(
        "{\"object\":\"page\",\"entry\":[{\"id\":\"%s\",\"messaging\":[%s,%s]}]}"
            .formatted(PAGE, late, early));

    assertThat(office.messages())
        .extracting(InboundMessage::text)
        .containsExactly("první", "druhá");
    assertThat(office.messages().getFirst().sentAt()).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void fb_05_a_repeated_tap_is_stored_once_even_without_an_id() {
    String tap = bench.wrapped("\"postback\":{\"payload\":\"MENU\",\"title\":\"Úřední hodiny\"}");

    bench.bring(tap);
    bench.bring(tap);
    bench.now = NOW.plusSeconds(5);
    bench.bring(bench.wrapped("\"postback\":{\"payload\":\"MENU\",\"title\":\"Úřední hodiny\"}"));

    assertThat(office.messages())
        .extracting(InboundMessage::text)
        .containsExactly("Úřední hodiny", "Úřední hodiny");
  }

  @Test
  void fb_06_an_echo_with_our_id_confirms_the_message_when_its_last_piece_is_there() {
    bench.bring(bench.echo("\"mid\":\"m1\",\"text\":\"a\",\"metadata\":\"okenko:42:1/2:NONE\""));
    assertThat(office.events()).isEmpty();

    bench.bring(bench.echo("\"mid\":\"m2\",\"text\":\"b\",\"metadata\":\"okenko:42:2/2:NONE\""));
    assertThat(office.events()).containsExactly(new Event.Confirmed(42));
  }

  @Test
  void fb_06_an_echo_from_the_inbox_of_the_page_is_an_answer_of_a_person() {
    bench.bring(
        bench.echo("\"mid\":\"m1\",\"text\":\"Přijďte v pondělí.\",\"app_id\":26390203743090"));
    bench.bring(bench.echo("\"mid\":\"m2\",\"attachments\":[{\"type\":\"image\"}]"));

    assertThat(office.events())
        .containsExactly(
            new Event.AnsweredThere(citizen(), "m1", "Přijďte v pondělí.", NOW),
            new Event.AnsweredThere(citizen(), "m2", Words.FILE_SENT.in("cs"), NOW));
    assertThat(office.messages()).isEmpty();
  }

  @Test
  void fb_06_an_echo_of_another_machine_is_kept_and_silences_nobody() {
    bench.bring(bench.echo("\"mid\":\"m1\",\"text\":\"Díky za zprávu!\",\"app_id\":999"));

    assertThat(office.events()).singleElement().isInstanceOf(Event.Unknown.class);
  }

  @Test
  void fb_07_watermarks_say_what_was_delivered_and_read() {
    bench.bring(bench.wrapped("\"delivery\":{\"mids\":[\"m1\"],\"watermark\":1700000000000}"));
    bench.bring(bench.wrapped("\"read\":{\"watermark\":1700000000001,\"seq\":3}"));

    assertThat(office.events())
        .containsExactly(
            new Event.Seen(citizen(), false, Instant.ofEpochMilli(1_700_000_000_000L)),
            new Event.Seen(citizen(), true, Instant.ofEpochMilli(1_700_000_000_001L)));
  }

  @Test
  void fb_08_an_edit_names_its_message_and_its_number() {
    bench.bring(
        bench.wrapped("\"message_edit\":{\"mid\":\"m1\",\"text\":\"psa\",\"num_edit\":\"5\"}"));

    assertThat(office.events()).containsExactly(new Event.Edited(citizen(), "m1", 5, "psa", NOW));
  }

  @Test
  void fb_13_a_quick_reply_of_somebody_else_counts_as_typed() {
    bench.bring(
        bench.wrapped(
            """
            "message":{"mid":"m1","text":"Červená","quick_reply":{"payload":"ef.7"}}
            """));

    assertThat(office.messages().getFirst().text()).isEqualTo("Červená");
    assertThat(office.messages().getFirst().choice()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass_thread_control", "take_thread_control", "request_thread_control", "app_roles"
      })
  void fb_17_who_owns_the_thread_is_kept_and_breaks_nothing(String kind) {
    assertThat(bench.bring(bench.wrapped("\"" + kind + "\":{\"metadata\":\"x\"}"))).isEqualTo(200);

    assertThat(office.events()).singleElement().isInstanceOf(Event.Unknown.class);
  }

  @Test
  void fb_21_unknown_members_are_ignored_and_unknown_kinds_kept() {
    bench.bring(
        bench.wrapped(
            """
            "message":{"mid":"m1","text":"a","later":{"x":[1,2]},"nlp":[]},"also":"new"
            """));
    bench.bring(bench.wrapped("\"hologram\":{\"deep\":" + "[".repeat(99) + "]".repeat(99) + "}"));
    bench.bring("{\"object\":\"moon\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"a\":1}]}]}");
    assertThat(bench.bring("{}")).isEqualTo(200);

    assertThat(office.messages()).hasSize(1);
    assertThat(office.events()).hasSize(2).allMatch(event -> event instanceof Event.Unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"page\",\"entry\":7}",
        "{\"object\":\"page\",\"entry\":[null,1,\"a\",[[]],{\"messaging\":{\"a\":{}}}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"\",\"messaging\":[{},null,[],"
            + "{\"message\":3}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"messaging\":[{\"sender\":{\"id\":\"\\u0000\\ud800\"},"
            + "\"timestamp\":9e99,\"message\":{\"mid\":{},\"text\":[\"a\"],"
            + "\"attachments\":[1]}}]}]}",
        "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[{\"sender\":{\"id\":\"2\"},"
            + "\"timestamp\":-5,\"postback\":{}}]}]}"
      })
  void fb_21_odd_shapes_are_acknowledged(String body) {
    assertThat(bench.bring(body)).isEqualTo(200);
  }

  @Test
  void fb_22_the_same_id_on_two_pages_is_two_addresses_and_numbers_are_as_good_as_texts() {
    bench.bring(bench.message("m1", "a"));
    bench.bring(
        bench
            .message("m2", "b")
            .replace("{\"id\":\"" + PAGE + "\"", "{\"id\":5")
            .replace("\"" + CITIZEN + "\"", CITIZEN));

    assertThat(office.messages())
        .extracting(InboundMessage::address)
        .containsExactly(citizen(), new Address("messenger", "5:" + CITIZEN));
    assertThat(List.of(office.messages().getFirst().language())).containsExactly("");
  }
}
