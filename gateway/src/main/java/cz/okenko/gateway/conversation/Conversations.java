package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.delivery.Outbox;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The transcript and who holds it. Every method is safe for any thread; those that change
/// something return after the commit.
public final class Conversations implements Inbox {
  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final String defaultLanguage;
  private final Bells bells;

  public Conversations(
      Store store, Ids ids, InstantSource clock, String defaultLanguage, Bells bells) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.defaultLanguage = defaultLanguage;
    this.bells = bells;
    ids.startAfter(store.read(Conversations::newestId));
  }

  @Override
  public Receipt accept(InboundMessage message) {
    Accepted accepted = store.write(handle -> accept(handle, message));
    if (accepted instanceof Accepted.New(Receipt _, Conversation conversation)) {
      bells.received(conversation);
    }
    return accepted.receipt();
  }

  /// Opens a conversation for an address, or gives the one that is open.
  public Conversation open(Address address, String language) {
    return store.write(handle -> openConversation(handle, address, language));
  }

  /// The oldest message of the conversation that waits for an answer.
  public Optional<Turn> nextTurn(ConversationId id) {
    return store.read(handle -> MessageRows.nextTurn(handle, id));
  }

  /// Conversations with messages left over by an earlier process, longest waiting first.
  public List<ConversationId> unanswered() {
    return store.read(MessageRows::unanswered);
  }

  /// Where those who wait in a queue are reached.
  public List<Address> waitingIn(QueueId queue) {
    return store.read(handle -> ConversationRows.waiting(handle, queue));
  }

  public Optional<Conversation> find(ConversationId id) {
    return store.read(handle -> ConversationRows.find(handle, id));
  }

  /// The only way to speak to a citizen or to change who holds a conversation: `decide` sees the
  /// conversation as it stands in the transaction that stores what it decides, so whoever lost it
  /// meanwhile says nothing.
  ///
  /// @throws java.util.NoSuchElementException when there is no such conversation
  public Step step(ConversationId id, Function<Conversation, Step> decide) {
    return announce(store.write(handle -> step(handle, id, decide)));
  }

  /// Like [#step], and the citizen's message counts as answered in the same transaction, whatever
  /// was decided. A message that was answered before is not answered again.
  public Step answer(Turn turn, Function<Conversation, Step> decide) {
    return announce(
        store.write(
            handle ->
                MessageRows.handled(handle, turn.message())
                    ? step(handle, turn.conversation().id(), decide)
                    : step(handle, turn.conversation().id(), Step.Stay::new)));
  }

  private Accepted accept(Handle handle, InboundMessage message) {
    String channel = message.address().channel();
    Optional<Long> known = MessageRows.known(handle, channel, message.externalId());
    if (known.isPresent()) {
      return new Accepted.Known(new Receipt(known.get(), true));
    }
    Conversation conversation = openConversation(handle, message.address(), defaultLanguage);
    long id = ids.next();
    MessageRows.received(handle, id, conversation, message);
    return new Accepted.New(new Receipt(id, false), conversation);
  }

  private Conversation openConversation(Handle handle, Address address, String language) {
    Optional<Conversation> newest = ConversationRows.newest(handle, address);
    if (newest.isPresent() && !(newest.get().state() instanceof Closed)) {
      return newest.get();
    }
    var opened =
        new Conversation(
            new ConversationId(ids.next()),
            address,
            newest.map(Conversation::language).orElse(language),
            new WithBot(clock.instant()),
            Topic.NONE,
            Asking.NOTHING,
            "",
            "",
            0);
    ConversationRows.insert(handle, opened);
    return opened;
  }

  private Done step(Handle handle, ConversationId id, Function<Conversation, Step> decide) {
    Conversation before = ConversationRows.find(handle, id).orElseThrow();
    Step step = decide.apply(before);
    if (step instanceof Step.Go(Conversation after, List<Utterance> utterances)) {
      if (!after.equals(before)) {
        ConversationRows.update(handle, after);
      }
      utterances.forEach(utterance -> say(handle, after, utterance));
    }
    return new Done(before, step);
  }

  private void say(Handle handle, Conversation conversation, Utterance said) {
    Instant now = clock.instant();
    long id = ids.next();
    boolean isNew = MessageRows.said(handle, id, conversation.id(), said, now);
    if (isNew && said.speaker().author() != Author.NOTE) {
      Outbox.put(
          handle,
          new OutboundMessage(
              id, conversation.address(), said.language(), said.text(), said.card().choices()),
          now);
    }
  }

  private Step announce(Done done) {
    if (done.step instanceof Step.Go(Conversation after, List<Utterance> utterances)) {
      bells.changed(done.before, after);
      utterances.forEach(bells::said);
    }
    return done.step;
  }

  private static long newestId(Handle handle) {
    return handle
        .createQuery(
            """
            select max(coalesce((select max(id) from message), 0),
                       coalesce((select max(id) from conversation), 0))
            """)
        .mapTo(Long.class)
        .one();
  }

  private sealed interface Accepted {
    Receipt receipt();

    record New(Receipt receipt, Conversation conversation) implements Accepted {}

    record Known(Receipt receipt) implements Accepted {}
  }

  private record Done(Conversation before, Step step) {}
}
