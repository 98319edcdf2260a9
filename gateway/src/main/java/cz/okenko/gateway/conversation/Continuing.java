package cz.okenko.gateway.conversation;

import cz.okenko.gateway.conversation.Continued.Words;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Lets a matter go on in another conversation, inside the writer's transaction: by a one-time
/// code, or because an address moved.
final class Continuing {
  static final int MOST_TRIES = 5;

  /// Of all addresses together, for whoever makes new ones to guess.
  static final int MOST_OF_ALL = 200;

  static final Duration TRIES_COUNT = Duration.ofHours(1);

  private static final int LONGEST_CHAIN = 20;

  private final Ledger ledger;

  Continuing(Ledger ledger) {
    this.ledger = ledger;
  }

  /// The code in a message, if it holds one: its matter goes on in the message's conversation.
  Continued byCode(Handle handle, Turn turn, Words words) {
    Optional<Code> code = Code.in(turn.text());
    boolean meant = Code.resembles(turn.text());
    if (code.isEmpty()) {
      return meant ? new Continued.Invalid() : new Continued.NoCode();
    }
    Instant now = ledger.now();
    var address = turn.conversation().address();
    if (CodeRows.tries(handle, address, now.minus(TRIES_COUNT)) >= MOST_TRIES
        || CodeRows.tries(handle, now.minus(TRIES_COUNT)) >= MOST_OF_ALL) {
      return meant ? new Continued.TooMany() : new Continued.NoCode();
    }
    Optional<ConversationId> found = CodeRows.find(handle, code.get().hash(), now);
    if (found.isEmpty()) {
      CodeRows.tried(handle, address, now, now.minus(TRIES_COUNT));
      return meant ? new Continued.Invalid() : new Continued.NoCode();
    }
    ConversationId from = newestOf(handle, found.get());
    Conversation here = ledger.changing(handle, turn.conversation().id());
    return goOn(handle, new Crossing(code.get(), from, here, turn), words);
  }

  /// The matter of a citizen who leaves goes on at an address they named themselves, if a person has it or is
  /// to have it. Nothing that was said before goes there.
  Continued leave(Handle handle, ConversationId id, Conversation.Reached to, Words words) {
    Conversation from = ledger.changing(handle, id);
    if (from.state() instanceof WithBot || from.state() instanceof Closed) {
      return new Continued.Busy();
    }
    Conversation fresh =
        ledger
            .begin(handle, to.address(), from.language(), new WithBot(ledger.now()))
            .conversation();
    Conversation taken = takeOver(handle, from, fresh);
    Conversation now = taken.reachedAt(to.contact());
    ConversationRows.update(handle, taken, now);
    Consents.answerByMail(handle, ledger.nextId(), now.id(), ledger.now());
    ledger.say(handle, from, words.left().apply(now));
    ledger.say(handle, now, words.taken().apply(now));
    return new Continued.Here(from, now);
  }

  private record Crossing(Code code, ConversationId from, Conversation here, Turn turn) {}

  private Continued goOn(Handle handle, Crossing crossing, Words words) {
    Conversation here = crossing.here;
    if (crossing.from.equals(here.id())) {
      return new Continued.AlreadyHere();
    }
    if (!(here.state() instanceof WithBot)) {
      return new Continued.Busy();
    }
    if (!MessageRows.handled(handle, here.id(), crossing.turn.message())) {
      return new Continued.NoCode();
    }
    CodeRows.used(handle, crossing.code.hash(), ledger.now());
    Conversation from = ledger.changing(handle, crossing.from);
    Conversation now = takeOver(handle, from, here);
    ledger.say(handle, from, words.left().apply(from));
    ledger.say(handle, now, words.taken().apply(now));
    return new Continued.Here(from, now);
  }

  /// A matter that went on before goes on from where it is.
  static ConversationId newestOf(Handle handle, ConversationId id) {
    ConversationId newest = id;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<ConversationId> next = ConversationRows.continuedBy(handle, newest);
      if (next.isEmpty()) {
        return newest;
      }
      newest = next.get();
    }
    return newest;
  }

  /// The first of those that one goes on with.
  static ConversationId oldestOf(Handle handle, ConversationId id) {
    ConversationId oldest = id;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<ConversationId> before = ConversationRows.continued(handle, oldest);
      if (before.isEmpty()) {
        return oldest;
      }
      oldest = before.get();
    }
    return oldest;
  }

  /// After the commit.
  void remember(Continued continued) {
    if (continued instanceof Continued.Here(Conversation from, Conversation now)) {
      Set.of(from.address(), now.address()).forEach(ledger.recent()::forget);
    }
  }

  /// `to` takes over how `from` stands: who holds it, since when it waits, what it is about, what
  /// was filed, how the citizen is reached; and the messages that wait for an answer. `from` is
  /// closed, `to` says which it continues. A matter that was closed goes on with the bot.
  ///
  /// @return `to` as it stands then
  Conversation takeOver(Handle handle, Conversation from, Conversation to) {
    ConversationState state =
        from.state() instanceof Closed ? new WithBot(ledger.now()) : from.state();
    Conversation spoken =
        from.tongue().heard() && !to.tongue().heard() ? to.heard(from.language()) : to;
    Conversation after =
        spoken
            .in(state)
            .about(from.topic())
            .asking(from.asking())
            .reachedAt(from.contact())
            .flagged(from.flag())
            .filed(from.filed());
    ledger.update(handle, from, closed(from));
    ledger.update(handle, to, after);
    ConversationRows.continues(handle, to.id(), from.id());
    MessageRows.pass(handle, from.id(), to.id());
    ledger.receipt(handle, after);
    return after;
  }

  /// `from` as it stands after [#takeOver], but for the moment.
  Conversation closed(Conversation from) {
    return from.in(
        switch (from.state()) {
          case WithBot _ -> new Closed(new QueueId(""), ledger.now());
          case Waiting waiting -> new Closed(waiting.queue(), ledger.now());
          case WithClerk held -> new Closed(held.queue(), ledger.now());
          case Snoozed held -> new Closed(held.queue(), ledger.now());
          case Closed closed -> closed;
        });
  }
}
