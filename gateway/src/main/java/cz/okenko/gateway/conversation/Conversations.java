package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Inbox;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Happenings.Noted;
import cz.okenko.gateway.conversation.Intake.Accepted;
import cz.okenko.gateway.conversation.Ledger.Done;
import cz.okenko.gateway.conversation.Recent.Live;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/// The transcript and who holds it. Every method is safe for any thread; those that change
/// something return after the commit. Decisions see the database; what was committed lately is
/// given from memory.
public final class Conversations implements Inbox {
  private static final Duration UNKNOWN = Duration.ofDays(30);

  private final Store store;
  private final Ledger ledger;
  private final Continuing continuing;
  private final Joining joining;
  private final Happenings happenings;
  private final Blocks blocks;
  private final Intake intake;
  private final Erasing erasing;
  private final Bells bells;

  /// @param language of whoever did not choose one
  /// @param showing channels that show the transcript itself: for them nothing is put into the
  ///     outbox, they only hear that there is news
  /// @param queue where waits what no bot may answer
  public record Manner(String language, Set<String> showing, QueueId queue) {
    public Manner {
      showing = Set.copyOf(showing);
    }
  }

  public Conversations(Store store, Ids ids, InstantSource clock, Manner manner, Bells bells) {
    this.store = store;
    this.ledger = new Ledger(ids, clock, manner);
    this.continuing = new Continuing(ledger);
    this.joining = new Joining(ledger, continuing);
    this.happenings = new Happenings(ledger, continuing);
    this.blocks = new Blocks(store, clock);
    this.intake = new Intake(ledger, happenings, blocks);
    this.erasing = new Erasing(ledger);
    this.bells = bells;
    ids.startAfter(store.read(Conversations::newestId));
  }

  @Override
  public Receipt accept(InboundMessage message) {
    return accept(handle -> intake.accept(handle, message));
  }

  /// The turn a message would be if it were stored now. Nothing when it must be stored first:
  /// something stands before it, a clerk may have to read it, it may hold a code, or how its
  /// conversation stands is not remembered.
  public Optional<Turn> foresee(InboundMessage message) {
    boolean plain =
        message.handling() == Handling.ANSWER
            && message.attachments().isEmpty()
            && Code.in(message.text()).isEmpty()
            && !Code.resembles(message.text());
    return ledger
        .recent()
        .of(message.address())
        .filter(live -> plain && !blocks.hold(message.address()))
        .filter(live -> live.now().state() instanceof WithBot && live.waiting().isEmpty())
        .map(live -> live.turn(message));
  }

  /// Stores a message and what was decided on the turn foreseen of it, both in one transaction. When
  /// the conversation stands differently by now the message alone is stored, to be answered after.
  public Receipt accept(
      InboundMessage message, Turn foreseen, Function<Conversation, Step> decide) {
    return accept(handle -> intake.accept(handle, message, foreseen, decide));
  }

  private Receipt accept(Function<Handle, Accepted> intaking) {
    Accepted accepted =
        store.write(intaking, done -> ledger.remember(() -> intake.remember(done)));
    switch (accepted) {
      case Accepted.New added -> {
        bells.received(added.after());
        if (added.changed()) {
          bells.changed(added.found().conversation(), added.after());
        }
      }
      case Accepted.Answered(_, _, Done done) -> {
        bells.answered(done.after());
        announce(done);
      }
      case Accepted.Known _ -> {}
    }
    return accepted.receipt();
  }

  @Override
  public void note(Event event) {
    Noted noted =
        store.write(
            handle -> happenings.note(handle, event),
            done -> ledger.remember(() -> happenings.remember(done)));
    noted.changes().forEach(change -> bells.changed(change.before(), change.after()));
    noted.changes().forEach(change -> bells.passed(change.after()));
  }

  @Override
  public List<Choice> offered(long message) {
    return store.read(handle -> MessageRows.choices(handle, message));
  }

  /// Where the matter is now whose code stands in a text, even when the code was used.
  public Optional<Conversation> byCode(String text) {
    return store.read(
        handle ->
            Receipts.find(handle, text, ledger.now())
                .flatMap(id -> ConversationRows.find(handle, id)));
  }

  /// From whom nothing reaches the bot or a queue for a time.
  public Blocks blocks() {
    return blocks;
  }

  /// Opens a conversation for an address, or gives the one that is open.
  public Conversation open(Address address, String language) {
    return store.write(
            handle -> ledger.open(handle, address, language),
            found -> ledger.remember(() -> ledger.remember(found)))
        .conversation();
  }

  /// The oldest message of the conversation that waits for an answer.
  public Optional<Turn> nextTurn(ConversationId id) {
    return ledger
        .recent()
        .of(id)
        .map(Live::nextTurn)
        .orElseGet(() -> store.read(handle -> MessageRows.nextTurn(handle, id)));
  }

  /// The newest conversation of an address as it was committed last, when it is remembered.
  Optional<Live> recent(Address address) {
    return ledger.recent().of(address);
  }

  /// Conversations with messages left over by an earlier process, longest waiting first.
  public List<ConversationId> unanswered() {
    return store.read(MessageRows::unanswered);
  }

  /// Where those who wait in a queue are reached.
  public List<Address> waitingIn(QueueId queue) {
    return store.read(handle -> ConversationRows.waiting(handle, queue));
  }

  /// Forgets what platforms told and nobody here understood, after a month.
  public void forgetUnknown() {
    store.write(handle -> EventRows.forgetUnknown(handle, ledger.now().minus(UNKNOWN)));
  }

  /// The newest conversation of an address, closed or not.
  public Optional<Conversation> newest(Address address) {
    return store.read(handle -> ConversationRows.newest(handle, address));
  }

  /// Where waits what belongs to no agenda.
  public QueueId general() {
    return ledger.manner().queue();
  }

  /// The conversation a message stands in.
  public Optional<ConversationId> holding(long message) {
    return store.read(handle -> MessageRows.conversation(handle, message));
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
    return step(id, decide, handle -> {});
  }

  /// The same, and when something is changed or said `beside` writes what belongs to it, in the same
  /// transaction.
  public Step step(
      ConversationId id, Function<Conversation, Step> decide, Consumer<Handle> beside) {
    return announce(
        store.write(
            handle -> {
              Done done = ledger.step(handle, id, decide);
              if (done.changes()) {
                beside.accept(handle);
              }
              return done;
            },
            done -> ledger.remember(() -> ledger.remember(done))));
  }

  /// Like [#step], and the citizen's message counts as answered in the same transaction, whatever
  /// was decided. A message that was answered before is not answered again.
  public Step answer(Turn turn, Function<Conversation, Step> decide) {
    return answer(turn, decide, handle -> {});
  }

  /// The same, and when something is changed or said `beside` writes what belongs to it, in the same
  /// transaction.
  public Step answer(
      Turn turn, Function<Conversation, Step> decide, Consumer<Handle> beside) {
    ConversationId id = turn.conversation().id();
    return announce(
        store.write(
            handle -> {
              boolean first = MessageRows.handled(handle, id, turn.message());
              Done done = ledger.step(handle, id, first ? decide : Step.Stay::new);
              if (done.changes()) {
                beside.accept(handle);
              }
              return done;
            },
            done ->
                ledger.remember(() -> ledger.remember(done.answering(turn.message())))));
  }

  /// When the message holds a one-time code, its matter goes on in the message's conversation: in
  /// one transaction that one takes over how the other stands, the other is closed, both are told,
  /// and the message counts as answered.
  public Continued continued(Turn turn, Continued.Words words) {
    if (Code.in(turn.text()).isEmpty() && !Code.resembles(turn.text())) {
      return new Continued.NoCode();
    }
    Continued continued =
        store.write(
            handle -> continuing.byCode(handle, turn, words),
            done -> ledger.remember(() -> continuing.remember(done)));
    announce(continued, turn.conversation());
    return continued;
  }

  /// The citizen leaves a conversation that a person has or is to have, to be answered at an address they named:
  /// as with a code the matter goes on there, this one is closed, and both are told.
  ///
  /// @return [Continued.Busy] when no person has it or is to have it
  public Continued leave(
      ConversationId id, Conversation.Reached to, Continued.Words words) {
    Continued continued =
        store.write(
            handle -> continuing.leave(handle, id, to, words),
            done -> ledger.remember(() -> continuing.remember(done)));
    if (continued instanceof Continued.Here(Conversation _, Conversation now)) {
      announce(continued, now);
    }
    return continued;
  }

  /// Joins two open conversations if `proven` says, in the transaction, that both are one citizen's; what belongs
  /// to it is written `beside`.
  public Joined join(Joining.Wish wish, Predicate<Handle> proven, Consumer<Handle> beside) {
    var before = new ArrayList<Conversation>();
    Joined joined =
        store.write(
            handle -> {
              if (!proven.test(handle)) {
                return new Joined.Unproven();
              }
              before.clear();
              before.add(ConversationRows.find(handle, wish.one()).orElseThrow());
              before.add(ConversationRows.find(handle, wish.other()).orElseThrow());
              Joined done = joining.join(handle, wish);
              if (done instanceof Joined.Here) {
                beside.accept(handle);
              }
              return done;
            },
            done -> ledger.remember(() -> joining.remember(done)));
    if (joined instanceof Joined.Here(Conversation now, Conversation other)) {
      boolean first = before.getFirst().id().equals(now.id());
      bells.changed(first ? before.getLast() : before.getFirst(), other);
      bells.changed(first ? before.getFirst() : before.getLast(), now);
      bells.posted();
      bells.passed(now);
    }
    return joined;
  }

  private void announce(Continued continued, Conversation before) {
    if (continued instanceof Continued.Here(Conversation from, Conversation now)) {
      bells.changed(from, continuing.closed(from));
      bells.changed(before, now);
      bells.posted();
      bells.passed(now);
    }
  }

  /// Empties conversations for good, all of them or none: `choose` says which in the transaction that does it,
  /// and writes what belongs to it.
  public List<ConversationId> erase(Function<Handle, List<ConversationId>> choose) {
    List<Erasing.Emptied> emptied =
        store.write(
            handle ->
                choose.apply(handle).stream().map(id -> erasing.empty(handle, id)).toList(),
            done -> ledger.remember(() -> erasing.remember(done)));
    emptied.forEach(one -> bells.changed(one.before(), one.after()));
    return emptied.stream().map(one -> one.after().id()).toList();
  }

  /// The citizen rates a conversation; a later rating replaces an earlier one.
  void rate(ConversationId id, int score, String comment) {
    store.write(
        handle -> {
          ledger.changing(handle, id);
          ConversationRows.rate(handle, id, score, comment);
          Conversation rated = ConversationRows.find(handle, id).orElseThrow();
          ledger.telling().rated(handle, rated);
          return rated;
        },
        rated -> ledger.remember(() -> ledger.recent().stepped(rated, 0, List.of())));
  }

  /// Tells other programs, inside a unit of writing, that a citizen waits longer than promised.
  public void overdue(Handle handle, ConversationId id) {
    ConversationRows.find(handle, id).ifPresent(now -> ledger.telling().overdue(handle, now));
  }

  private Step announce(Done done) {
    if (done.step() instanceof Step.Go(Conversation after, List<Utterance> utterances)) {
      bells.changed(done.before(), after);
      if (!utterances.isEmpty() && ledger.posts(after.address())) {
        bells.posted();
      }
      utterances.forEach(bells::said);
    }
    return done.step();
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
}
