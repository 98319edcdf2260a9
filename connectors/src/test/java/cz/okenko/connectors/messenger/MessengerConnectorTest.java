package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorContract;
import cz.okenko.connectors.Pushed;
import cz.okenko.connectors.Routed;
import cz.okenko.connectors.messenger.FakeGraph.Reply;
import cz.okenko.connectors.messenger.FakeGraph.Tap;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;

/// Messenger keeps to what every channel keeps to.
final class MessengerConnectorTest extends ConnectorContract implements Routed, Pushed {

  /// Set by [#start], which the contract calls before each test.
  @SuppressWarnings("NullAway.Init")
  private MessengerBench bench;

  @Override
  protected Connector start() {
    bench = new MessengerBench(office, NOW);
    return bench.connector;
  }

  @Override
  protected void stop() {
    bench.close();
  }

  @Override
  public boolean send(String id, String text) {
    return bench.bring(bench.message("mid." + id, text)) == 200;
  }

  @Override
  protected boolean pick(String id, Choice choice) {
    Tap tap =
        taps().stream().filter(one -> one.title().equals(choice.label())).findFirst().orElseThrow();
    String mid = "\"mid\":\"mid." + id + "\"";
    String payload = "\"payload\":\"" + tap.payload() + "\"";
    String title = MessengerBench.quoted(tap.title());
    String event =
        tap.button()
            ? "\"postback\":{%s,\"title\":%s,%s}".formatted(mid, title, payload)
            : "\"message\":{%s,\"text\":%s,\"quick_reply\":{%s}}".formatted(mid, title, payload);
    return bench.bring(bench.wrapped(event)) == 200;
  }

  @Override
  protected void awaitHeard(String text) {
    assertThat(heard()).anyMatch(one -> one.contains(text));
  }

  @Override
  public int sendUnauthorised(String id, String text) {
    String body = bench.message("mid." + id, text);
    return bench.send(bench.to("").POST(BodyPublishers.ofString(body))).statusCode();
  }

  @Override
  public int sendBroken(String body) {
    return bench.bring(body);
  }

  @Override
  protected List<Received> received() {
    return bench.graph.received().stream()
        .map(form -> Received.of(form.name(), form.file()))
        .toList();
  }

  @Override
  public List<String> heard() {
    return bench.graph.heard();
  }

  @Override
  public List<String> offered() {
    return taps().stream().map(Tap::title).toList();
  }

  @Override
  public int longest() {
    return Rendering.LONGEST_TEXT;
  }

  @Override
  public void slowDown(Duration wait) {
    bench.graph.answersAlways(Reply.error(400, 613, 0).after((int) wait.toSeconds()));
  }

  @Override
  public void block() {
    bench.graph.answersAlways(Reply.error(400, 551, 1545041));
  }

  private List<Tap> taps() {
    List<JsonNode> messages = bench.graph.messages();
    return FakeGraph.taps(messages.getLast());
  }
}
