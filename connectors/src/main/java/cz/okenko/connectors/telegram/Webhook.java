package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.telegram.BotApi.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells Telegram where to come (TG-02) and looks regularly whether it does (TG-04): Telegram gives
/// up on its own after some attempts, and nothing but its list of pending news shows that.
final class Webhook implements Reception {
  /// Calls at the same time; Telegram's own usual number, of 1 to 100.
  private static final int CONNECTIONS = 40;

  /// So many pending updates are an alarm at once; fewer when they are still there at the next
  /// look.
  private static final int MANY = 20;

  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);

  private final Link link;
  private final String url;
  private final String secret;
  private final Tempo tempo;
  private final Pauses pauses;
  private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

  Webhook(Link link, URI home, String secret, Tempo tempo, Pauses pauses) {
    this.link = link;
    this.url = home + TelegramConnector.PATH;
    this.secret = secret;
    this.tempo = tempo;
    this.pauses = pauses;
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("telegram-webhook").start(this::run);
  }

  private void run() {
    int failures = 0;
    boolean set = false;
    boolean pending = false;
    while (pauses.open()) {
      try {
        set = set || link.open("setWebhook", parameters());
        if (set) {
          pending = look(pending);
        }
        failures = set ? 0 : failures + 1;
      } catch (IOException e) {
        link.trouble(Trouble.UNREACHABLE);
        failures++;
      } catch (RuntimeException e) {
        LOG.error("telegram: the look at the webhook failed ({})", e.getClass().getName());
        link.notStored();
        failures++;
      }
      if (failures > 0) {
        pauses.afterFailure(failures);
      } else {
        pauses.pause(tempo.watch());
      }
    }
  }

  private Map<String, Object> parameters() {
    return Map.of(
        "url", url,
        "secret_token", secret,
        "max_connections", CONNECTIONS,
        "allowed_updates", Link.KINDS,
        "drop_pending_updates", false);
  }

  /// Gives whether updates wait at Telegram.
  private boolean look(boolean pendingBefore) throws IOException {
    Reply reply = link.call("getWebhookInfo", Map.of(), Duration.ZERO);
    if (reply instanceof Reply.Failed failed) {
      link.failed(failed);
      return pendingBefore;
    }
    JsonNode info = reply instanceof Reply.Done(JsonNode result) ? result : Trees.read("{}");
    int waiting = info.path("pending_update_count").asInt(0);
    if (!info.path("url").asText(url).equals(url)) {
      link.trouble(Trouble.READ_ELSEWHERE);
    } else if (waiting >= MANY || (waiting > 0 && pendingBefore)) {
      link.trouble(Trouble.NEWS_PENDING);
    } else {
      link.well();
    }
    return waiting > 0;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
