package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Deferred;
import cz.okenko.connectors.Delivery.Delivered;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Delivery.Refused;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.telegram.FakeTelegram.Answer;
import cz.okenko.connectors.telegram.FakeTelegram.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of the platform for what goes out; each name begins with the rule's id.
@Timeout(60)
final class TelegramSpeechTest {
  private static final long CHAT = Bench.CITIZEN;
  private static final String SENTENCE = "Přineste prosím platný doklad a vyplněnou žádost. ";

  private final RememberingOffice office = new RememberingOffice();
  private final Bench bench = new Bench(office, true).started();
  private long last = 100;

  @AfterEach
  void stop() {
    bench.close();
  }

  private OutboundMessage message(long chat, String text, Choice... choices) {
    return new OutboundMessage(
        ++last,
        new Address("telegram", "7001:" + chat),
        "cs",
        text,
        List.of(choices),
        new Speaker.Bot(),
        Occasion.NONE);
  }

  private Delivery say(String text, Choice... choices) throws IOException {
    return bench.connector.deliver(message(CHAT, text, choices));
  }

  private List<String> heard() {
    return bench.telegram.posts().stream().map(Post::text).skip(1).toList();
  }

  @Test
  void tg_05_a_text_of_exactly_the_longest_length_is_one_message() throws IOException {
    say("**" + "á".repeat(96) + "** " + "&".repeat(3999));
    say("á".repeat(4097));

    assertThat(heard()).extracting(String::length).containsExactly(4096, 4096, 1);
  }

  @Test
  void tg_05_a_long_text_is_cut_between_sections() throws IOException {
    String section = SENTENCE.repeat(40).strip();
    say("**A**\n\n" + section + "\n\n" + section + "\n\n**B**\n\n" + section);

    assertThat(heard()).hasSize(2);
    assertThat(heard().get(0)).isEqualTo("A\n\n" + section + "\n\n" + section);
    assertThat(heard().get(1)).isEqualTo("B\n\n" + section);
  }

  @Test
  void tg_05_no_link_and_no_bold_word_is_cut() throws IOException {
    String link = "https://vzorov.example/a?b=1&c=2";
    say((SENTENCE + "**velmi důležité slovo** [celý postup](" + link + ") ").repeat(90));

    assertThat(heard()).hasSizeGreaterThan(1);
    assertThat(String.join(" ", heard()).split(Pattern.quote("celý postup (" + link + ")"), -1))
        .hasSize(91);
    assertThat(bench.telegram.posts())
        .allSatisfy(
            post ->
                assertThat(post.request().path("text").asText().split("<b>|<a ", -1).length - 1)
                    .isLessThanOrEqualTo(100));
  }

  @Test
  void tg_05_the_pieces_that_arrived_are_not_sent_again() throws IOException {
    say("Dobrý den");
    OutboundMessage message = message(CHAT, "a".repeat(4096) + "\n\n" + "b".repeat(10));
    bench.telegram.plan("sendMessage", Answer.failed(500, "Internal"));
    assertThatThrownBy(() -> bench.connector.deliver(message)).isInstanceOf(IOException.class);

    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivered());
    assertThat(heard()).containsExactly("Dobrý den", "a".repeat(4096), "b".repeat(10));

    OutboundMessage second = message(CHAT, "c".repeat(4096) + "\n\n" + "d".repeat(10));
    bench.telegram.plan("sendMessage", done(), Answer.slowDown(3));
    assertThat(bench.connector.deliver(second)).isInstanceOf(Deferred.class);
    bench.clock.move(Duration.ofSeconds(3));
    assertThat(bench.connector.deliver(second)).isEqualTo(new Delivered());
    assertThat(heard().getLast()).isEqualTo("d".repeat(10));
    assertThat(heard()).noneMatch(text -> text.startsWith("c"));
  }

  private static Answer done() {
    return new Answer(200, "{\"ok\":true,\"result\":{\"message_id\":1}}");
  }

  @Test
  void tg_06_a_button_carries_at_most_64_bytes_whatever_the_choice_is() throws IOException {
    var choice = new Choice("slug:" + "žluťoučký-kůň-".repeat(12), "Příliš žluťoučký kůň");
    OutboundMessage message = message(CHAT, "Vyberte si:", choice, choice);

    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivered());

    JsonNode button = bench.telegram.posts().getLast().buttons().get(1);
    assertThat(button.path("text").asText()).isEqualTo("Příliš žluťoučký kůň");
    assertThat(button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(1, 64);
    assertThat(button.path("callback_data").asText()).isEqualTo(Choice.key(message.id(), 1));
  }

  @ParameterizedTest
  @CsvSource({"cs,Tohle tlačítko", "uk,Ця кнопка", "de,Diese Schaltfläche", "en,This button"})
  void tg_06_an_old_button_is_refused_politely_in_the_citizens_language(
      String language, String text) {
    assertThat(bench.bring(Bench.press(1, "zz.1", language))).isTrue();

    JsonNode answer = answered();
    assertThat(answer.path("callback_query_id").asText()).isEqualTo("press1");
    assertThat(answer.path("text").asText()).startsWith(text);
    assertThat(office.messages()).isEmpty();
  }

  @Test
  void tg_06_a_press_is_always_answered_even_when_nobody_knows_where() {
    JsonNode lost =
        FakeTelegram.json(
            """
            {"update_id":1,"callback_query":{"id":"p","from":{"id":1},"data":"x"}}
            """);

    assertThat(bench.bring(lost)).isTrue();

    assertThat(answered().path("callback_query_id").asText()).isEqualTo("p");
    assertThat(office.events()).hasSize(1);
  }

  private JsonNode answered() {
    bench.telegram.await(() -> !bench.telegram.calls("answerCallbackQuery").isEmpty());
    return bench.telegram.calls("answerCallbackQuery").getLast().parameters();
  }

  @Test
  void tg_07_the_special_characters_of_every_mode_are_only_text() throws IOException {
    String special = "_*[]()~`>#+-=|{}.!\\ & < > \" ' &amp; <b>";

    say(special);

    assertThat(heard()).containsExactly(special);
    assertThat(bench.telegram.posts().getLast().request().path("parse_mode").asText())
        .isEqualTo("HTML");
  }

  @Test
  void tg_07_markdown_of_the_office_becomes_bold_words_links_and_lines() throws IOException {
    say(
        "**Poplatek:** [zdarma](https://vzorov.example)\n\n- doklad\n- *hvězda*\n\n"
            + "[doma](/x) [pošta](mailto:a@b.cz)");

    assertThat(bench.telegram.posts().getLast().request().path("text").asText())
        .isEqualTo(
            "<b>Poplatek:</b> <a href=\"https://vzorov.example\">zdarma</a>\n\n• doklad\n• *hvězda*"
                + "\n\n<a href=\"https://chat.vzorov.example/x\">doma</a> pošta (a@b.cz)");
  }

  @Test
  void tg_07_what_telegram_cannot_read_is_sent_as_plain_text() throws IOException {
    say("Dobrý den");
    bench.telegram.plan("sendMessage", Answer.failed(400, "Bad Request: can't parse entities: x"));

    assertThat(say("**Celý** [postup](https://vzorov.example/a)", new Choice("a", "Ano")))
        .isEqualTo(new Delivered());

    Post post = bench.telegram.posts().getLast();
    assertThat(post.request().has("parse_mode")).isFalse();
    assertThat(post.text()).isEqualTo("Celý postup (https://vzorov.example/a)");
    assertThat(post.buttons()).hasSize(1);
  }

  @Test
  void tg_08_a_429_waits_exactly_as_long_as_told_in_all_chats_of_the_bot() throws IOException {
    say("Dobrý den");
    bench.telegram.plan("sendMessage", Answer.slowDown(17));
    var until = new Deferred(Bench.NOW.plusSeconds(17));
    assertThat(say("Ano")).isEqualTo(until);
    int calls = bench.telegram.calls("sendMessage").size();

    bench.clock.move(Duration.ofMillis(16_999));
    assertThat(say("Ano")).isEqualTo(until);
    assertThat(bench.connector.deliver(message(4, "Ano"))).isEqualTo(until);
    assertThat(bench.telegram.calls("sendMessage")).hasSize(calls);
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.SLOWED_DOWN);

    bench.clock.move(Duration.ofMillis(1));
    assertThat(say("Ano")).isEqualTo(new Delivered());
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.NONE);
  }

  @Test
  void tg_08_one_chat_gets_about_a_message_a_second_and_does_not_hold_up_others()
      throws IOException {
    Delivery delivery = say("Dobrý den");
    int sent = 0;
    while (delivery instanceof Delivered && sent < 50) {
      delivery = say("Ano");
      sent++;
    }

    assertThat(delivery).isEqualTo(new Deferred(Bench.NOW.plusSeconds(1)));
    assertThat(bench.connector.deliver(message(4, "Ano"))).isEqualTo(new Delivered());
    bench.clock.move(Duration.ofSeconds(1));
    assertThat(say("Ano")).isEqualTo(new Delivered());
    assertThat(say("Ano")).isInstanceOf(Deferred.class);
  }

  @Test
  void tg_08_paid_broadcasts_stay_off() throws IOException {
    say("Dobrý den");

    JsonNode sent = bench.telegram.calls("sendMessage").getLast().parameters();
    assertThat(sent.has("allow_paid_broadcast")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "403,Forbidden: bot was blocked by the user,BLOCKED",
    "403,Forbidden: bot was kicked from the group chat,BLOCKED",
    "403,Forbidden: user is deactivated,UNKNOWN_ADDRESS",
    "400,Bad Request: chat not found,UNKNOWN_ADDRESS",
    "400,Bad Request: something else,INVALID"
  })
  void tg_12_a_refusal_ends_that_message_only(int code, String description, Reason reason)
      throws IOException {
    say("Dobrý den");
    bench.telegram.plan("sendMessage", Answer.failed(code, description));

    assertThat(say("Ano")).isEqualTo(new Refused(reason));
    assertThat(say("Ano")).isEqualTo(new Delivered());
  }

  @Test
  void tg_13_a_message_follows_a_group_that_moved_and_answers_whom_it_answers()
      throws IOException {
    var group = new Address("telegram", "7001:-5");
    var occasion = new Occasion("7001:-5:77", Bench.NOW);
    var first =
        new OutboundMessage(1, group, "cs", "Ano", List.of(), new Speaker.Bot(), occasion);
    bench.connector.deliver(first);
    JsonNode request = bench.telegram.posts().getLast().request();
    assertThat(request.path("reply_parameters").path("message_id").asLong()).isEqualTo(77);
    bench.telegram.plan(
        "sendMessage",
        new Answer(
            400,
            "{\"ok\":false,\"error_code\":400,\"description\":\"upgraded\","
                + "\"parameters\":{\"migrate_to_chat_id\":-1009876543210}}"));

    assertThat(bench.connector.deliver(message(-5, "Ještě něco"))).isEqualTo(new Delivered());

    assertThat(bench.telegram.posts().getLast().chat()).isEqualTo(-1009876543210L);
    assertThat(office.events())
        .containsExactly(new Event.Moved(group, new Address("telegram", "7001:-1009876543210")));
  }

  @Test
  void tg_14_that_chats_are_not_end_to_end_encrypted_is_said_once_before_all_else()
      throws IOException {
    say("Dobrý den");
    say("Ano");

    assertThat(bench.telegram.posts()).hasSize(3);
    assertThat(bench.telegram.posts().getFirst().text())
        .contains("šifrované", Bench.HOME.toString());
  }

  @Test
  void tg_14_a_process_that_dies_while_it_says_so_does_not_say_it_again() throws IOException {
    var known = new ArrayList<Boolean>();
    bench.telegram.meanwhile(
        method -> {
          if (method.equals("sendMessage")) {
            known.add(office.notebook().read("7001 greeted " + CHAT).isPresent());
          }
        });

    say("Dobrý den");

    assertThat(known).containsExactly(true, true);
  }

  @Test
  void tg_14_what_telegram_did_not_take_is_said_later() throws IOException {
    bench.telegram.plan("sendMessage", Answer.slowDown(1));
    assertThat(say("Dobrý den")).isInstanceOf(Deferred.class);
    bench.clock.move(Duration.ofSeconds(2));

    assertThat(say("Dobrý den")).isEqualTo(new Delivered());

    assertThat(bench.telegram.posts()).hasSize(2);
    assertThat(bench.telegram.posts().getFirst().text()).contains("šifrované");
  }

  @Test
  void an_answer_that_cannot_be_read_although_it_was_sent_is_not_sent_again() throws IOException {
    say("Dobrý den");
    bench.telegram.plan(
        "sendMessage",
        new Answer(200, "{\"ok\":true,\"result\":{\"message_id\":"),
        new Answer(200, "{\"ok\":true,\"result\":\"no message at all\"}"));

    assertThat(say("Ano")).isEqualTo(new Delivered());
    assertThat(say("Ano")).isEqualTo(new Delivered());
  }

  @Test
  void a_clerk_is_named() throws IOException {
    say("Dobrý den");
    var clerk =
        new OutboundMessage(
            9,
            new Address("telegram", "7001:" + CHAT),
            "cs",
            "Přijďte zítra.",
            List.of(),
            new Speaker.Clerk("Eva Malá", "matrika"),
            Occasion.NONE);

    bench.connector.deliver(clerk);

    assertThat(heard().getLast()).isEqualTo("Eva Malá (matrika):\n\nPřijďte zítra.");
  }

  @Test
  void an_address_of_another_bot_is_unknown() throws IOException {
    var other =
        new OutboundMessage(
            9,
            new Address("telegram", "7002:5"),
            "cs",
            "Ano",
            List.of(),
            new Speaker.Bot(),
            Occasion.NONE);

    assertThat(bench.connector.deliver(other)).isEqualTo(new Refused(Reason.UNKNOWN_ADDRESS));
  }

  @Test
  void a_token_that_telegram_does_not_accept_is_said_and_tried_again_later() {
    bench.telegram.plan("sendMessage", Answer.failed(401, "Unauthorized"));

    assertThatThrownBy(() -> say("Dobrý den"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("AA_fake");
    assertThat(bench.connector.health().trouble()).isEqualTo(Trouble.NOT_SIGNED_IN);
  }
}
