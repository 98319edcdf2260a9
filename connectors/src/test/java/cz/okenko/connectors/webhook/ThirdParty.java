package cz.okenko.connectors.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.http.ProblemException;
import cz.okenko.connectors.http.Signatures;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Somebody else's program on loopback, which sends and takes signed JSON.
final class ThirdParty implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Signatures signatures;
  private final WebServer server;
  private final int port = free();
  private volatile int status = 204;
  private volatile Duration wait = Duration.ZERO;

  /// Set by [#reach], which a test calls at its start.
  @SuppressWarnings("NullAway.Init")
  private WebServer gateway;

  private record Taken(Map<String, String> headers, String body) {}

  ThirdParty(String secret) {
    this.signatures = new Signatures(List.of(secret));
    this.server = server().routing(routing -> routing.post("/okenko", this::take)).build().start();
  }

  private static int free() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static io.helidon.webserver.WebServerConfig.Builder server() {
    return WebServer.builder().host("localhost").port(0).shutdownHook(false);
  }

  /// Where the gateway will be.
  URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  /// Comes for a file, with a signature for the one of that id.
  HttpResponse<byte[]> fetch(String url, String id, Instant at) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("webhook-id", "file_" + id)
            .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
            .header("webhook-signature", sign("file_" + id, at, ""))
            .build();
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Puts the connector behind a server of its own.
  void reach(Connector connector) {
    gateway =
        server()
            .port(port)
            .routing(
                routing -> {
                  connector.routes(routing);
                  routing.error(
                      ProblemException.class, (request, response, e) -> e.problem().send(response));
                })
            .build()
            .start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.port() + "/okenko");
  }

  List<JsonNode> heard() {
    return taken.stream().map(one -> json(one.body())).toList();
  }

  List<String> ids() {
    return taken.stream().map(one -> one.headers().getOrDefault("webhook-id", "")).toList();
  }

  List<String> signatures() {
    return Stream.of(taken.getLast().headers().getOrDefault("webhook-signature", "").split(" ", -1))
        .toList();
  }

  /// Whether the last request is signed with this secret alone.
  boolean vouchedFor(String secret) {
    Taken last = taken.getLast();
    String id = last.headers().getOrDefault("webhook-id", "");
    long at = Long.parseLong(last.headers().getOrDefault("webhook-timestamp", "0"));
    return signatures()
        .contains(
            new Signatures(List.of(secret))
                .sign(id, Instant.ofEpochSecond(at), bytes(last.body())));
  }

  void answers(int newStatus, Duration newWait) {
    status = newStatus;
    wait = newWait;
  }

  String sign(String id, Instant at, String body) {
    return signatures.sign(id, at, bytes(body));
  }

  int send(String id, Instant at, String body) {
    return send(id, at, body, sign(id, at, body));
  }

  int send(String id, Instant at, String body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + gateway.port() + "/connectors/webhook"))
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
            .header("webhook-signature", signature)
            .POST(BodyPublishers.ofByteArray(bytes(body)))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void take(ServerRequest request, ServerResponse response) {
    var headers = request.headers();
    taken.add(
        new Taken(
            Map.of(
                "webhook-id", headers.value(HeaderNames.create("webhook-id")).orElse(""),
                "webhook-timestamp",
                    headers.value(HeaderNames.create("webhook-timestamp")).orElse(""),
                "webhook-signature",
                    headers.value(HeaderNames.create("webhook-signature")).orElse("")),
            request.content().as(String.class)));
    if (!wait.isZero()) {
      response.header(HeaderNames.RETRY_AFTER, Long.toString(wait.toSeconds()));
    }
    response.status(Status.create(status)).send();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    gateway.stop();
    server.stop();
  }
}
