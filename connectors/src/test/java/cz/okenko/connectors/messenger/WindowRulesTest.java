package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Delivered;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Delivery.Refused;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.messenger.FakeGraph.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long the platform lets the office write, and to whom it belongs.
@Timeout(60)
final class WindowRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Speaker BOT = new Speaker.Bot();
  private static final Speaker OFFICE = new Speaker.Office();
  private static final Speaker CLERK = new Speaker.Clerk("Jana Vzorová", "evidence obyvatel");

  private final RememberingOffice office = new RememberingOffice();
  private MessengerBench bench = new MessengerBench(office, NOW);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void fb_09_within_24_hours_everybody_answers_without_a_tag() throws IOException {
    for (Speaker speaker : List.of(BOT, OFFICE, CLERK)) {
      assertThat(after(DAY.minus(MINUTE), speaker)).isEqualTo(new Delivered());
      assertThat(sent()).isEqualTo("RESPONSE ");
    }
  }

  @Test
  void fb_09_after_24_hours_a_machine_is_refused() throws IOException {
    assertThat(after(DAY.plus(MINUTE), BOT)).isEqualTo(new Refused(Reason.WINDOW_CLOSED));
    assertThat(after(DAY.plus(MINUTE), OFFICE)).isEqualTo(new Refused(Reason.WINDOW_CLOSED));
    assertThat(after(DAY, BOT)).isEqualTo(new Refused(Reason.WINDOW_CLOSED));
    assertThat(bench.graph.messages()).isEmpty();
  }

  @Test
  void fb_10_no_other_tag_than_the_persons_is_ever_sent() throws IOException {
    for (Speaker speaker : List.of(BOT, OFFICE, CLERK)) {
      for (int hours = 0; hours < 200; hours += 11) {
        after(Duration.ofHours(hours), speaker);
      }
    }

    assertThat(bench.graph.messages())
        .extracting(message -> message.path("tag").asText())
        .containsOnly("", "HUMAN_AGENT");
  }

  @Test
  void fb_11_after_24_hours_only_a_persons_words_go_and_say_so() throws IOException {
    assertThat(after(DAY.plus(MINUTE), CLERK)).isEqualTo(new Delivered());
    assertThat(sent()).isEqualTo("MESSAGE_TAG HUMAN_AGENT");
    assertThat(after(WEEK.minusSeconds(1), CLERK)).isEqualTo(new Delivered());
    assertThat(sent()).isEqualTo("MESSAGE_TAG HUMAN_AGENT");
  }

  @Test
  void fb_11_without_the_feature_nobody_writes_after_24_hours() throws IOException {
    bench.close();
    bench =
        new MessengerBench(
            office, NOW, Map.of(MessengerSettings.ANY_PAGE, FakeGraph.TOKEN), false);

    assertThat(after(DAY.plus(MINUTE), CLERK))
        .isEqualTo(new Refused(Reason.WINDOW_CLOSED_FOR_ALL));
    assertThat(after(DAY.plus(MINUTE), BOT))
        .isEqualTo(new Refused(Reason.WINDOW_CLOSED_FOR_ALL));
    assertThat(bench.connector.window().person()).isEqualTo(DAY);
  }

  @Test
  void fb_12_after_seven_days_nothing_goes() throws IOException {
    for (Speaker speaker : List.of(BOT, OFFICE, CLERK)) {
      assertThat(after(WEEK.plusSeconds(1), speaker))
          .isEqualTo(new Refused(Reason.WINDOW_CLOSED_FOR_ALL));
    }
    assertThat(bench.graph.messages()).isEmpty();
  }

  @Test
  void fb_12_the_gateway_is_told_both_windows_to_build_its_bridge() {
    assertThat(bench.connector.window().anyone()).isEqualTo(DAY);
    assertThat(bench.connector.window().person()).isEqualTo(WEEK);
    assertThat(bench.connector.window().limited()).isTrue();
  }

  @Test
  void fb_12_who_never_wrote_is_not_written_to() throws IOException {
    var message =
        new OutboundMessage(
            1, MessengerBench.citizen(), "cs", "a", List.of(), CLERK, Occasion.NONE);

    assertThat(bench.connector.deliver(message))
        .isEqualTo(new Refused(Reason.WINDOW_CLOSED_FOR_ALL));
  }

  @Test
  void fb_20_a_window_the_platform_closed_earlier_is_told_to_machine_and_person()
      throws IOException {
    bench.graph.answersAlways(Reply.error(400, 10, 2018278));

    assertThat(after(MINUTE, BOT)).isEqualTo(new Refused(Reason.WINDOW_CLOSED));
    assertThat(after(MINUTE, CLERK)).isEqualTo(new Refused(Reason.WINDOW_CLOSED_FOR_ALL));
  }

  /// A citizen wrote, so much time has passed, and somebody at the office says something.
  private Delivery after(Duration silence, Speaker speaker) throws IOException {
    bench.now = NOW;
    bench.bring(bench.message("mid.1", "Kde přihlásím psa?"));
    OutboundMessage message = office.says(speaker, "Na finančním odboru.").getFirst();
    bench.now = NOW.plus(silence);
    return bench.connector.deliver(message);
  }

  private String sent() {
    var last = bench.graph.messages().getLast();
    return last.path("messaging_type").asText() + " " + last.path("tag").asText();
  }
}
