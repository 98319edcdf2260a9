package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.Inbox.Receipt;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.EventRows.Written;
import cz.okenko.gateway.conversation.Ledger.Done;
import cz.okenko.gateway.conversation.Ledger.Opened;
import cz.okenko.gateway.conversation.Recent.Before;
import cz.okenko.gateway.conversation.Recent.Waits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes in what citizens write, inside the writer's transaction.
final class Intake {
  private final Ledger ledger;
  private final Happenings happenings;
  private final Blocks blocks;

  Intake(Ledger ledger, Happenings happenings, Blocks blocks) {
    this.ledger = ledger;
    this.happenings = happenings;
    this.blocks = blocks;
  }

  /// What became of a message.
  sealed interface Accepted {
    Receipt receipt();

    /// @param before what stood before it, null when that is remembered
    /// @param waits the message when the bot may answer it, else nothing
    /// @param after how the conversation stands now
    record New(
        Receipt receipt,
        Opened found,
        @Nullable Before before,
        Line line,
        List<Waits> waits,
        Conversation after)
        implements Accepted {
      public New {
        waits = List.copyOf(waits);
      }

      boolean changed() {
        return !after.equals(found.conversation());
      }
    }

    /// Stored with its answer.
    record Answered(Receipt receipt, Line line, Done done) implements Accepted {}

    record Known(Receipt receipt) implements Accepted {}
  }

  /// Stores the message with the answer that was decided on `foreseen`; without it when the
  /// conversation does not stand any more as it was seen.
  Accepted accept(
      Handle handle, InboundMessage message, Turn foreseen, Function<Conversation, Step> decide) {
    Conversation conversation = foreseen.conversation();
    if (!ledger.stands(conversation)) {
      return accept(handle, message);
    }
    long id = ledger.nextId();
    if (!MessageRows.received(handle, id, conversation, message, false)) {
      return known(handle, message);
    }
    Line line = line(handle, id, conversation, message);
    if (!line.text().equals(foreseen.text())) {
      MessageRows.waits(handle, id);
      return waiting(handle, new Opened(conversation, false), message, line);
    }
    Done done = ledger.step(handle, conversation.id(), decide);
    return new Accepted.Answered(new Receipt(id, false, true), line, done);
  }

  Accepted accept(Handle handle, InboundMessage message) {
    boolean posts = ledger.posts(message.address());
    Address address = posts ? happenings.now(handle, message.address()) : message.address();
    boolean blocked = blocks.hold(handle, address);
    Opened found = blocked ? kept(handle, address) : conversation(handle, message, address);
    long id = ledger.nextId();
    Conversation conversation = found.conversation();
    boolean waits = message.handling() == Handling.ANSWER;
    if (!MessageRows.received(handle, id, conversation, message, waits)) {
      return known(handle, message);
    }
    for (Attachment attachment : message.attachments()) {
      MessageRows.attached(handle, ledger.nextId(), id, message.address(), attachment);
    }
    Line line = line(handle, id, conversation, message);
    return blocked ? held(handle, found, message, line) : waiting(handle, found, message, line);
  }

  /// The message of a blocked sender reaches nobody. It is looked at once, for a danger.
  private Accepted held(Handle handle, Opened found, InboundMessage message, Line line) {
    Before before = before(handle, found, line.id());
    List<Waits> waits = waits(message, line);
    ledger.waits(found.conversation().id());
    return new Accepted.New(
        new Receipt(line.id(), false), found, before, line, waits, found.conversation());
  }

  private static List<Waits> waits(InboundMessage message, Line line) {
    return message.handling() == Handling.ANSWER
        ? List.of(new Waits(line.id(), line.text(), line.language(), message.choice()))
        : List.of();
  }

  private static Accepted known(Handle handle, InboundMessage message) {
    return new Accepted.Known(
        new Receipt(MessageRows.known(handle, message).orElseThrow(), true));
  }

  /// The message as it was written last.
  private Line line(
      Handle handle, long id, Conversation conversation, InboundMessage message) {
    String text =
        ledger.posts(message.address())
            ? newest(handle, id, conversation, message)
            : message.text();
    return MessageRows.seen(id, conversation, message, text);
  }

  /// The message is stored and waits for whoever may answer it.
  private Accepted waiting(Handle handle, Opened found, InboundMessage message, Line line) {
    Before before = before(handle, found, line.id());
    List<Waits> waits = waits(message, line);
    Conversation after = afterwards(handle, found.conversation(), message.handling());
    ledger.waits(after.id());
    return new Accepted.New(new Receipt(line.id(), false), found, before, line, waits, after);
  }

  /// After the commit.
  void remember(Accepted accepted) {
    if (accepted instanceof Accepted.New added) {
      ledger.remember(added.found);
      ledger
          .recent()
          .received(added.found.conversation(), added.line, added.waits, added.before);
      if (added.changed()) {
        ledger.recent().stepped(added.after, 0, List.of());
      }
    } else if (accepted instanceof Accepted.Answered(_, Line line, Done done)) {
      ledger.recent().received(done.before(), line, List.of(), null);
      ledger.remember(done);
    }
  }

  /// A platform may tell of a change before it tells of the message.
  private static String newest(
      Handle handle, long id, Conversation conversation, InboundMessage message) {
    var written =
        new Written(id, conversation.id(), message.text(), 0, message.sentAt());
    return EventRows.newest(
        handle, conversation.address(), message.externalId(), written);
  }

  /// The conversation that is open, or a new one unless the message was taken in before.
  private Opened conversation(Handle handle, InboundMessage message, Address address) {
    Optional<Conversation> open = ledger.findOpen(handle, address);
    if (open.isPresent()) {
      return new Opened(open.get(), false);
    }
    if (MessageRows.known(handle, message).isPresent()) {
      return new Opened(ConversationRows.newest(handle, address).orElseThrow(), false);
    }
    return message.handling() == Handling.KEEP
        ? kept(handle, address)
        : ledger.open(handle, address, ledger.manner().language());
  }

  /// Nobody shall have to close a conversation because of a message that is only kept.
  private Opened kept(Handle handle, Address address) {
    return ConversationRows.newest(handle, address)
        .map(newest -> new Opened(newest, false))
        .orElseGet(
            () -> {
              var closed = new Closed(new QueueId(""), ledger.now());
              return ledger.begin(handle, address, ledger.manner().language(), closed);
            });
  }

  /// Read only when the conversation is not remembered: once for each, after a start.
  private @Nullable Before before(Handle handle, Opened found, long message) {
    ConversationId id = found.conversation().id();
    return found.fresh() || ledger.recent().of(id).isPresent()
        ? null
        : MessageRows.before(handle, id, message);
  }

  /// What a clerk must read waits in a queue, unless a clerk has the conversation already; what a
  /// clerk put off is back.
  private Conversation afterwards(Handle handle, Conversation found, Handling handling) {
    if (handling != Handling.KEEP && !(found.state() instanceof WithBot)) {
      Conversation now = ledger.changing(handle, found.id());
      if (now.state() instanceof Snoozed put) {
        Conversation back = now.in(put.back(ledger.now()));
        ledger.update(handle, now, back);
        return back;
      }
    }
    if (handling != Handling.FOR_CLERK) {
      return found;
    }
    Conversation now = ledger.changing(handle, found.id());
    if (!(now.state() instanceof WithBot)) {
      return now;
    }
    Conversation waiting =
        now.in(new Waiting(ledger.manner().queue(), ledger.now())).asking(Asking.NOTHING);
    ledger.update(handle, now, waiting);
    return waiting;
  }
}
