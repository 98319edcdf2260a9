package cz.okenko.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Telegram's side: keeps each update until it is confirmed, by the offset of the next question or
/// by the 200 of a webhook, and brings or hands it out again until then. A new reader ends the old
/// one, as the real one does after a crash of the old.
final class TelegramSide implements AutoCloseable {
  static final long BOT = 7001;
  static final String TOKEN = BOT + ":AA_faults-token-of-a-fake-bot";
  static final String SECRET = "faults-webhook-secret";

  private final Loopback api;
  private final TreeMap<Long, String> waiting = new TreeMap<>();
  private final Map<Long, List<String>> posts = new HashMap<>();
  private final Thread pusher = Thread.ofVirtual().unstarted(this::push);
  private boolean webhook;
  private volatile int port;
  private long lastUpdate;
  private long lastReader;
  private long lastPost;
  private boolean closed;
  private int byWebhook;
  private int byPolling;

  TelegramSide() throws IOException {
    this.api = new Loopback(this::answer);
  }

  /// Where webhooks are brought from now on.
  void bringTo(int to) {
    port = to;
    pusher.start();
  }

  String settings(boolean byWebhooks) {
    String mode = byWebhooks ? "webhook" : "polling";
    return "telegram: {mode: " + mode + ", api-url: \"" + api.url() + "\"}\n";
  }

  /// A citizen's message; its ids must differ from those of others in the same chat.
  static String update(long id, long chat, String text) {
    return """
        {"update_id":%d,"message":{"message_id":%d,"date":%d,
        "from":{"id":%d,"is_bot":false,"first_name":"Jana","language_code":"cs"},
        "chat":{"id":%d,"type":"private","first_name":"Jana"},"text":%s}}
        """
        .formatted(id, id, System.currentTimeMillis() / 1_000, chat, chat, Web.quoted(text));
  }

  /// What the product calls the message.
  static String key(long chat, long message) {
    return BOT + ":" + chat + ":" + message;
  }

  static int bring(int port, String update) throws InterruptedException {
    return Web.post(
            port,
            "/connectors/telegram",
            update,
            Map.of("X-Telegram-Bot-Api-Secret-Token", SECRET))
        .status();
  }

  /// A citizen writes; gives the update's number, which is the message's as well.
  synchronized long says(long chat, String text) {
    lastUpdate++;
    waiting.put(lastUpdate, update(lastUpdate, chat, text));
    notifyAll();
    return lastUpdate;
  }

  /// Waits until the update is confirmed; no when that takes longer.
  synchronized boolean awaitConfirmed(long update, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (waiting.containsKey(update) && System.nanoTime() < end) {
      wait(50);
    }
    return !waiting.containsKey(update);
  }

  synchronized boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  synchronized String ways() {
    return byPolling + " by polling, " + byWebhook + " by webhook";
  }

  /// What each chat shows, oldest first.
  synchronized Map<Long, List<String>> posts() {
    var copy = new HashMap<Long, List<String>>();
    posts.forEach((chat, texts) -> copy.put(chat, List.copyOf(texts)));
    return copy;
  }

  private synchronized String answer(String path, JsonNode body) throws InterruptedException {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "getMe" -> done("{\"id\":" + BOT + ",\"is_bot\":true,\"username\":\"vzorov_bot\"}");
      case "sendMessage" -> {
        posts
            .computeIfAbsent(body.path("chat_id").asLong(), c -> new ArrayList<>())
            .add(body.path("text").asText());
        yield done("{\"message_id\":" + (100_000 + ++lastPost) + "}");
      }
      case "getUpdates" -> news(body);
      case "setWebhook", "deleteWebhook" -> {
        webhook = !body.path("url").asText("").isEmpty();
        notifyAll();
        yield done("true");
      }
      case "getWebhookInfo" -> done("{\"pending_update_count\":0}");
      default -> done("true");
    };
  }

  private static String done(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  /// A webhook ends the wait as another reader does.
  private synchronized String news(JsonNode body) throws InterruptedException {
    var confirmed = waiting.headMap(body.path("offset").asLong(0));
    byPolling += confirmed.size();
    confirmed.clear();
    lastReader++;
    notifyAll();
    long me = lastReader;
    long end = System.nanoTime() + body.path("timeout").asLong(0) * 1_000_000_000L;
    while (waiting.isEmpty() && me == lastReader && !closed && System.nanoTime() < end) {
      wait(500);
    }
    if (me != lastReader || webhook) {
      return "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated\"}";
    }
    List<String> batch =
        waiting.values().stream().limit(body.path("limit").asLong(100)).toList();
    return done("[" + String.join(",", batch) + "]");
  }

  private void push() {
    try {
      while (true) {
        Map.Entry<Long, String> first = firstToPush();
        if (bring(port, first.getValue()) == 200) {
          confirmed(first.getKey());
        } else {
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Map.Entry<Long, String> firstToPush() throws InterruptedException {
    while (!webhook || waiting.isEmpty()) {
      wait(500);
    }
    long update = waiting.firstKey();
    return Map.entry(update, waiting.getOrDefault(update, ""));
  }

  private synchronized void confirmed(long update) {
    waiting.remove(update);
    byWebhook++;
    notifyAll();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    pusher.interrupt();
    api.close();
  }
}
