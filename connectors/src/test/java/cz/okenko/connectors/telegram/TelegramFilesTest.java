package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.telegram.FakeTelegram.Answer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that citizens send (TG-09), and other things that are no text.
@Timeout(60)
final class TelegramFilesTest {
  private final RememberingOffice office = new RememberingOffice();
  private final Bench bench = new Bench(office, true).started();

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"document\":{\"file_id\":\"F1\",\"file_name\":\"žádost.pdf\","
            + "\"mime_type\":\"application/pdf\",\"file_size\":9}"
            + "|žádost.pdf|application/pdf|9",
        "\"document\":{\"file_id\":\"F1\"}|dokument|''|0",
        "\"photo\":[{\"file_id\":\"S\",\"width\":90,\"height\":60},"
            + "{\"file_id\":\"F1\",\"width\":900,\"height\":600,\"file_size\":7}]"
            + "|foto.jpg|image/jpeg|7",
        "\"voice\":{\"file_id\":\"F1\",\"duration\":3,\"mime_type\":\"audio/ogg\",\"file_size\":5}"
            + "|hlas.ogg|audio/ogg|5",
        "\"animation\":{\"file_id\":\"F1\"},\"document\":{\"file_id\":\"F1\"}"
            + "|animace.mp4|video/mp4|0"
      })
  void tg_09_name_and_type_are_kept_as_they_came(
      String file, String name, String type, long size) {
    assertThat(bench.bring(with(file))).isTrue();

    assertThat(office.messages().getFirst().attachments())
        .containsExactly(new Attachment(name, type, size, "F1"));
    assertThat(office.messages().getFirst().handling()).isEqualTo(Handling.ANSWER);
  }

  @Test
  void tg_09_a_file_is_fetched_by_its_reference() throws IOException {
    bench.telegram.has("files/F1", "obsah".getBytes(StandardCharsets.UTF_8));

    try (InputStream in = bench.connector.fetch(new Attachment("a", "", 5, "F1"))) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("obsah");
    }
  }

  @Test
  void tg_09_a_file_that_is_gone_is_not_found_and_one_that_is_late_is_asked_for_again() {
    var file = new Attachment("a", "", 5, "F9");
    assertThatThrownBy(() -> bench.connector.fetch(file)).isInstanceOf(FileNotFoundException.class);

    bench.telegram.plan(
        "getFile",
        Answer.failed(400, "Bad Request: file is too big"),
        Answer.failed(400, "Bad Request: wrong file_id or the file is temporarily unavailable"));
    assertThatThrownBy(() -> bench.connector.fetch(file)).isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> bench.connector.fetch(file))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileNotFoundException.class);
  }

  @Test
  void tg_09_who_sends_too_large_a_file_is_told_once_where_else() {
    ObjectNode update = with("\"video\":{\"file_id\":\"F1\",\"file_size\":20971521}");

    bench.bring(update);
    bench.bring(update);
    bench.telegram.await(() -> !bench.telegram.posts().isEmpty());

    InboundMessage message = office.messages().getFirst();
    assertThat(message.handling()).isEqualTo(Handling.KEEP);
    assertThat(message.attachments()).hasSize(1);
    assertThat(bench.telegram.posts()).hasSize(1);
    assertThat(bench.telegram.posts().getFirst().text())
        .contains("20 MB", Bench.HOME.toString());
    assertThatThrownBy(() -> bench.connector.fetch(message.attachments().getFirst()))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void tg_09_what_is_written_beside_too_large_a_file_is_answered() {
    bench.bring(
        with(
            "\"caption\":\"Kde to opravíte?\","
                + "\"video\":{\"file_id\":\"F1\",\"file_size\":20971521}"));

    assertThat(office.messages().getFirst().handling()).isEqualTo(Handling.ANSWER);
    assertThat(office.messages().getFirst().text()).isEqualTo("Kde to opravíte?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"sticker\":{\"file_id\":\"S\",\"emoji\":\"👍\"}|👍",
        "\"location\":{\"latitude\":50.087,\"longitude\":14.421}|50.087, 14.421",
        "\"venue\":{\"title\":\"Hřiště\",\"address\":\"Lipová 1\","
            + "\"location\":{\"latitude\":50.1,\"longitude\":14.4}}|Hřiště Lipová 1 50.1, 14.4",
        "\"contact\":{\"first_name\":\"Jan\",\"phone_number\":\"+420601\"}|Jan +420601"
      })
  void what_is_no_text_becomes_words(String content, String words) {
    bench.bring(with(content));

    assertThat(office.messages().getFirst().text().replace('\n', ' ')).isEqualTo(words);
  }

  @Test
  void an_album_asks_the_office_once() {
    for (int id = 1; id <= 3; id++) {
      ObjectNode update = Bench.empty(id);
      ((ObjectNode) update.path("message"))
          .put("media_group_id", "A")
          .putArray("photo")
          .add(FakeTelegram.json("{\"file_id\":\"F" + id + "\"}"));
      bench.bring(update);
      bench.bring(update);
    }

    assertThat(office.messages()).extracting(InboundMessage::handling)
        .containsExactly(Handling.ANSWER, Handling.KEEP, Handling.KEEP);
  }

  @Test
  void what_cannot_be_stored_of_a_text_is_replaced() {
    String update = Bench.message(1, "TEXT").toString();

    bench.push(update.replace("TEXT", "p\\u016fl \\ud83d a \\u0000"), Bench.SECRET);

    assertThat(office.messages().getFirst().text()).isEqualTo("půl \ufffd a \ufffd");
  }

  private static ObjectNode with(String content) {
    ObjectNode update = Bench.empty(1);
    ((ObjectNode) update.path("message")).setAll(FakeTelegram.json("{" + content + "}"));
    return update;
  }
}
