package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.http.ProblemException;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The connector between a fake Telegram and a remembering office, behind a real server.
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  static final String SECRET = "s3cret_of-the_office";
  static final URI HOME = URI.create("https://chat.vzorov.example");
  static final long CITIZEN = 5_000_000_001L;

  /// Everything at once, so that no test waits.
  static final Tempo QUICK =
      new Tempo(
          Duration.ofSeconds(1),
          Duration.ofMillis(5),
          Duration.ofMillis(2),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofMinutes(1));

  final FakeTelegram telegram = new FakeTelegram();
  final RememberingOffice office;
  final TelegramConnector connector;
  final Clock clock;
  private final WebServer server;
  private final boolean webhook;

  Bench(RememberingOffice office, boolean webhook) {
    this(office, office, webhook, QUICK);
  }

  Bench(RememberingOffice office, Inbox inbox, boolean webhook, Tempo tempo) {
    this.office = office;
    this.webhook = webhook;
    this.clock = new Clock();
    var around =
        new Surroundings(
            inbox,
            office.notebook(),
            address -> "0123456789",
            clock,
            Path.of("target"),
            new House("Vzorov", HOME, "#0b5cad", "cs"));
    var settings =
        new TelegramSettings(new Token(FakeTelegram.TOKEN), webhook, SECRET, telegram.url());
    this.connector = new TelegramConnector(settings, around, tempo);
    this.server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .shutdownHook(false)
            .routing(
                routing -> {
                  connector.routes(routing);
                  routing.error(
                      ProblemException.class, (request, response, e) -> e.problem().send(response));
                })
            .build()
            .start();
  }

  /// Starts the connector and waits until Telegram knows how news are to come.
  Bench started() {
    connector.start();
    String sign = webhook ? "getWebhookInfo" : "getUpdates";
    telegram.await(() -> !telegram.calls(sign).isEmpty());
    return this;
  }

  /// Brings an update the way the bench is set; tells whether it was acknowledged.
  boolean bring(JsonNode update) {
    return webhook ? telegram.push(update, server.port()) == 200 : telegram.deliver(update);
  }

  int push(String body, String secret) {
    return telegram.push(body, secret, server.port());
  }

  /// A message of the citizen in their private chat.
  static ObjectNode message(long id, String text) {
    ObjectNode update = empty(id);
    ((ObjectNode) update.path("message")).put("text", text);
    return update;
  }

  static ObjectNode empty(long id) {
    return FakeTelegram.json(
        """
        {"update_id":%d,"message":{"message_id":%d,"date":%d,
         "from":{"id":%d,"is_bot":false,"first_name":"Jana","language_code":"cs"},
         "chat":{"id":%d,"type":"private","first_name":"Jana"}}}
        """
            .formatted(1000 + id, id, NOW.getEpochSecond() - 60 + id, CITIZEN, CITIZEN));
  }

  static ObjectNode press(long id, String data, String language) {
    return FakeTelegram.json(
        """
        {"update_id":%d,"callback_query":{"id":"press%d","data":"%s",
         "from":{"id":%d,"is_bot":false,"first_name":"Jana","language_code":"%s"},
         "message":{"message_id":100001,"date":0,"chat":{"id":%d,"type":"private"}}}}
        """
            .formatted(1000 + id, id, data, CITIZEN, language, CITIZEN));
  }

  @Override
  public void close() {
    connector.close();
    server.stop();
    telegram.close();
  }

  /// A clock that a test moves.
  static final class Clock implements InstantSource {
    private volatile Instant now = NOW;

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
