package cz.okenko.gateway.translation;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.Wire;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// LibreTranslate on loopback, as its API documentation has it: it wants a key, knows four languages, and says a
/// text in another language by putting the language before it.
final class FakeLibre implements AutoCloseable {
  static final String KEY = "klic-k-prekladu";
  private static final Set<String> LANGUAGES = Set.of("cs", "en", "uk", "de");

  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final WebServer server;
  private volatile int status = 200;
  private volatile String answer = "";
  private volatile boolean hangs;

  FakeLibre() {
    this.server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .shutdownHook(false)
            .routing(routing -> routing.post("/base/translate", this::translate))
            .build()
            .start();
  }

  String url() {
    return "http://localhost:" + server.port() + "/base/";
  }

  /// What it was asked so far.
  List<JsonNode> asked() {
    return List.copyOf(asked);
  }

  void answers(int newStatus, String body) {
    status = newStatus;
    answer = body;
  }

  void hangs() {
    hangs = true;
  }

  private void translate(ServerRequest request, ServerResponse response) {
    JsonNode body = Wire.json(request.content().as(String.class));
    asked.add(body);
    if (hangs) {
      await();
    }
    if (!answer.isEmpty() || status != 200) {
      response.status(Status.create(status)).send(answer);
    } else if (!body.path("api_key").asText().equals(KEY)) {
      say(response, 403, Map.of("error", "Invalid API key"));
    } else if (!LANGUAGES.contains(body.path("source").asText())
        || !LANGUAGES.contains(body.path("target").asText())) {
      say(response, 400, Map.of("error", body.path("source").asText() + " is not supported"));
    } else {
      String said = body.path("target").asText() + ": " + body.path("q").asText();
      say(response, 200, Map.of("translatedText", said));
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(ServerResponse response, int status, Map<String, String> body) {
    response
        .status(Status.create(status))
        .header("Content-Type", "application/json")
        .send(Wire.json(body));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop();
  }
}
