package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cz.okenko.connectors.SentForm;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Telegram's side of the Bot API on loopback, as strict as the real one: it counts characters
/// after reading the entities, knows which updates were confirmed, and refuses two readers.
final class FakeTelegram implements AutoCloseable {
  static final String TOKEN = "7001:AA_fake-token-of-a-fake-bot";
  static final String NAME = "vzorov_bot";
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final JsonMapper JSON = new JsonMapper();
  private final WebServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Waiting> queue = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, List<Answer>> planned = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<Upload> uploads = new ArrayList<>();
  private JsonNode webhook = JSON.createObjectNode().put("url", "");
  private int pending;
  private int readers;
  private int hangs;
  private boolean closed;
  private volatile Consumer<String> meanwhile = method -> {};

  FakeTelegram() {
    this.server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .shutdownHook(false)
            .routing(
                routing -> {
                  routing.post("/bot{token}/{method}", this::method);
                  routing.get("/file/bot{token}/{+path}", this::file);
                })
            .build()
            .start();
  }

  /// What was sent to a chat, as it is read on the screen.
  record Post(long chat, String text, JsonNode request) {
    List<JsonNode> buttons() {
      var buttons = new ArrayList<JsonNode>();
      for (JsonNode row : request.path("reply_markup").path("inline_keyboard")) {
        row.forEach(buttons::add);
      }
      return buttons;
    }
  }

  /// A file that was sent to a chat.
  record Upload(long chat, String method, SentForm form) {}

  record Call(String method, JsonNode parameters) {}

  record Answer(int status, String body) {
    static Answer failed(int code, String description) {
      return new Answer(
          code,
          "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
    }

    static Answer slowDown(long seconds) {
      return new Answer(
          429,
          """
          {"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d",
           "parameters":{"retry_after":%d}}
          """
              .formatted(seconds, seconds));
    }
  }

  private static final class Waiting {
    private final JsonNode update;
    private boolean given;
    private boolean asked;

    Waiting(JsonNode update) {
      this.update = update;
    }

    long id() {
      return update.path("update_id").asLong();
    }
  }

  URI url() {
    return URI.create("http://localhost:" + server.port());
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the next calls of a method are answered, one after the other.
  synchronized void plan(String method, Answer... answers) {
    planned.computeIfAbsent(method, m -> new ArrayList<>()).addAll(List.of(answers));
  }

  /// From now on every call of a method is answered so.
  synchronized void always(String method, Answer answer) {
    for (int i = 0; i < 1000; i++) {
      plan(method, answer);
    }
  }

  synchronized void asUsual(String method) {
    planned.remove(method);
  }

  synchronized void pending(int updates) {
    pending = updates;
  }

  /// The next question for news gets no answer at all.
  synchronized void hang() {
    hangs++;
  }

  synchronized void has(String path, byte[] content) {
    files.put(path, content);
  }

  synchronized List<Post> posts() {
    return List.copyOf(posts);
  }

  synchronized List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method.equals(method)).toList();
  }

  synchronized JsonNode webhook() {
    return webhook;
  }

  synchronized void webhook(String url) {
    webhook = JSON.createObjectNode().put("url", url);
  }

  /// Waits until a condition on this fake holds.
  synchronized void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      pause(20);
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to pass");
      }
    }
  }

  /// Brings an update to the webhook that was set, which is served at this port; gives the status.
  int push(JsonNode update, int port) {
    return push(update.toString(), webhook().path("secret_token").asText(), port);
  }

  int push(String body, String secret, int port) {
    String path = URI.create("https://x" + TelegramConnector.PATH).getPath();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!secret.isEmpty()) {
      request.header(SECRET, secret);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Puts an update among the news; it is given at least once even when its number is old.
  synchronized void queue(JsonNode update) {
    queue.add(new Waiting(update));
    notifyAll();
  }

  /// Gives the update and waits until it was confirmed, or asked for again without having been.
  synchronized boolean deliver(JsonNode update) {
    var waiting = new Waiting(update);
    queue.add(waiting);
    notifyAll();
    await(() -> waiting.asked || !queue.contains(waiting));
    return !queue.contains(waiting);
  }

  /// From now on does something, told the method, between taking a call and answering it.
  void meanwhile(Consumer<String> work) {
    meanwhile = work;
  }

  private void method(ServerRequest request, ServerResponse response) {
    String method = request.path().pathParameters().get("method");
    Answer answer =
        SentForm.of(request)
            .map(form -> answer(method, form))
            .orElseGet(() -> answer(method, json(request.content().as(String.class))));
    meanwhile.accept(method);
    response.status(Status.create(answer.status)).send(answer.body);
  }

  private synchronized Answer answer(String method, JsonNode parameters) {
    calls.add(new Call(method, parameters));
    notifyAll();
    List<Answer> plan = planned.getOrDefault(method, List.of());
    if (!plan.isEmpty()) {
      return plan.removeFirst();
    }
    return switch (method) {
      case "getMe" ->
          done(JSON.createObjectNode().put("id", 7001).put("is_bot", true).put("username", NAME));
      case "sendMessage" -> sendMessage(parameters);
      case "getUpdates" -> getUpdates(parameters);
      case "setWebhook" -> setWebhook(parameters);
      case "deleteWebhook" -> setWebhook(JSON.createObjectNode().put("url", ""));
      case "getWebhookInfo" -> info();
      case "answerCallbackQuery" -> done(JSON.getNodeFactory().booleanNode(true));
      case "getFile" ->
          done(JSON.createObjectNode().put("file_path", "files/" + text(parameters, "file_id")));
      default -> Answer.failed(404, "Not Found");
    };
  }

  private synchronized Answer answer(String method, SentForm form) {
    List<Answer> plan = planned.getOrDefault(method, List.of());
    if (!plan.isEmpty()) {
      return plan.removeFirst();
    }
    return switch (method) {
      case "sendPhoto" -> upload(method, "photo", 10, form);
      case "sendDocument" -> upload(method, "document", 50, form);
      default -> Answer.failed(404, "Not Found");
    };
  }

  private Answer upload(String method, String part, int megabytes, SentForm form) {
    if (!form.fields().containsKey(part) || form.file().length == 0) {
      return Answer.failed(400, "Bad Request: there is no " + part + " in the request");
    }
    if (form.file().length > megabytes * 1024 * 1024) {
      return Answer.failed(413, "Request Entity Too Large");
    }
    long chat = Long.parseLong(form.fields().getOrDefault("chat_id", "0"));
    uploads.add(new Upload(chat, method, form));
    return done(JSON.createObjectNode().put("message_id", 200_000 + uploads.size()));
  }

  synchronized List<Upload> uploads() {
    return List.copyOf(uploads);
  }

  private Answer sendMessage(JsonNode parameters) {
    if (!parameters.path("chat_id").isIntegralNumber()) {
      return Answer.failed(400, "Bad Request: chat_id is empty");
    }
    boolean html = text(parameters, "parse_mode").equals("HTML");
    String text = text(parameters, "text");
    var screen = html ? Screen.of(text) : Screen.plain(text);
    if (screen.broken()) {
      return Answer.failed(400, "Bad Request: can't parse entities: unsupported start tag");
    }
    if (screen.length() < 1 || screen.length() > 4096) {
      return Answer.failed(400, "Bad Request: message is too long");
    }
    var post = new Post(parameters.path("chat_id").asLong(), screen.shown(), parameters);
    for (JsonNode button : post.buttons()) {
      if (text(button, "callback_data").getBytes(StandardCharsets.UTF_8).length > 64) {
        return Answer.failed(400, "Bad Request: BUTTON_DATA_INVALID");
      }
    }
    posts.add(post);
    return done(JSON.createObjectNode().put("message_id", 100_000 + posts.size()));
  }

  private Answer getUpdates(JsonNode parameters) {
    if (!webhook.path("url").asText().isEmpty()) {
      return Answer.failed(409, "Conflict: can't use getUpdates method while webhook is active");
    }
    if (hangs > 0) {
      hangs--;
      while (!closed) {
        pause(100);
      }
    }
    if (readers > 0) {
      return Answer.failed(409, "Conflict: terminated by other getUpdates request");
    }
    readers++;
    try {
      return news(parameters);
    } finally {
      readers--;
    }
  }

  private Answer news(JsonNode parameters) {
    long offset = parameters.path("offset").asLong(Long.MIN_VALUE);
    queue.removeIf(waiting -> waiting.given && waiting.id() < offset);
    queue.forEach(waiting -> waiting.asked = waiting.given);
    notifyAll();
    long end = System.nanoTime() + parameters.path("timeout").asLong() * 1_000_000_000L;
    while (queue.isEmpty() && System.nanoTime() < end && !closed) {
      pause(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    ArrayNode updates = JSON.createArrayNode();
    queue.stream().limit(parameters.path("limit").asInt(100)).forEach(waiting -> {
      waiting.given = true;
      updates.add(waiting.update);
    });
    return done(updates);
  }

  private Answer setWebhook(JsonNode parameters) {
    webhook = parameters;
    return done(JSON.getNodeFactory().booleanNode(true));
  }

  private Answer info() {
    return done(
        JSON.createObjectNode()
            .put("url", webhook.path("url").asText())
            .put("pending_update_count", pending));
  }

  private void file(ServerRequest request, ServerResponse response) {
    byte[] content;
    synchronized (this) {
      content = files.getOrDefault(request.path().pathParameters().get("path"), new byte[0]);
    }
    if (content.length == 0) {
      response.status(Status.NOT_FOUND_404).send();
    } else {
      response.send(content);
    }
  }

  private static Answer done(JsonNode result) {
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    return new Answer(200, answer.set("result", result).toString());
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText("");
  }

  /// Only ever called in a loop.
  @SuppressWarnings("WaitNotInLoop")
  private void pause(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    client.shutdownNow();
    server.stop();
  }
}
