package cz.okenko.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One citizen in the web chat. The stream of events is read from the first time somebody looks.
public final class ChatClient {
  private final URI base;
  private final String token;
  private final String conversation;
  private final List<JsonNode> lines = new ArrayList<>();
  private JsonNode state = Wire.json("{}");
  private boolean listening;

  private ChatClient(URI base, String token, String conversation) {
    this.base = base;
    this.token = token;
    this.conversation = conversation;
  }

  static ChatClient open(URI base, String language) {
    HttpResponse<String> response =
        Wire.send(post(base.resolve("/api/chat"), Map.of("language", language)));
    if (response.statusCode() != 201) {
      throw new AssertionError("not opened: " + response.statusCode() + " " + response.body());
    }
    JsonNode opened = Wire.json(response.body());
    return new ChatClient(
        base, opened.path("token").asText(), opened.path("conversation").asText());
  }

  /// The same citizen after the gateway was started anew, perhaps on another port.
  public ChatClient at(RunningGateway gateway) {
    return new ChatClient(gateway.base(), token, conversation);
  }

  public String token() {
    return token;
  }

  public String conversation() {
    return conversation;
  }

  /// Sends and expects to be acknowledged.
  public void send(String text) {
    accepted(send(UUID.randomUUID().toString(), text, ""));
  }

  /// Picks an offered choice by its value.
  public void choose(String value, String label) {
    accepted(send(UUID.randomUUID().toString(), label, value));
  }

  public HttpResponse<String> send(String clientId, String text, String choice) {
    return post("messages", Map.of("clientId", clientId, "text", text, "choice", choice));
  }

  /// Sends a body that is JSON already and expects to be acknowledged.
  public void sendRaw(String json) {
    accepted(
        Wire.send(
            raw(base.resolve("/api/chat/messages"), json)
                .header("Authorization", "Bearer " + token)));
  }

  /// Posts below `/api/chat/`.
  public HttpResponse<String> post(String path, Object body) {
    return Wire.send(
        post(base.resolve("/api/chat/" + path), body).header("Authorization", "Bearer " + token));
  }

  /// Waits until the transcript is as wanted and gives it.
  public synchronized List<JsonNode> await(Predicate<List<JsonNode>> wanted) {
    listen();
    waitUntil(() -> wanted.test(List.copyOf(lines)));
    return List.copyOf(lines);
  }

  /// Waits for the n-th line of the bot, counted from 1, and gives it.
  public JsonNode answer(int n) {
    Predicate<JsonNode> bot = line -> line.path("author").asText().equals("bot");
    return await(all -> all.stream().filter(bot).count() >= n).stream()
        .filter(bot)
        .skip(n - 1L)
        .findFirst()
        .orElseThrow();
  }

  /// Waits until the conversation stands as wanted (`with-bot`, `waiting` …) and gives the state.
  public synchronized JsonNode awaitState(String wanted) {
    return awaitState((JsonNode now) -> now.path("state").asText().equals(wanted));
  }

  public synchronized JsonNode awaitState(Predicate<JsonNode> wanted) {
    listen();
    waitUntil(() -> wanted.test(state));
    return state;
  }

  private interface Condition {
    boolean holds();
  }

  private synchronized void waitUntil(Condition condition) {
    long deadline = System.nanoTime() + Wire.LIMIT.toNanos();
    try {
      while (!condition.holds()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("it did not come; state " + state + ", transcript " + lines);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private synchronized void listen() {
    if (!listening) {
      listening = true;
      Thread.ofVirtual().start(this::read);
    }
  }

  private void read() {
    try (Stream<String> stream =
        Wire.send(
                HttpRequest.newBuilder(base.resolve("/api/chat/events"))
                    .header("Authorization", "Bearer " + token),
                BodyHandlers.ofLines())
            .body()) {
      var event = new String[1];
      stream.forEach(
          line -> {
            if (line.startsWith("event: ")) {
              event[0] = line.substring(7);
            } else if (line.startsWith("data: ")) {
              heard(event[0], Wire.json(line.substring(6)));
            }
          });
    } catch (UncheckedIOException e) {
      // the gateway was closed
    } finally {
      ended();
    }
  }

  private synchronized void ended() {
    listening = false;
  }

  private synchronized void heard(String event, JsonNode data) {
    if (event.equals("message")) {
      if (lines.stream().noneMatch(line -> line.path("id").equals(data.path("id")))) {
        lines.add(data);
      }
    } else {
      state = data;
    }
    notifyAll();
  }

  private static HttpRequest.Builder post(URI uri, Object body) {
    return raw(uri, Wire.json(body));
  }

  private static HttpRequest.Builder raw(URI uri, String json) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private static void accepted(HttpResponse<String> response) {
    if (response.statusCode() != 202) {
      throw new AssertionError("not taken: " + response.statusCode() + " " + response.body());
    }
  }
}
