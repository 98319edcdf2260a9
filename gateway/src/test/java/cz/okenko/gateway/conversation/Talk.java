package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.conversation.Conversations.Manner;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Conversations over a real database, with bells that a test can listen to.
public final class Talk implements AutoCloseable, Bells {
  public static final Address ANNA = new Address("webchat", "anna");
  static final QueueId GENERAL = new QueueId("kontakt-urad");
  static final Manner MANNER = new Manner("cs", Set.of("showing"), GENERAL);

  private final MovableClock clock;
  private final Store store;
  private final Conversations conversations;
  private final AtomicLong messages = new AtomicLong();
  private final List<Conversation> rung = new CopyOnWriteArrayList<>();
  private final List<Consumer<Conversation>> listeners = new CopyOnWriteArrayList<>();

  public Talk(Path folder, MovableClock clock) {
    this.clock = clock;
    this.store = Store.open(folder.resolve("okenko.db"));
    this.conversations = new Conversations(store, new Ids(clock), clock, MANNER, this);
  }

  public Store store() {
    return store;
  }

  public Conversations conversations() {
    return conversations;
  }

  public MovableClock clock() {
    return clock;
  }

  /// Is told of every message that came in, as the dialogue is.
  public void listen(Consumer<Conversation> listener) {
    listeners.add(listener);
  }

  /// A citizen's message under an id of its own; gives its conversation.
  public Conversation says(Address citizen, String text) {
    conversations.accept(message(citizen, "m" + messages.incrementAndGet(), text));
    return newest(citizen);
  }

  public InboundMessage message(Address citizen, String externalId, String text) {
    return new InboundMessage(citizen, externalId, text, "", "", clock.instant());
  }

  public Conversation newest(Address citizen) {
    return store.read(handle -> ConversationRows.newest(handle, citizen)).orElseThrow();
  }

  public Conversation now(ConversationId id) {
    return conversations.find(id).orElseThrow();
  }

  /// `author: text` of every line of a conversation, notes included.
  public List<String> lines(ConversationId id) {
    return store.read(
        handle ->
            handle
                .createQuery(
                    "select author || ': ' || text from message where conversation = :id order by id")
                .bind("id", id.value())
                .mapTo(String.class)
                .list());
  }

  public int count(String query) {
    return count(query, Integer.class);
  }

  public <T> T count(String query, Class<T> type) {
    return store.read(handle -> handle.createQuery(query).mapTo(type).one());
  }

  /// Conversations whose citizens wrote, in the order in which the bell rang.
  public List<Conversation> rung() {
    return List.copyOf(rung);
  }

  @Override
  public void received(Conversation conversation) {
    rung.add(conversation);
    listeners.forEach(listener -> listener.accept(conversation));
  }

  @Override
  public void changed(Conversation before, Conversation after) {}

  @Override
  public void posted() {}

  @Override
  public void close() {
    store.close();
  }
}
