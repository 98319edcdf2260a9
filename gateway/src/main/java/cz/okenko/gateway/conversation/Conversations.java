package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Tongue;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Recent.Before;
import cz.okenko.gateway.conversation.Recent.Live;
import cz.okenko.gateway.conversation.Recent.Waits;
import cz.okenko.gateway.delivery.Outbox;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The transcript and who holds it. Every method is safe for any thread; those that change
/// something return after the commit. Decisions see the database; what was committed lately is
/// given from memory.
public final class Conversations implements Inbox {
  private final Store store;
  private final Ids ids;
  private final InstantSource clock;
  private final Manner manner;
  private final Bells bells;
  private final Recent recent = new Recent();

  /// What units of the group that is being written may have changed; for the writer thread alone.
  private final Set<ConversationId> changing = new HashSet<>();

  /// @param language of whoever did not choose one
  /// @param showing channels that show the transcript itself: for them nothing is put into the
  ///     outbox, they only hear that there is news
  public record Manner(String language, Set<String> showing) {
    public Manner {
      showing = Set.copyOf(showing);
    }
  }

  public Conversations(Store store, Ids ids, InstantSource clock, Manner manner, Bells bells) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.manner = manner;
    this.bells = bells;
    ids.startAfter(store.read(Conversations::newestId));
  }

  @Override
  public Receipt accept(InboundMessage message) {
    Accepted accepted = store.write(handle -> accept(handle, message), this::remember);
    if (accepted instanceof Accepted.New added) {
      bells.received(added.found.conversation);
    }
    return accepted.receipt();
  }

  /// Opens a conversation for an address, or gives the one that is open.
  public Conversation open(Address address, String language) {
    return store.write(
            handle -> openConversation(handle, address, language),
            found -> remember(() -> remember(found)))
        .conversation;
  }

  /// The oldest message of the conversation that waits for an answer.
  public Optional<Turn> nextTurn(ConversationId id) {
    return recent
        .of(id)
        .map(Live::nextTurn)
        .orElseGet(() -> store.read(handle -> MessageRows.nextTurn(handle, id)));
  }

  /// The newest conversation of an address as it was committed last, when it is remembered.
  Optional<Live> recent(Address address) {
    return recent.of(address);
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
    return announce(store.write(handle -> step(handle, id, decide), this::remember));
  }

  /// Like [#step], and the citizen's message counts as answered in the same transaction, whatever
  /// was decided. A message that was answered before is not answered again.
  public Step answer(Turn turn, Function<Conversation, Step> decide) {
    return announce(
        store.write(
            handle ->
                MessageRows.handled(handle, turn.message())
                    ? step(handle, turn.conversation().id(), decide)
                    : step(handle, turn.conversation().id(), Step.Stay::new),
            done -> remember(done.answering(turn.message()))));
  }

  /// The citizen rates a conversation; a later rating replaces an earlier one.
  void rate(ConversationId id, int score, String comment) {
    store.write(
        handle -> {
          changing.add(id);
          ConversationRows.rate(handle, id, score, comment);
          return ConversationRows.find(handle, id).orElseThrow();
        },
        rated -> remember(() -> recent.stepped(rated, 0, List.of())));
  }

  private Accepted accept(Handle handle, InboundMessage message) {
    Opened found = openFor(handle, message);
    Before before = before(handle, found);
    long id = ids.next();
    Conversation conversation = found.conversation;
    if (!MessageRows.received(handle, id, conversation, message)) {
      long known = MessageRows.known(handle, message).orElseThrow();
      return new Accepted.Known(new Receipt(known, true));
    }
    Line line = MessageRows.seen(id, conversation, message);
    return new Accepted.New(new Receipt(id, false), found, before, line, message.choice());
  }

  /// The conversation that is open, or a new one unless the message was taken in before.
  private Opened openFor(Handle handle, InboundMessage message) {
    Address address = message.address();
    Optional<ConversationId> open = ConversationRows.open(handle, address);
    if (open.isPresent()) {
      return new Opened(remembered(handle, open.get()), false);
    }
    return MessageRows.known(handle, message).isPresent()
        ? new Opened(ConversationRows.newest(handle, address).orElseThrow(), false)
        : openConversation(handle, address, manner.language);
  }

  /// Read only when the conversation is not remembered: once for each, after a start.
  private @Nullable Before before(Handle handle, Opened found) {
    ConversationId id = found.conversation.id();
    return found.fresh || recent.of(id).isPresent() ? null : MessageRows.before(handle, id);
  }

  private Opened openConversation(Handle handle, Address address, String language) {
    Optional<Conversation> newest = ConversationRows.newest(handle, address);
    if (newest.isPresent() && !(newest.get().state() instanceof Closed)) {
      return new Opened(newest.get(), false);
    }
    var opened =
        new Conversation(
            new ConversationId(ids.next()),
            address,
            newest.map(Conversation::tongue).orElseGet(() -> new Tongue(language, false)),
            new WithBot(clock.instant()),
            Topic.NONE,
            Asking.NOTHING,
            "",
            "",
            Filed.NOTHING,
            0);
    ConversationRows.insert(handle, opened);
    return new Opened(opened, true);
  }

  /// The conversation as the last commit left it, or as it is now.
  private Conversation remembered(Handle handle, ConversationId id) {
    return recent
        .of(id)
        .map(Live::now)
        .or(() -> ConversationRows.find(handle, id))
        .orElseThrow();
  }

  /// The conversation as it is now. The last commit is remembered, and nobody but this thread writes;
  /// so the row is read only when a unit of the same group may have changed it.
  private Conversation changing(Handle handle, ConversationId id) {
    return changing.add(id)
        ? remembered(handle, id)
        : ConversationRows.find(handle, id).orElseThrow();
  }

  private Done step(Handle handle, ConversationId id, Function<Conversation, Step> decide) {
    Conversation before = changing(handle, id);
    Step step = decide.apply(before);
    var said = new ArrayList<Line>();
    if (step instanceof Step.Go(Conversation after, List<Utterance> utterances)) {
      ConversationRows.update(handle, before, after);
      for (Utterance utterance : utterances) {
        say(handle, after, utterance).ifPresent(said::add);
      }
    }
    return new Done(before, step, 0, said);
  }

  /// Gives the line as the citizen sees it; nothing for a note, and when the same key was said
  /// before.
  private Optional<Line> say(Handle handle, Conversation conversation, Utterance said) {
    Instant now = clock.instant();
    long id = ids.next();
    boolean isNew = MessageRows.said(handle, id, conversation.id(), said, now);
    if (!isNew || said.speaker().author() == Author.NOTE) {
      return Optional.empty();
    }
    if (!manner.showing.contains(conversation.address().channel())) {
      Outbox.put(
          handle,
          new OutboundMessage(
              id, conversation.address(), said.language(), said.text(), said.card().choices()),
          now);
    }
    return Optional.of(MessageRows.seen(id, said, now));
  }

  /// On the writer thread, after the commit and before its caller is told. The group is over.
  private void remember(Runnable news) {
    changing.clear();
    try {
      news.run();
    } catch (RuntimeException | Error e) {
      recent.forget();
      throw e;
    }
  }

  private void remember(Accepted accepted) {
    if (accepted instanceof Accepted.New added) {
      remember(
          () -> {
            remember(added.found);
            Line line = added.line;
            var waits = new Waits(line.id(), line.text(), line.language(), added.choice);
            recent.received(added.found.conversation, line, waits, added.before);
          });
    }
  }

  private void remember(Opened found) {
    if (found.fresh) {
      recent.opened(found.conversation);
    }
  }

  private void remember(Done done) {
    remember(() -> recent.stepped(done.after(), done.answered, done.said));
  }

  private Step announce(Done done) {
    if (done.step instanceof Step.Go(Conversation after, List<Utterance> utterances)) {
      bells.changed(done.before, after);
      if (!utterances.isEmpty() && !manner.showing.contains(after.address().channel())) {
        bells.posted();
      }
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

  /// @param fresh whether it was opened just now
  private record Opened(Conversation conversation, boolean fresh) {}

  private sealed interface Accepted {
    Receipt receipt();

    record New(Receipt receipt, Opened found, @Nullable Before before, Line line, String choice)
        implements Accepted {}

    record Known(Receipt receipt) implements Accepted {}
  }

  /// @param answered the message that was answered by it, 0 when none was
  private record Done(Conversation before, Step step, long answered, List<Line> said) {
    Done answering(long message) {
      return new Done(before, step, message, said);
    }

    Conversation after() {
      return step instanceof Step.Go(Conversation after, List<Utterance> _) ? after : before;
    }
  }
}
