package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorContract;
import cz.okenko.connectors.Pushed;
import cz.okenko.connectors.Routed;
import cz.okenko.connectors.telegram.FakeTelegram.Answer;
import java.time.Duration;
import java.util.List;

/// What every channel keeps to, for both ways in which news of Telegram come.
abstract class TelegramContract extends ConnectorContract implements Routed, Pushed {
  private final boolean webhook;

  /// Set by [#start], which the contract calls before each test.
  @SuppressWarnings("NullAway.Init")
  private Bench bench;

  TelegramContract(boolean webhook) {
    this.webhook = webhook;
  }

  @Override
  protected Connector start() {
    bench = new Bench(office, webhook).started();
    return bench.connector;
  }

  @Override
  protected void stop() {
    bench.close();
  }

  @Override
  public boolean send(String id, String text) {
    return bench.bring(Bench.message(Long.parseLong(id), text));
  }

  @Override
  public int sendUnauthorised(String id, String text) {
    int guessed = bench.push(Bench.message(Long.parseLong(id), text).toString(), "guessed");
    assertThat(guessed).isEqualTo(403);
    return bench.push(Bench.message(Long.parseLong(id), text).toString(), "");
  }

  @Override
  public int sendBroken(String body) {
    return bench.push(body, Bench.SECRET);
  }

  @Override
  protected boolean pick(String id, Choice choice) {
    JsonNode button =
        bench.telegram.posts().getLast().buttons().stream()
            .filter(one -> one.path("text").asText().equals(choice.label()))
            .findFirst()
            .orElseThrow();
    return bench.bring(
        Bench.press(Long.parseLong(id), button.path("callback_data").asText(), "cs"));
  }

  @Override
  protected void awaitHeard(String text) {
    assertThat(heard()).anyMatch(post -> post.contains(text));
  }

  @Override
  protected List<Received> received() {
    return bench.telegram.uploads().stream()
        .map(upload -> Received.of(upload.form().name(), upload.form().file()))
        .toList();
  }

  @Override
  public List<String> heard() {
    return bench.telegram.posts().stream().map(FakeTelegram.Post::text).toList();
  }

  @Override
  public List<String> offered() {
    return bench.telegram.posts().getLast().buttons().stream()
        .map(button -> button.path("text").asText())
        .toList();
  }

  @Override
  public int longest() {
    return 4096;
  }

  @Override
  public void slowDown(Duration wait) {
    bench.telegram.always("sendMessage", Answer.slowDown(wait.toSeconds()));
  }

  @Override
  public void block() {
    bench.telegram.always(
        "sendMessage", Answer.failed(403, "Forbidden: bot was blocked by the user"));
  }
}
