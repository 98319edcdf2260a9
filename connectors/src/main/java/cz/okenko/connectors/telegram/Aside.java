package cz.okenko.connectors.telegram;

import cz.okenko.connectors.telegram.Posting.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the channel says by itself, beside the conversation: that a press of a button was heard,
/// that a file is too big. Done behind the acknowledgement and tried a few times; nothing depends
/// on it.
final class Aside implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);
  private static final int TRIES = 3;

  private final Bot bot;
  private final Posting posting;
  private final Pauses pauses;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Aside(Bot bot, Posting posting, Pauses pauses) {
    this.bot = bot;
    this.posting = posting;
    this.pauses = pauses;
  }

  private interface Try {
    /// Whether it is settled, well or not.
    boolean done() throws IOException;
  }

  /// Ends the wait that the button shows (TG-06). An answer to a press that Telegram has given up
  /// on is refused by it, which is nothing to worry about.
  ///
  /// @param text shown to the person as an alert, empty for none
  void answerPress(String press, String text) {
    var parameters = new HashMap<String, Object>();
    parameters.put("callback_query_id", press);
    if (!text.isEmpty()) {
      parameters.put("text", text);
      parameters.put("show_alert", true);
    }
    run(
        () -> {
          bot.api().call("answerCallbackQuery", parameters);
          return true;
        });
  }

  /// Says something in a chat.
  void tell(long chat, String text) {
    run(
        () -> {
          Outcome outcome = posting.post(chat, Rich.of(text), Map.of());
          if (outcome instanceof Outcome.Wait(Instant until)) {
            pauses.pause(Duration.between(bot.clock().instant(), until));
            return false;
          }
          return true;
        });
  }

  private void run(Try attempt) {
    try {
      threads.execute(() -> repeat(attempt));
    } catch (RejectedExecutionException e) {
      LOG.info("telegram: closed before something could be said aside");
    }
  }

  private void repeat(Try attempt) {
    for (int failures = 1; failures <= TRIES && pauses.open(); failures++) {
      try {
        if (attempt.done()) {
          return;
        }
      } catch (IOException e) {
        pauses.afterFailure(failures);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
