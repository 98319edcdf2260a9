package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.Transcript.Enclosed;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Tongue;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations.Manner;
import cz.okenko.gateway.conversation.Recent.Live;
import cz.okenko.gateway.delivery.Outbox;
import cz.okenko.gateway.hook.Dispatches;
import cz.okenko.gateway.store.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// What is written about conversations inside one transaction, and what is remembered of it after
/// the commit. For the writer thread alone; the memory is read from any thread.
final class Ledger {
  private final Ids ids;
  private final InstantSource clock;
  private final Manner manner;
  private final Recent recent = new Recent();
  private final Telling telling;
  private final Receipts receipts = new Receipts();

  /// What units of the group that is being written may have changed.
  private final Set<ConversationId> changing = new HashSet<>();

  Ledger(Ids ids, InstantSource clock, Manner manner) {
    this.ids = ids;
    this.clock = clock;
    this.manner = manner;
    this.telling = new Telling(new Dispatches(ids, clock));
  }

  /// A conversation, and whether it was opened just now.
  record Opened(Conversation conversation, boolean fresh) {}

  /// What a step did.
  ///
  /// @param answered the message that was answered by it, 0 when none was
  record Done(Conversation before, Step step, long answered, List<Line> said) {
    Done answering(long message) {
      return new Done(before, step, message, said);
    }

    /// Whether something became different or was said.
    boolean changes() {
      return step instanceof Step.Go(Conversation after, List<Utterance> utterances)
          && (!after.equals(before) || !utterances.isEmpty());
    }

    Conversation after() {
      return step instanceof Step.Go(Conversation after, List<Utterance> _) ? after : before;
    }
  }

  /// What other programs are told.
  Telling telling() {
    return telling;
  }

  Recent recent() {
    return recent;
  }

  Manner manner() {
    return manner;
  }

  long nextId() {
    return ids.next();
  }

  Instant now() {
    return clock.instant();
  }

  /// The conversation an address has open, or a new one with the bot.
  Opened open(Handle handle, Address address, String language) {
    Optional<Conversation> newest = ConversationRows.newest(handle, address);
    return newest.isPresent() && !(newest.get().state() instanceof Closed)
        ? new Opened(newest.get(), false)
        : begin(handle, address, language, new WithBot(now()));
  }

  /// A new conversation, in the language of the one before.
  Opened begin(Handle handle, Address address, String language, ConversationState state) {
    Tongue tongue =
        ConversationRows.newest(handle, address)
            .map(Conversation::tongue)
            .orElseGet(() -> new Tongue(language, false));
    var opened =
        new Conversation(
            new ConversationId(ids.next()),
            address,
            tongue,
            state,
            Topic.NONE,
            Asking.NOTHING,
            "",
            "",
            Filed.NOTHING,
            0);
    ConversationRows.insert(handle, opened);
    telling.opened(handle, opened);
    return new Opened(opened, true);
  }

  /// The conversation an address has open, as the last commit left it; the row is read only when
  /// nothing is remembered or a unit of the same group may have changed it.
  Optional<Conversation> findOpen(Handle handle, Address address) {
    return recent
        .of(address)
        .map(Live::now)
        .filter(now -> !(now.state() instanceof Closed) && !changing.contains(now.id()))
        .or(() -> ConversationRows.open(handle, address).map(id -> remembered(handle, id)));
  }

  /// The conversation as the last commit left it, or as it is now.
  Conversation remembered(Handle handle, ConversationId id) {
    return recent
        .of(id)
        .map(Live::now)
        .or(() -> ConversationRows.find(handle, id))
        .orElseThrow();
  }

  /// The conversation as it is now. The last commit is remembered, and nobody but this thread
  /// writes; so the row is read only when a unit of the same group may have changed it.
  Conversation changing(Handle handle, ConversationId id) {
    return changing.add(id)
        ? remembered(handle, id)
        : ConversationRows.find(handle, id).orElseThrow();
  }

  /// Says that a message of it waits for an answer since a unit of this group.
  void waits(ConversationId id) {
    changing.add(id);
  }

  /// Whether it stands as it was seen and nobody waits for an answer in it.
  boolean stands(Conversation seen) {
    return !changing.contains(seen.id())
        && recent.of(seen.id()).filter(live -> live.now().equals(seen) && live.waiting().isEmpty())
            .isPresent();
  }

  Done step(Handle handle, ConversationId id, Function<Conversation, Step> decide) {
    Conversation before = changing(handle, id);
    Step step = decide.apply(before);
    var said = new ArrayList<Line>();
    if (step instanceof Step.Go(Conversation after, List<Utterance> utterances)) {
      update(handle, before, after);
      if (!after.contact().isEmpty() && !after.contact().equals(before.contact())) {
        Consents.contact(handle, ids.next(), after.id(), now());
      }
      if (before.state() instanceof WithBot) {
        receipt(handle, after);
      }
      if (before.state() instanceof WithClerk held
          && !(after.state() instanceof WithClerk || after.state() instanceof Snoozed)) {
        Waits.ended(handle, ids.next(), held, now());
      }
      for (Utterance utterance : utterances) {
        say(handle, after, utterance).ifPresent(said::add);
      }
    }
    return new Done(before, step, 0, said);
  }

  /// Stores how a conversation stands, and what other programs are to be told of it.
  void update(Handle handle, Conversation before, Conversation after) {
    ConversationRows.update(handle, before, after);
    telling.changed(handle, before, after);
  }

  /// Where nothing else ties the citizen to their matter, a code does as soon as a person has it.
  void receipt(Handle handle, Conversation after) {
    if (!posts(after.address())) {
      receipts.give(handle, after, now());
    }
  }

  /// Gives the line as the citizen sees it; nothing for a note, and when the same key was said
  /// before.
  Optional<Line> say(Handle handle, Conversation conversation, Utterance said) {
    Instant now = now();
    long id = ids.next();
    boolean isNew = MessageRows.said(handle, id, conversation.id(), said, now);
    if (!isNew || said.speaker().author() == Author.NOTE) {
      return Optional.empty();
    }
    List<Enclosed> files = EnclosureRows.attach(handle, conversation, id, said.files());
    if (said.speaker().author() == Author.CLERK) {
      telling.answered(handle, conversation, id);
    }
    if (posts(conversation.address())) {
      Outbox.put(handle, outbound(id, conversation, said), now);
    }
    return Optional.of(MessageRows.seen(id, said, now).enclosing(files));
  }

  /// Whether what is said there goes through the outbox: a platform stands behind the channel.
  boolean posts(Address address) {
    return !manner.showing().contains(address.channel());
  }

  private static OutboundMessage outbound(long id, Conversation conversation, Utterance said) {
    return new OutboundMessage(
        id,
        conversation.address(),
        said.language(),
        said.text() + footer(said),
        said.card().choices(),
        speaker(said.speaker()),
        OutboundMessage.Occasion.NONE);
  }

  /// Who handles the matter; channels that show the transcript have it on the card.
  private static String footer(Utterance said) {
    String footer = said.card().handler().footer();
    return footer.isEmpty() ? "" : "\n\n" + footer;
  }

  private static OutboundMessage.Speaker speaker(Utterance.Speaker speaker) {
    return switch (speaker.author()) {
      case BOT -> new OutboundMessage.Speaker.Bot();
      case CLERK -> new OutboundMessage.Speaker.Clerk(speaker.name(), speaker.agenda());
      case OFFICE -> new OutboundMessage.Speaker.Office();
      case CITIZEN, NOTE ->
          throw new IllegalArgumentException(speaker.author() + " says nothing to citizens");
    };
  }

  /// After the commit and before its caller is told. The group is over.
  void remember(Runnable news) {
    changing.clear();
    try {
      news.run();
    } catch (RuntimeException | Error e) {
      recent.forget();
      throw e;
    }
  }

  void remember(Opened found) {
    if (found.fresh) {
      recent.opened(found.conversation);
    }
  }

  void remember(Done done) {
    recent.stepped(done.after(), done.answered, done.said);
  }
}
