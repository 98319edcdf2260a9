package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.telegram.FakeTelegram.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files the office sends along.
@Timeout(60)
final class TelegramEnclosuresTest {
  private static final byte[] BYTES = {1, 2, 3};

  private final RememberingOffice office = new RememberingOffice();
  private final Bench bench = new Bench(office, true).started();

  @AfterEach
  void stop() {
    bench.close();
  }

  private OutboundMessage message(Enclosure... files) {
    bench.bring(Bench.message(1, "Kde je formulář?"));
    return office.encloses("V příloze.", files).getFirst();
  }

  private List<String> methods() {
    return bench.telegram.uploads().stream().map(FakeTelegram.Upload::method).toList();
  }

  @Test
  void a_picture_is_shown_and_everything_else_is_a_document() throws IOException {
    bench.connector.deliver(
        message(
            office.file("a.jpg", "image/jpeg", BYTES),
            office.file("a.webp", "image/webp", BYTES),
            office.file("a.pdf", "application/pdf", BYTES)));

    assertThat(methods()).containsExactly("sendPhoto", "sendDocument", "sendDocument");
    assertThat(bench.telegram.uploads()).allMatch(upload -> upload.chat() == Bench.CITIZEN);
  }

  @Test
  void what_telegram_does_not_take_as_a_picture_goes_as_a_document() throws IOException {
    bench.telegram.plan("sendPhoto", Answer.failed(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

    assertThat(bench.connector.deliver(message(office.file("a.png", "image/png", BYTES))))
        .isEqualTo(new Delivery.Delivered());

    assertThat(methods()).containsExactly("sendDocument");
  }

  @Test
  void a_picture_too_large_to_be_shown_goes_as_a_document() throws IOException {
    byte[] large = new byte[(int) Posting.LARGEST_PICTURE + 1];

    bench.connector.deliver(message(office.file("a.png", "image/png", large)));

    assertThat(methods()).containsExactly("sendDocument");
  }

  @Test
  void tg_08_a_wait_between_two_files_sends_nothing_twice() throws IOException {
    OutboundMessage message =
        message(
            office.file("a.pdf", "application/pdf", BYTES),
            office.file("b.pdf", "application/pdf", BYTES));
    bench.telegram.plan("sendDocument", Answer.slowDown(9));
    Delivery first = bench.connector.deliver(message);
    bench.clock.move(Duration.ofSeconds(9));

    assertThat(first).isEqualTo(new Delivery.Deferred(Bench.NOW.plusSeconds(9)));
    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivery.Delivered());

    assertThat(bench.telegram.posts().stream().filter(p -> p.text().contains("V příloze.")))
        .hasSize(1);
    assertThat(bench.telegram.uploads())
        .extracting(upload -> upload.form().name())
        .containsExactly("a.pdf", "b.pdf");
  }

  @Test
  void a_file_telegram_will_never_take_is_told_as_such() throws IOException {
    bench.telegram.plan("sendDocument", Answer.failed(413, "Request Entity Too Large"));

    assertThat(bench.connector.deliver(message(office.file("a.pdf", "application/pdf", BYTES))))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.FILE));
  }

  @Test
  void a_citizen_who_blocked_the_bot_gets_no_file_either() throws IOException {
    bench.telegram.plan(
        "sendDocument", Answer.failed(403, "Forbidden: bot was blocked by the user"));

    assertThat(bench.connector.deliver(message(office.file("a.pdf", "application/pdf", BYTES))))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.BLOCKED));
  }
}
