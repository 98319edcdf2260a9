package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Codes;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.ProblemException;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The connector behind a real server, the platform on both sides of it, and a clock to move.
final class MessengerBench implements AutoCloseable {
  static final String APP_SECRET = "app-secret";
  static final String VERIFY_TOKEN = "verify-token";
  static final String PAGE = "100200300";
  static final String CITIZEN = "777";

  final FakeGraph graph = new FakeGraph();
  final MessengerConnector connector;
  volatile Instant now;

  private final HttpClient platform =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WebServer server;

  MessengerBench(RememberingOffice office, Instant now) {
    this(office, now, Map.of(MessengerSettings.ANY_PAGE, FakeGraph.TOKEN), true);
  }

  MessengerBench(
      RememberingOffice office, Instant now, Map<String, String> tokens, boolean humanAgent) {
    this.now = now;
    Codes codes = address -> "0123456789";
    this.connector =
        new MessengerConnector(
            new MessengerSettings(
                APP_SECRET,
                VERIFY_TOKEN,
                tokens,
                graph.base(),
                humanAgent,
                "https://vzorov.example/znak.png",
                Set.of("999")),
            new Surroundings(
                office,
                office.notebook(),
                codes,
                () -> this.now,
                Path.of("unused"),
                new House(
                    "Město Vzorov", URI.create("https://chat.vzorov.example"), "#0b5cad", "cs")));
    this.server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .shutdownHook(false)
            .maxPayloadSize(2_000_000)
            .routing(
                routing -> {
                  connector.routes(routing);
                  routing.error(
                      ProblemException.class, (request, response, e) -> e.problem().send(response));
                })
            .build()
            .start();
  }

  static Address citizen() {
    return new Place(PAGE, CITIZEN).address();
  }

  /// An event of the citizen on the page, as the platform wraps it.
  String wrapped(String event) {
    return wrapped("messaging", event);
  }

  String wrapped(String list, String event) {
    return """
        {"object":"page","entry":[{"id":"%s","time":%d,"%s":[%s]}]}
        """
        .formatted(PAGE, now.toEpochMilli(), list, event(event));
  }

  String event(String members) {
    return """
        {"sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":%d,%s}
        """
        .formatted(CITIZEN, PAGE, now.toEpochMilli(), members);
  }

  /// An event the page sent: its echo.
  String echo(String members) {
    return wrapped(
            """
            "message":{"is_echo":true,%s}
            """
                .formatted(members))
        .replace("\"sender\"", "\"from\"")
        .replace("\"recipient\":{\"id\":\"" + PAGE, "\"recipient\":{\"id\":\"" + CITIZEN)
        .replace("\"from\":{\"id\":\"" + CITIZEN, "\"sender\":{\"id\":\"" + PAGE);
  }

  String message(String mid, String text) {
    return wrapped("\"message\":{\"mid\":" + quoted(mid) + ",\"text\":" + quoted(text) + "}");
  }

  static String quoted(String text) {
    return new String(Json.write(text), StandardCharsets.UTF_8);
  }

  /// The platform brings news; gives the HTTP status.
  int bring(String body) {
    return bring(body.getBytes(StandardCharsets.UTF_8), signature(body));
  }

  int bring(byte[] body, String signature) {
    var request = to("").header("X-Hub-Signature-256", signature);
    return send(request.POST(BodyPublishers.ofByteArray(body))).statusCode();
  }

  HttpRequest.Builder to(String query) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + server.port() + "/connectors/messenger" + query));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return platform.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Written anew here, so that the connector's own arithmetic is not checked against itself.
  static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256="
          + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    connector.close();
    platform.shutdownNow();
    server.stop();
    graph.close();
  }
}
