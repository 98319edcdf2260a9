package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.EventRows.Written;
import cz.okenko.gateway.conversation.Ledger.Opened;
import cz.okenko.gateway.delivery.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Takes in what platforms tell beside messages, inside the writer's transaction. Nothing of it is
/// frequent, so the memory forgets the addresses that are touched and reads them anew.
final class Happenings {
  private static final int LONGEST_WAY = 8;

  private final Ledger ledger;
  private final Continuing continuing;

  Happenings(Ledger ledger, Continuing continuing) {
    this.ledger = ledger;
    this.continuing = continuing;
  }

  /// What an event changed.
  ///
  /// @param forget addresses that are not any more as they are remembered
  record Noted(Set<Address> forget, List<Change> changes) {
    static final Noted NOTHING = new Noted(Set.of(), List.of());

    Noted {
      forget = Set.copyOf(forget);
      changes = List.copyOf(changes);
    }

    static Noted of(Conversation before, Conversation after) {
      return new Noted(Set.of(after.address()), List.of(new Change(before, after)));
    }
  }

  /// A conversation before and after.
  record Change(Conversation before, Conversation after) {}

  Noted note(Handle handle, Event event) {
    return switch (event) {
      case Event.Edited edited -> edited(handle, edited);
      case Event.AnsweredThere answered -> answeredThere(handle, answered);
      case Event.Seen seen -> {
        EventRows.seen(handle, seen);
        yield touched(handle, seen.address());
      }
      case Event.Confirmed confirmed -> {
        Outbox.confirmed(handle, confirmed.message());
        yield Noted.NOTHING;
      }
      case Event.Bounced bounced -> {
        EventRows.returned(handle, bounced, ledger.now());
        yield Noted.NOTHING;
      }
      case Event.Reachable reachable -> {
        EventRows.reachable(handle, reachable);
        yield touched(handle, reachable.address());
      }
      case Event.Moved moved -> moved(handle, moved);
      case Event.Unknown unknown -> {
        EventRows.unknown(handle, unknown, ledger.now());
        yield Noted.NOTHING;
      }
    };
  }

  /// After the commit.
  void remember(Noted noted) {
    noted.forget.forEach(ledger.recent()::forget);
  }

  /// Where an address is by now, when its platform gave it other names.
  Address now(Handle handle, Address address) {
    Address here = address;
    for (int i = 0; i < LONGEST_WAY; i++) {
      Optional<Address> next = EventRows.movedTo(handle, here);
      if (next.isEmpty()) {
        return here;
      }
      here = next.get();
    }
    return here;
  }

  /// The wordings are kept though the message did not come yet; it is then taken in as it was
  /// written last. Whether it is answered anew is not asked: only a message that still waits is.
  private Noted edited(Handle handle, Event.Edited event) {
    EventRows.edition(handle, shortened(event));
    Address address = now(handle, event.address());
    Optional<Written> written = EventRows.written(handle, address, event.externalId());
    if (written.isEmpty()) {
      return Noted.NOTHING;
    }
    EventRows.newest(handle, address, event.externalId(), written.get());
    Conversation now = ledger.changing(handle, written.get().conversation());
    return Noted.of(now, now);
  }

  private static Event.Edited shortened(Event.Edited event) {
    int end = Math.min(event.text().length(), InboundMessage.MAX_TEXT);
    return new Event.Edited(
        event.address(),
        event.externalId(),
        event.edition(),
        event.text().substring(0, end),
        event.at());
  }

  /// A person has spoken. The conversation waits for a clerk, so that the bot is silent and the
  /// console's queue shows it; a clerk who has it already keeps it.
  private Noted answeredThere(Handle handle, Event.AnsweredThere event) {
    Address address = now(handle, event.address());
    Optional<ConversationId> open = ConversationRows.open(handle, address);
    if (open.isEmpty() && MessageRows.known(handle, address.channel(), event.externalId())) {
      return Noted.NOTHING;
    }
    var waiting = new Waiting(ledger.manner().queue(), ledger.now());
    String language = ledger.manner().language();
    Opened found =
        open.isPresent()
            ? new Opened(ledger.changing(handle, open.get()), false)
            : ledger.begin(handle, address, language, waiting);
    Conversation before = found.conversation();
    if (!MessageRows.answeredThere(handle, ledger.nextId(), before, event)) {
      return Noted.NOTHING;
    }
    Conversation after =
        switch (before.state()) {
          case WithBot _ -> before.in(waiting).asking(Asking.NOTHING);
          case Waiting _, WithClerk _, Snoozed _, Closed _ -> before;
        };
    ledger.update(handle, before, after);
    return Noted.of(before, after);
  }

  /// When the citizen wrote from the new address before we heard of it, that conversation goes on
  /// with the old one's matter.
  private Noted moved(Handle handle, Event.Moved event) {
    if (event.from().equals(event.to()) || !EventRows.moved(handle, event.from(), event.to())) {
      return Noted.NOTHING;
    }
    var changes = new ArrayList<Change>();
    Optional<ConversationId> old = ConversationRows.open(handle, event.from());
    Optional<ConversationId> fresh = ConversationRows.open(handle, event.to());
    old.ifPresent(id -> changes.add(same(ledger.changing(handle, id))));
    if (old.isPresent() && fresh.isPresent()) {
      Conversation from = changes.getFirst().before();
      Conversation to = ledger.changing(handle, fresh.get());
      changes.add(new Change(to, continuing.takeOver(handle, from, to)));
    }
    EventRows.rename(handle, event.from(), event.to());
    return new Noted(Set.of(event.from(), event.to()), changes);
  }

  private static Change same(Conversation conversation) {
    return new Change(conversation, conversation);
  }

  /// Nothing changed but what the console shows of it.
  private Noted touched(Handle handle, Address address) {
    return ConversationRows.newest(handle, now(handle, address))
        .map(newest -> new Noted(Set.of(), List.of(same(newest))))
        .orElse(Noted.NOTHING);
  }
}
