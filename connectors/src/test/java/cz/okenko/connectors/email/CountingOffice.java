package cz.okenko.connectors.email;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.Notebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An office that gets very many mails, and remembers of each no more than its number.
final class CountingOffice implements Inbox, Notebook {
  private final Map<String, Integer> last = new HashMap<>();
  private final List<String> outOfOrder = new ArrayList<>();
  private final Map<String, String> notes = new HashMap<>();
  private int count;

  /// Texts are `SENDER NUMBER …`; numbers of one sender grow.
  @Override
  public synchronized Receipt accept(InboundMessage message) {
    String[] words = message.text().split(" ", 3);
    Integer before = last.put(words[0], Integer.parseInt(words[1]));
    if (before != null && before >= Integer.parseInt(words[1])) {
      outOfOrder.add(message.text());
    }
    return new Receipt(++count, false);
  }

  @Override
  public void note(Event event) {}

  @Override
  public List<Choice> offered(long message) {
    return List.of();
  }

  synchronized int count() {
    return count;
  }

  synchronized List<String> outOfOrder() {
    return List.copyOf(outOfOrder);
  }

  /// Of what is noted only progress and the key stay: 400,000 notes would fill the heap.
  @Override
  public synchronized Optional<String> read(String key) {
    return Optional.ofNullable(notes.get(key));
  }

  @Override
  public void remember(Map<String, String> entries) {
    write(entries);
  }

  @Override
  public synchronized void write(Map<String, String> entries) {
    entries.forEach(
        (key, value) -> {
          if (key.startsWith("folder/") || key.equals("key")) {
            notes.put(key, value);
          }
        });
  }
}
