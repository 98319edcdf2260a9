package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.conversation.OneTimeCodes;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Turn;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever waits on the office's page may go on in an app.
final class WaysTest {
  private static final Connector TELEGRAM = new App("telegram");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private Talk talk;
  private Desk desk;

  private record App(String channel) implements Connector {
    @Override
    public Delivery deliver(OutboundMessage message) {
      return new Delivery.Delivered();
    }

    @Override
    public Optional<URI> entrance(String code) {
      return Optional.of(URI.create("https://t.me/vzorov?start=" + code));
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    desk = new Desk(folder, talk);
  }

  @AfterEach
  void close() {
    desk.close();
    talk.close();
  }

  @Test
  void whoever_begins_to_wait_on_the_page_is_offered_another_place_where_there_is_one() {
    String page = Talk.ANNA.channel();

    assertThat(offered(page, TELEGRAM))
        .extracting(Choice::value)
        .containsExactly(ContinueResponder.CONTINUE);
    assertThat(offered(page)).isEmpty();
    assertThat(offered(page, new App(page))).isEmpty();
    assertThat(offered("messenger", TELEGRAM)).isEmpty();
  }

  @Test
  void whoever_wants_to_go_on_elsewhere_gets_a_code_and_a_link_into_the_app() {
    var responder =
        new ContinueResponder(
            talk.conversations(),
            new OneTimeCodes(talk.store(), clock),
            URI.create("https://okenko.example"),
            ways(Talk.ANNA.channel(), TELEGRAM));

    String text = responder.respond(turn("kód")).orElseThrow().utterances().getFirst().text();

    assertThat(text)
        .containsPattern("\\*\\*[0-9A-Z]{5}-[0-9A-Z]{5}\\*\\*")
        .containsPattern("\\n- \\[v Telegramu]\\(https://t\\.me/vzorov\\?start=[0-9A-Z]{10}\\)$");
  }

  private List<Choice> offered(String page, Connector... channels) {
    var handoff =
        new HandoffResponder(desk.queues(), desk.door(), ways(page, channels), clock);
    return handoff
        .respond(turn("člověka"))
        .orElseThrow()
        .utterances()
        .getLast()
        .card()
        .choices();
  }

  private Ways ways(String page, Connector... channels) {
    return new Ways(page, () -> List.of(channels), desk.texts());
  }

  private Turn turn(String text) {
    return new Turn(
        talk.conversations().open(Talk.ANNA, "cs"), 1, text, "cs", "", "", List.of());
  }
}
