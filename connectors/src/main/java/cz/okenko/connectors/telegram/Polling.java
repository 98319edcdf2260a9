package cz.okenko.connectors.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.telegram.BotApi.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Telegram for news, over and over, and confirms what is on disk (TG-01). A second thread
/// watches: a loop that died or fell silent is replaced by a new one.
final class Polling implements Reception {
  /// Updates in one answer. Source: "getUpdates", Bot API 10.1, 2026-06-11.
  private static final int BATCH = 100;

  /// After so many failures of one update while others can be stored it is kept as something
  /// unknown.
  private static final int TRIES = 8;

  /// How long closing waits for what is being stored.
  private static final Duration CLOSING = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  private final Link link;
  private final Intake intake;
  private final Progress progress;
  private final Tempo tempo;
  private final Pauses pauses;
  private final AtomicInteger generation = new AtomicInteger();
  private final AtomicLong lastBeat = new AtomicLong(System.nanoTime());
  private volatile Thread loop = Thread.ofVirtual().unstarted(() -> {});
  private volatile Thread watch = Thread.ofVirtual().unstarted(() -> {});

  Polling(Link link, Intake intake, Progress progress, Tempo tempo, Pauses pauses) {
    this.link = link;
    this.intake = intake;
    this.progress = progress;
    this.tempo = tempo;
    this.pauses = pauses;
  }

  @Override
  public void start() {
    begin();
    watch = Thread.ofVirtual().name("telegram-watch").start(this::watch);
  }

  private void begin() {
    int mine = generation.incrementAndGet();
    lastBeat.set(System.nanoTime());
    loop = Thread.ofVirtual().name("telegram-poll-" + mine).start(() -> run(mine));
  }

  private void watch() {
    while (pauses.pause(tempo.watch())) {
      var silence = Duration.ofNanos(System.nanoTime() - lastBeat.get());
      if (!loop.isAlive() || silence.compareTo(tempo.silence()) > 0) {
        LOG.error("telegram: the loop that asks for news is {}, begins anew",
            loop.isAlive() ? "silent" : "dead");
        loop.interrupt();
        begin();
      }
    }
  }

  /// Ends when it is closed or replaced; an exception ends only a round.
  private void run(int mine) {
    int failures = 0;
    boolean ready = false;
    while (current(mine)) {
      try {
        ready = ready || link.open("deleteWebhook", Map.of("drop_pending_updates", false));
        failures = ready && round(mine) ? 0 : failures + 1;
      } catch (IOException e) {
        link.trouble(Trouble.UNREACHABLE);
        failures++;
      } catch (RuntimeException e) {
        LOG.error("telegram: a round of asking for news failed ({})", e.getClass().getName());
        link.notStored();
        failures++;
      }
      if (failures > 0 && current(mine)) {
        beat(mine);
        pauses.afterFailure(failures);
      }
    }
  }

  /// Asks once and takes in what came; gives false when it is to be asked again only after a while.
  private boolean round(int mine) throws IOException {
    beat(mine);
    long offset = progress.offset(link.now());
    var parameters = new HashMap<String, Object>();
    parameters.put("timeout", tempo.poll().toSeconds());
    parameters.put("limit", BATCH);
    parameters.put("allowed_updates", Link.KINDS);
    if (offset != 0) {
      parameters.put("offset", offset);
    }
    long began = System.nanoTime();
    return switch (link.call("getUpdates", parameters, tempo.poll())) {
      case Reply.Failed failed -> link.failed(failed);
      case Reply.Done(JsonNode updates) when updates.isArray() -> {
        link.well();
        boolean calm = updates.isEmpty() && System.nanoTime() - began < tempo.calm().toNanos();
        yield take(mine, updates) && (!calm || pauses.pause(tempo.calm()));
      }
      case Reply.Done(JsonNode _) -> throw new IOException("telegram getUpdates: no updates");
    };
  }

  /// In their order; the first that cannot be stored ends it, and those before it are confirmed.
  private boolean take(int mine, JsonNode updates) {
    for (JsonNode update : updates) {
      beat(mine);
      if (!current(mine) || !stored(update)) {
        return false;
      }
      progress.read(update.path("update_id").asLong(0), link.now());
    }
    link.stored();
    return true;
  }

  private boolean stored(JsonNode update) {
    for (int failures = 0; failures < TRIES && pauses.open(); failures++) {
      if (taken(update)) {
        return true;
      }
      pauses.afterFailure(1 + Math.min(failures, 2));
    }
    return pauses.open() && kept(update);
  }

  private boolean taken(JsonNode update) {
    try {
      intake.take(update);
      return true;
    } catch (RuntimeException e) {
      tell(update, e);
      return false;
    }
  }

  /// Keeps the update as something unknown. That this works may mean that the store has just come
  /// back, so the update gets a last chance to be what it is.
  private boolean kept(JsonNode update) {
    try {
      intake.keep(update);
    } catch (RuntimeException e) {
      tell(update, e);
      return false;
    }
    if (!taken(update)) {
      long id = update.path("update_id").asLong(0);
      LOG.error("telegram: update {} is kept as something unknown", id);
      link.stored();
    }
    return true;
  }

  private static void tell(JsonNode update, RuntimeException e) {
    long id = update.path("update_id").asLong(0);
    LOG.error("telegram: update {} was not stored ({})", id, e.getClass().getName());
  }

  private boolean current(int mine) {
    return generation.get() == mine && pauses.open();
  }

  private void beat(int mine) {
    if (generation.get() == mine) {
      lastBeat.set(System.nanoTime());
    }
  }

  @Override
  public void close() {
    generation.incrementAndGet();
    loop.interrupt();
    watch.interrupt();
    try {
      if (loop.isAlive()) {
        loop.join(CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
