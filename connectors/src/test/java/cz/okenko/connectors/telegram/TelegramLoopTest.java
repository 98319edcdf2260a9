package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.telegram.FakeTelegram.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the loop that asks for news survives.
@Timeout(60)
final class TelegramLoopTest {
  private static final Tempo WATCHFUL =
      new Tempo(
          Duration.ofSeconds(1),
          Duration.ofMillis(5),
          Duration.ofMillis(2),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofMillis(1500));

  private final RememberingOffice office = new RememberingOffice();
  private final AtomicInteger tries = new AtomicInteger();
  private Bench bench = new Bench(office, false);

  @AfterEach
  void stop() {
    bench.close();
  }

  private void with(Consumer<InboundMessage> before) {
    bench.close();
    bench = new Bench(office, inbox(before), false, WATCHFUL);
  }

  private Inbox inbox(Consumer<InboundMessage> before) {
    return new Inbox() {
      @Override
      public Receipt accept(InboundMessage message) {
        tries.incrementAndGet();
        before.accept(message);
        return office.accept(message);
      }

      @Override
      public void note(Event event) {
        office.note(event);
      }

      @Override
      public List<Choice> offered(long message) {
        return office.offered(message);
      }
    };
  }

  private void awaitMessages(int count) {
    bench.telegram.await(() -> office.messages().size() == count);
  }

  @Test
  void what_was_not_stored_is_tried_again_and_overtaken_by_nothing() {
    with(
        message -> {
          if (tries.get() < 4) {
            throw new IllegalStateException("busy");
          }
        });
    bench.telegram.queue(Bench.message(1, "první"));
    bench.telegram.queue(Bench.message(2, "druhá"));

    bench.connector.start();
    awaitMessages(2);

    assertThat(office.messages()).extracting(InboundMessage::text)
        .containsExactly("první", "druhá");
  }

  @Test
  void while_nothing_can_be_stored_nothing_is_confirmed_and_the_channel_says_so() {
    bench.started();
    office.fillUp();
    bench.telegram.queue(Bench.message(1, "první"));

    bench.telegram.await(() -> bench.connector.health().trouble() == Trouble.NOT_STORED);
    bench.telegram.await(() -> bench.telegram.calls("getUpdates").size() > 3);

    assertThat(bench.telegram.calls("getUpdates"))
        .noneMatch(call -> call.parameters().path("offset").asLong() > 1001);
  }

  @Test
  void a_message_that_can_never_be_stored_is_kept_as_unknown_and_holds_up_nobody() {
    with(
        message -> {
          if (message.text().equals("jed")) {
            throw new IllegalStateException("this one never");
          }
        });
    bench.telegram.queue(Bench.message(1, "jed"));
    bench.telegram.queue(Bench.message(2, "druhá"));

    bench.connector.start();
    awaitMessages(1);

    assertThat(office.events()).hasSize(1);
    assertThat(((Event.Unknown) office.events().getFirst()).body()).contains("jed");
  }

  @Test
  void a_loop_that_died_is_replaced() {
    with(
        message -> {
          if (tries.get() == 1) {
            throw new StackOverflowError("planned by the test");
          }
        });
    bench.telegram.queue(Bench.message(1, "první"));

    bench.connector.start();

    awaitMessages(1);
    assertThat(tries.get()).isEqualTo(2);
  }

  @Test
  void a_loop_that_is_silent_is_replaced() {
    with(message -> {});
    bench.telegram.hang();
    bench.connector.start();
    bench.telegram.await(() -> bench.telegram.calls("getUpdates").size() == 1);

    bench.telegram.queue(Bench.message(1, "první"));

    awaitMessages(1);
  }

  @Test
  void it_begins_although_telegram_cannot_be_reached_and_answers_nonsense() {
    bench.telegram.plan(
        "getMe", Answer.failed(502, "Bad Gateway"), new Answer(200, "<html>portal</html>"));
    bench.telegram.plan("deleteWebhook", new Answer(503, ""));
    bench.telegram.plan(
        "getUpdates",
        Answer.failed(500, "Internal"),
        new Answer(200, "{\"ok\":true,\"result\":{}}"),
        new Answer(200, "\0"));
    assertThat(bench.connector.health().state()).isEqualTo(State.CONNECTING);

    bench.started();

    assertThat(bench.bring(Bench.message(1, "Ahoj"))).isTrue();
    bench.telegram.await(() -> bench.connector.health().state() == State.CONNECTED);
  }

  @Test
  void tg_08_a_429_on_the_question_for_news_is_waited_out() {
    bench.telegram.plan("getUpdates", Answer.slowDown(1));
    long began = System.nanoTime();

    bench.started();
    assertThat(bench.bring(Bench.message(1, "Ahoj"))).isTrue();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(bench.telegram.calls("getUpdates").size()).isLessThan(10);
  }

  @Test
  void a_revoked_token_is_said() {
    bench.telegram.always("getMe", Answer.failed(401, "Unauthorized"));

    bench.connector.start();

    bench.telegram.await(() -> bench.connector.health().trouble() == Trouble.NOT_SIGNED_IN);
    assertThat(bench.connector.health().state()).isEqualTo(State.FAILING);
  }

  @Test
  void a_new_process_goes_on_where_the_last_one_stood() {
    bench.started();
    bench.bring(Bench.message(1, "první"));
    bench.close();
    bench = new Bench(office, false).started();

    assertThat(bench.telegram.calls("getUpdates").getFirst().parameters().path("offset").asLong())
        .isEqualTo(1002);
  }
}
