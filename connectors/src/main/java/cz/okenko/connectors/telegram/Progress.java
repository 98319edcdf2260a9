package cz.okenko.connectors.telegram;

import cz.okenko.connectors.Notebook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the channel remembers beyond a restart: how far it has read, which pieces of a message went
/// out, and who was told about privacy.
record Progress(Notebook notebook, long bot) {
  private static final String OFFSET = "offset";

  /// After a week without news Telegram counts its updates from a random number on ("Update", Bot
  /// API 10.1); an old offset might then confirm what nobody has read.
  private static final Duration SILENCE = Duration.ofDays(6);

  /// The update to ask for next, 0 when Telegram shall begin with the oldest it still has.
  long offset(Instant now) {
    String[] noted = notebook.read(key(OFFSET)).orElse("").split(" ", -1);
    if (noted.length != 2) {
      return 0;
    }
    Instant last = Instant.ofEpochSecond(Long.parseLong(noted[1]));
    return Duration.between(last, now).compareTo(SILENCE) < 0 ? Long.parseLong(noted[0]) : 0;
  }

  void read(long lastUpdate, Instant now) {
    notebook.write(Map.of(key(OFFSET), (lastUpdate + 1) + " " + now.getEpochSecond()));
  }

  /// How many pieces of a message are with Telegram already.
  int sent(long message) {
    return notebook.read(key("sent " + message)).map(Integer::parseInt).orElse(0);
  }

  void sent(long message, int pieces) {
    notebook.remember(Map.of(key("sent " + message), Integer.toString(pieces)));
  }

  void whole(long message) {
    notebook.remember(Map.of(key("sent " + message), ""));
  }

  boolean greeted(long chat) {
    return notebook.read(key("greeted " + chat)).isPresent();
  }

  void greet(long chat, boolean greeted) {
    notebook.remember(Map.of(key("greeted " + chat), greeted ? "1" : ""));
  }

  Optional<String> name() {
    return notebook.read(key("name"));
  }

  void name(String name) {
    notebook.write(Map.of(key("name"), name));
  }

  private String key(String of) {
    return bot + " " + of;
  }
}
