package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.telegram.FakeTelegram.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of the platform for what comes in; each name begins with the rule's id.
@Timeout(60)
final class TelegramNewsTest {
  private static final Address CITIZEN = new Address("telegram", "7001:" + Bench.CITIZEN);

  private final RememberingOffice office = new RememberingOffice();
  private Bench bench = new Bench(office, true);

  @AfterEach
  void stop() {
    bench.close();
  }

  private void polling() {
    bench.close();
    bench = new Bench(office, false).started();
  }

  @Test
  void tg_01_polling_ends_the_webhook_and_asks_for_what_follows_the_last_stored_update() {
    polling();
    assertThat(bench.bring(Bench.message(1, "Ahoj"))).isTrue();

    JsonNode switched = bench.telegram.calls("deleteWebhook").getFirst().parameters();
    assertThat(switched.path("drop_pending_updates").asBoolean(true)).isFalse();
    JsonNode asked = bench.telegram.calls("getUpdates").getLast().parameters();
    assertThat(asked.path("offset").asLong()).isEqualTo(1002);
    assertThat(asked.path("limit").asInt()).isBetween(1, 100);
  }

  @Test
  void tg_01_a_second_reader_is_an_alarm_and_ends_nothing() {
    bench.close();
    bench = new Bench(office, false);
    bench.telegram.always("getUpdates", Answer.failed(409, "Conflict: terminated by other"));
    bench.started();
    bench.telegram.await(
        () -> bench.connector.health().trouble() == Trouble.READ_ELSEWHERE);

    bench.telegram.asUsual("getUpdates");

    assertThat(bench.bring(Bench.message(1, "Ahoj"))).isTrue();
    bench.telegram.await(() -> bench.connector.health().trouble() == Trouble.NONE);
  }

  @Test
  void tg_02_telegram_is_told_where_to_come_and_with_which_secret() {
    bench.started();

    JsonNode set = bench.telegram.webhook();
    assertThat(set.path("url").asText()).isEqualTo(Bench.HOME + "/connectors/telegram");
    assertThat(set.path("secret_token").asText()).isEqualTo(Bench.SECRET);
    assertThat(set.path("max_connections").asInt()).isBetween(1, 100);
    assertThat(set.path("drop_pending_updates").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'',403", "guess,403", "s3cret_of-the_offic,403", "s3cret_of-the_office,200"})
  void tg_02_the_secret_is_checked_before_the_body(String secret, int status) {
    bench.started();

    assertThat(bench.push(Bench.message(1, "Ahoj").toString(), secret)).isEqualTo(status);
    assertThat(bench.push("{broken", secret)).isEqualTo(status == 200 ? 400 : 403);
  }

  @Test
  void tg_03_an_old_number_on_a_new_message_is_a_new_message() {
    bench.started();
    bench.bring(Bench.message(1, "první"));
    ObjectNode later = Bench.message(2, "po týdnu ticha");
    later.put("update_id", 1001);

    assertThat(bench.bring(later)).isTrue();
    assertThat(bench.bring(later)).isTrue();

    assertThat(office.messages()).extracting(InboundMessage::text)
        .containsExactly("první", "po týdnu ticha");
  }

  @Test
  void tg_03_after_a_week_of_silence_the_old_number_is_forgotten() {
    polling();
    bench.bring(Bench.message(1, "první"));
    bench.clock.move(Duration.ofDays(7));

    ObjectNode low = Bench.message(2, "s nižším číslem");
    low.put("update_id", 3);
    int asked = bench.telegram.calls("getUpdates").size();
    bench.telegram.await(() -> bench.telegram.calls("getUpdates").size() > asked + 1);
    assertThat(bench.telegram.calls("getUpdates").getLast().parameters().has("offset")).isFalse();

    assertThat(bench.bring(low)).isTrue();
    assertThat(bench.telegram.calls("getUpdates").getLast().parameters().path("offset").asLong())
        .isEqualTo(4);
  }

  @Test
  void tg_04_news_that_telegram_cannot_bring_are_an_alarm() {
    bench.telegram.pending(3);
    bench.started();
    bench.telegram.await(() -> bench.connector.health().trouble() == Trouble.NEWS_PENDING);

    bench.telegram.pending(0);

    bench.telegram.await(() -> bench.connector.health().trouble() == Trouble.NONE);
  }

  @Test
  void tg_04_a_webhook_that_leads_elsewhere_is_an_alarm() {
    bench.started();
    bench.telegram.webhook("https://elsewhere.example/hook");

    bench.telegram.await(() -> bench.connector.health().trouble() == Trouble.READ_ELSEWHERE);
  }

  @ParameterizedTest
  @CsvSource({
    "/start 4XKQ7-M2B9T,4XKQ7-M2B9T,cs",
    "/start@vzorov_bot abc_DEF,abc_DEF,cs",
    "/start,Dobrý den,cs",
    "/start,Добрий день,uk",
    "/start,Guten Tag,de-AT",
    "/start,Dobrý den,fr",
    "/help,Hello,en",
    "/clovek,clovek,cs",
    "/jazyk en,jazyk en,cs"
  })
  void tg_10_a_deep_link_carries_a_code_and_a_bare_start_greets(
      String written, String understood, String language) {
    bench.started();
    ObjectNode update = Bench.message(1, written);
    ((ObjectNode) update.path("message").path("from")).put("language_code", language);

    assertThat(bench.bring(update)).isTrue();

    assertThat(office.messages().getFirst().text()).isEqualTo(understood);
  }

  @Test
  void tg_11_only_what_we_understand_is_asked_for() {
    bench.started();

    assertThat(bench.telegram.webhook().path("allowed_updates"))
        .extracting(JsonNode::asText)
        .containsExactly("message", "edited_message", "callback_query", "my_chat_member");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"update_id\":5,\"guest_message\":{\"new\":{\"a\":[1]}}}",
        "{\"update_id\":5,\"message_reaction\":{}}",
        "{\"update_id\":5,\"message\":{\"message_id\":3,\"chat\":{\"id\":4},\"hologram\":{}}}",
        "{\"update_id\":5,\"message\":[]}",
        "{\"update_id\":5,\"message\":{\"chat\":{\"id\":\"x\"}}}",
        "{\"update_id\":5,\"callback_query\":7}",
        "{\"update_id\":5,\"my_chat_member\":{\"chat\":{\"id\":4}}}",
        "{\"update_id\":5}"
      })
  void tg_11_what_is_unknown_is_kept_as_it_came_and_acknowledged(String update) {
    bench.started();

    assertThat(bench.push(update, Bench.SECRET)).isEqualTo(200);
    assertThat(bench.push(update, Bench.SECRET)).isEqualTo(200);

    assertThat(office.messages()).isEmpty();
    assertThat(office.events()).hasSize(1);
    assertThat(((Event.Unknown) office.events().getFirst()).body()).isEqualTo(update);
  }

  @Test
  void tg_12_an_edit_names_the_message_it_changes_and_says_when() {
    bench.started();
    ObjectNode edit = Bench.message(1, "Kde přihlásím kočku?");
    edit.put("update_id", 1009);
    edit.set("edited_message", edit.remove("message"));
    long at = Bench.NOW.getEpochSecond() - 10;
    ((ObjectNode) edit.path("edited_message")).put("edit_date", at);

    bench.bring(edit);
    bench.bring(Bench.message(1, "Kde přihlásím psa?"));

    assertThat(office.events())
        .containsExactly(
            new Event.Edited(
                CITIZEN,
                office.messages().getFirst().externalId(),
                50,
                "Kde přihlásím kočku?",
                Instant.ofEpochSecond(at)));
  }

  @ParameterizedTest
  @CsvSource({"kicked,false", "member,true", "left,false", "administrator,true"})
  void tg_12_blocking_and_unblocking_is_told(String status, boolean reachable) {
    bench.started();

    bench.bring(
        FakeTelegram.json(
            """
            {"update_id":7,"my_chat_member":{"chat":{"id":%d,"type":"private"},"date":%d,
             "from":{"id":%d},"old_chat_member":{"status":"x"},"new_chat_member":{"status":"%s"}}}
            """
                .formatted(Bench.CITIZEN, Bench.NOW.getEpochSecond(), Bench.CITIZEN, status)));

    assertThat(office.events())
        .containsExactly(new Event.Reachable(CITIZEN, reachable, Bench.NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Kdo jde na pivo?|-|-",
        "@vzorov_bot kde je radnice?|{\"type\":\"mention\",\"offset\":0,\"length\":11}"
            + "|kde je radnice?",
        "@jiny_bot kde je radnice?|{\"type\":\"mention\",\"offset\":0,\"length\":9}|-",
        "/hodiny@vzorov_bot|{\"type\":\"bot_command\",\"offset\":0,\"length\":18}|hodiny",
        "/hodiny@jiny_bot|{\"type\":\"bot_command\",\"offset\":0,\"length\":16}|-",
        "/hodiny|{\"type\":\"bot_command\",\"offset\":0,\"length\":7}|hodiny"
      })
  void tg_13_in_a_group_only_what_is_addressed_to_us_is_taken_in(
      String text, String entity, String understood) {
    bench.started();
    ObjectNode update = inGroup(Bench.message(1, text));
    if (entity != null) {
      ((ObjectNode) update.path("message")).putArray("entities").add(FakeTelegram.json(entity));
    }

    assertThat(bench.bring(update)).isTrue();

    assertThat(office.messages()).extracting(InboundMessage::text)
        .isEqualTo(understood == null ? List.of() : List.of(understood));
    assertThat(office.events()).isEmpty();
  }

  @Test
  void tg_13_a_reply_to_us_in_a_group_of_a_large_number_is_taken_in() {
    bench.started();
    ObjectNode update = inGroup(Bench.message(1, "A kdy?"));
    ((ObjectNode) update.path("message"))
        .set("reply_to_message", FakeTelegram.json("{\"message_id\":4,\"from\":{\"id\":7001}}"));

    bench.bring(update);

    assertThat(office.messages().getFirst().address())
        .isEqualTo(new Address("telegram", "7001:-1003400000001"));
  }

  @Test
  void tg_13_a_group_that_became_a_supergroup_has_moved() {
    bench.started();
    ObjectNode update = inGroup(Bench.empty(1));
    ((ObjectNode) update.path("message")).put("migrate_to_chat_id", -1009876543210L);

    bench.bring(update);

    assertThat(office.events())
        .containsExactly(
            new Event.Moved(
                new Address("telegram", "7001:-1003400000001"),
                new Address("telegram", "7001:-1009876543210")));
  }

  private static ObjectNode inGroup(ObjectNode update) {
    ((ObjectNode) update.path("message").path("chat"))
        .put("id", -1003400000001L)
        .put("type", "supergroup");
    return update;
  }
}
