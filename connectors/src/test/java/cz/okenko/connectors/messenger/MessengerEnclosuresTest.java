package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.messenger.FakeGraph.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files the office sends along: uploaded first, then sent by the id of the upload.
@Timeout(60)
final class MessengerEnclosuresTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final byte[] BYTES = {1, 2, 3};

  private final RememberingOffice office = new RememberingOffice();
  private final MessengerBench bench = new MessengerBench(office, NOW);

  @AfterEach
  void close() {
    bench.close();
  }

  private OutboundMessage message(Enclosure... files) {
    bench.bring(bench.message("mid.1", "Kde je formulář?"));
    return office.encloses("V příloze.", files).getFirst();
  }

  @Test
  void a_picture_is_shown_and_everything_else_is_a_file() throws IOException {
    bench.connector.deliver(
        message(
            office.file("a.png", "image/png", BYTES),
            office.file("a.pdf", "application/pdf", BYTES)));

    assertThat(bench.graph.messages().stream().skip(1))
        .extracting(message -> message.at("/message/attachment/type").asText())
        .containsExactly("image", "file");
  }

  @Test
  void fb_06_files_carry_our_id_as_the_pieces_after_the_words() throws IOException {
    OutboundMessage message = message(office.file("a.pdf", "application/pdf", BYTES));

    bench.connector.deliver(message);

    assertThat(bench.graph.messages())
        .extracting(piece -> piece.at("/message/metadata").asText())
        .containsExactly(
            "okenko:" + message.id() + ":1/2:NONE", "okenko:" + message.id() + ":2/2:NONE");
  }

  @Test
  void fb_18_a_wait_at_the_upload_repeats_no_words() throws IOException {
    OutboundMessage message = message(office.file("a.pdf", "application/pdf", BYTES));
    bench.graph.answersUploads(Reply.error(400, 613, 0).after(9));

    assertThat(bench.connector.deliver(message)).isInstanceOf(Delivery.Deferred.class);
    bench.now = bench.now.plus(Duration.ofSeconds(9));
    assertThat(bench.connector.deliver(message)).isEqualTo(new Delivery.Delivered());

    assertThat(bench.graph.messages()).hasSize(2);
    assertThat(bench.graph.received()).hasSize(1);
  }

  @Test
  void fb_20_a_file_the_platform_does_not_take_is_told_as_such() throws IOException {
    bench.graph.answersUploads(Reply.error(400, 100, 2018047));

    assertThat(bench.connector.deliver(message(office.file("a.zip", "application/zip", BYTES))))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.FILE));
  }
}
