package cz.okenko.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Messenger's side: brings signed webhooks, and takes every message that is posted to it. Where it is
/// told to whom, it sends the page an echo of each, again and again until that is acknowledged.
final class MessengerSide implements AutoCloseable {
  static final String APP_SECRET = "faults-app-secret";

  /// Several, because the platform takes no more than 300 messages a second from one.
  static final List<String> PAGES = List.of("1002003000", "1002003001", "1002003002", "1002003003");

  private static final int ECHO_MILLIS = 200;
  private static final Pattern METADATA = Pattern.compile("okenko:(\\d+):(\\d+)/(\\d+):.*");

  private final Loopback graph;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AtomicLong next = new AtomicLong();
  private final boolean remembers;
  private final ExecutorService echoes = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int port;

  /// @param remembers whether what is posted is kept for [#heard]
  MessengerSide(boolean remembers) throws IOException {
    this.remembers = remembers;
    this.graph = new Loopback(this::answer);
  }

  String settings() {
    return "messenger: {graph-url: \"" + graph.url() + "\", pages: [" + String.join(", ", PAGES)
        + "]}\n";
  }

  /// Sends echoes to the product on this port from now on.
  void echoTo(int port) {
    this.port = port;
  }

  /// A message of a citizen as the platform wraps it.
  static String message(String page, String person, String mid, String text) {
    long now = System.currentTimeMillis();
    return """
        {"object":"page","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},
        "recipient":{"id":"%s"},"timestamp":%d,"message":{"mid":"%s","text":%s}}]}]}
        """
        .formatted(page, now, person, page, now, mid, Web.quoted(text));
  }

  /// Brings it; the HTTP status, 0 when there was no answer.
  static int bring(int port, String body) throws InterruptedException {
    String header = "X-Hub-Signature-256: " + signature(body);
    return Wires.post(port, "/connectors/messenger", header, body);
  }

  private static String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private String answer(String path, JsonNode body) {
    if (path.endsWith("/me/messages") && !body.has("sender_action")) {
      if (remembers) {
        sent.add(body.at("/message/metadata").asText());
      }
      String mid = "m_out_" + next.incrementAndGet();
      if (port != 0) {
        String echo = echo(body, mid);
        echoes.execute(() -> untilAcknowledged(echo));
      }
      return "{\"recipient_id\":\"1\",\"message_id\":\"" + mid + "\"}";
    }
    return "{\"id\":\"1\",\"result\":\"success\",\"recipient_id\":\"1\"}";
  }

  private static String echo(JsonNode sent, String mid) {
    long now = System.currentTimeMillis();
    return """
        {"object":"page","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},
        "recipient":{"id":%s},"timestamp":%d,"message":{"is_echo":true,"app_id":1,"mid":"%s",
        "text":"…","metadata":%s}}]}]}
        """
        .formatted(
            PAGES.getFirst(), now, PAGES.getFirst(), sent.at("/recipient/id"), now, mid,
            sent.at("/message/metadata"));
  }

  private void untilAcknowledged(String body) {
    try {
      do {
        TimeUnit.MILLISECONDS.sleep(ECHO_MILLIS);
      } while (bring(port, body) != 200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How often each message of ours came, by the gateway's id; 0 when a piece of it is missing. A
  /// message in pieces counts as often as its most frequent piece.
  Map<Long, Integer> heard() {
    Map<Long, Map<Integer, Integer>> pieces = new HashMap<>();
    Map<Long, Integer> whole = new HashMap<>();
    for (String metadata : sent) {
      Matcher matcher = METADATA.matcher(metadata);
      if (!matcher.matches()) {
        throw new IllegalStateException("a message came without our id");
      }
      long id = Long.parseLong(matcher.group(1));
      pieces
          .computeIfAbsent(id, i -> new HashMap<>())
          .merge(Integer.valueOf(matcher.group(2)), 1, Integer::sum);
      whole.put(id, Integer.valueOf(matcher.group(3)));
    }
    var heard = new HashMap<Long, Integer>();
    pieces.forEach(
        (id, counts) -> {
          boolean complete = counts.size() == whole.getOrDefault(id, 0);
          int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
          heard.put(id, complete ? most : 0);
        });
    return heard;
  }

  @Override
  public void close() {
    echoes.shutdownNow();
    graph.close();
  }
}
