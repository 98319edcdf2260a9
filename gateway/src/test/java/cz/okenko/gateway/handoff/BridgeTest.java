package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Window;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Offices;
import cz.okenko.gateway.Plans;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.OneTimeCodes;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Utterance;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BridgeTest {
  private static final Address ANNA = new Address("page", "1:anna");
  private static final QueueId QUEUE = new QueueId("doklady");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;
  private Bridge bridge;

  /// A channel with a window of a day, a week for persons; another one that has an entrance.
  private record Channel(String channel, Window window, Optional<URI> door) implements Connector {
    @Override
    public Delivery deliver(OutboundMessage message) {
      return new Delivery.Delivered();
    }

    @Override
    public Optional<URI> entrance(String code) {
      return door.map(uri -> URI.create(uri + "?start=" + code));
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    var week = new Window(Duration.ofHours(24), Duration.ofDays(7));
    Connector page = new Channel("page", week, Optional.empty());
    Connector telegram =
        new Channel("telegram", Window.UNLIMITED, Optional.of(URI.create("https://t.me/vzorov")));
    bridge =
        new Bridge(
            new Bridge.Parts(
                talk.store(),
                talk.conversations(),
                new OneTimeCodes(talk.store(), clock),
                Offices.lipnice(folder),
                URI.create("https://okenko.example"),
                new Ways("webchat", () -> List.of(page, telegram), Texts.load()),
                clock));
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void who_still_waits_three_hours_before_the_end_is_told_once_how_to_go_on() {
    Conversation now = waiting();
    clock.pass(Duration.ofHours(20).plusMinutes(59));
    bridge.round();
    assertThat(talk.lines(now.id())).hasSize(1);

    clock.pass(Duration.ofMinutes(2));
    bridge.round();
    bridge.round();

    assertThat(talk.lines(now.id())).hasSize(2);
    assertThat(talk.lines(now.id()).getLast())
        .startsWith("office: ")
        .contains("https://okenko.example/#code=", "https://t.me/vzorov?start=");
    assertThat(talk.count("select count(*) from outbox")).isEqualTo(1);
  }

  @Test
  void a_new_message_opens_a_new_window() {
    Conversation now = waiting();
    clock.pass(Duration.ofHours(22));
    bridge.round();
    talk.says(ANNA, "Haló?");
    bridge.round();
    assertThat(talk.lines(now.id())).hasSize(3);

    clock.pass(Duration.ofHours(22));
    bridge.round();

    assertThat(talk.lines(now.id())).hasSize(4);
  }

  @Test
  void after_the_end_and_with_the_bot_nothing_is_said() {
    Conversation withBot = talk.says(new Address("page", "1:boris"), "Dobrý den");
    Conversation late = waiting();
    clock.pass(Duration.ofHours(25));
    bridge.round();

    assertThat(talk.lines(withBot.id())).hasSize(1);
    assertThat(talk.lines(late.id())).hasSize(1);
  }

  @Test
  void whom_a_clerk_has_answered_is_not_told() {
    Conversation now = waiting();
    var jana = new WithClerk(new ClerkId(1), "Jana", QUEUE, clock.instant());
    var speaker = new Utterance.Speaker(Author.CLERK, "Jana", "Doklady");
    talk.conversations()
        .step(
            now.id(),
            c -> new Step.Go(c.in(jana), new Utterance(speaker, "Ano.", "cs", Card.NONE, "")));
    clock.pass(Duration.ofHours(22));
    bridge.round();
    assertThat(talk.lines(now.id())).hasSize(2);

    talk.says(ANNA, "A kdy?");
    clock.pass(Duration.ofHours(22));
    bridge.round();

    assertThat(talk.lines(now.id())).hasSize(4);
  }

  @Test
  void a_day_before_nobody_may_write_any_more_a_clerk_is_told() {
    Conversation now = waiting();
    clock.pass(Duration.ofDays(6).plusHours(1));

    bridge.round();
    bridge.round();

    assertThat(talk.lines(now.id())).hasSize(2);
    assertThat(talk.lines(now.id()).getLast()).startsWith("note: ");
  }

  @Test
  void those_who_wait_are_found_by_an_index() {
    List<String> steps =
        Plans.of(
            talk.store(),
            handle ->
                BridgeRows.closing(handle, "page", clock.instant(), clock.instant(), "bridge "));

    assertThat(steps).isNotEmpty().noneMatch(Plans::readsAll);
  }

  private Conversation waiting() {
    Conversation now = talk.says(ANNA, "Kdy bude hotový pas?");
    talk.conversations()
        .step(now.id(), c -> new Step.Go(c.in(new Waiting(QUEUE, clock.instant()))));
    return now;
  }
}
