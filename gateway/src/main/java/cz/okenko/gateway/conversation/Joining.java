package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Joins two open conversations of one citizen, inside the writer's transaction. The one in which they wrote last
/// goes on; the other is closed and becomes what stood before all that the first continues.
public final class Joining {
  private final Ledger ledger;
  private final Continuing continuing;

  Joining(Ledger ledger, Continuing continuing) {
    this.ledger = ledger;
    this.continuing = continuing;
  }

  /// Which two, by which clerk, and what is said.
  public record Wish(ConversationId one, ConversationId other, ClerkId clerk, Continued.Words words) {}

  Joined join(Handle handle, Wish wish) {
    Conversation one = ledger.changing(handle, wish.one);
    Conversation other = ledger.changing(handle, wish.other);
    if (one.state() instanceof Closed || other.state() instanceof Closed) {
      return joinedBefore(handle, one, other);
    }
    if (elsewhere(one, wish.clerk)) {
      return new Joined.Busy(one);
    }
    if (elsewhere(other, wish.clerk)) {
      return new Joined.Busy(other);
    }
    if (one.state() instanceof WithBot && other.state() instanceof WithBot) {
      return new Joined.Idle();
    }
    boolean first =
        MessageRows.newestOfCitizen(handle, wish.one) > MessageRows.newestOfCitizen(handle, wish.other);
    return first ? join(handle, one, other, wish.words) : join(handle, other, one, wish.words);
  }

  private static Joined joinedBefore(Handle handle, Conversation one, Conversation other) {
    ConversationId end = Continuing.newestOf(handle, one.id());
    boolean same = end.equals(Continuing.newestOf(handle, other.id()));
    return same
        ? new Joined.Before(ConversationRows.find(handle, end).orElseThrow())
        : new Joined.Idle();
  }

  private static boolean elsewhere(Conversation now, ClerkId clerk) {
    return switch (now.state()) {
      case WithClerk held -> !held.clerk().equals(clerk);
      case Snoozed put -> !put.clerk().equals(clerk);
      case WithBot _, Waiting _, Closed _ -> false;
    };
  }

  private Joined join(
      Handle handle, Conversation to, Conversation from, Continued.Words words) {
    Conversation after =
        to.in(state(to.state(), from.state()))
            .about(to.topic().equals(Topic.NONE) ? from.topic() : to.topic())
            .reachedAt(to.contact().isEmpty() ? from.contact() : to.contact())
            .flagged(graver(to.flag(), from.flag()))
            .filed(to.filed().equals(Filed.NOTHING) ? from.filed() : to.filed());
    Conversation closed = continuing.closed(from).asking(Asking.NOTHING);
    ledger.update(handle, from, closed);
    ledger.update(handle, to, after);
    ConversationRows.continues(handle, Continuing.oldestOf(handle, to.id()), from.id());
    MessageRows.pass(handle, from.id(), to.id());
    ledger.receipt(handle, after);
    ledger.say(handle, from, words.left().apply(after));
    ledger.say(handle, after, words.taken().apply(after));
    return new Joined.Here(after, closed);
  }

  /// A person's hold goes before a wait, a wait before the bot; of two waits the older place counts.
  private static ConversationState state(ConversationState one, ConversationState other) {
    return switch (one) {
      case WithClerk held -> held;
      case Snoozed put -> put.back(put.since());
      case Waiting waiting ->
          switch (other) {
            case WithClerk held -> held;
            case Snoozed put -> put.back(put.since());
            case Waiting older -> older.since().isBefore(waiting.since()) ? older : waiting;
            case WithBot _, Closed _ -> waiting;
          };
      case WithBot bot ->
          switch (other) {
            case WithClerk held -> held;
            case Snoozed put -> put.back(put.since());
            case Waiting waiting -> waiting;
            case WithBot _, Closed _ -> bot;
          };
      case Closed closed -> closed;
    };
  }

  private static String graver(String one, String other) {
    return one.isEmpty() || other.equals("emergency") ? other : one;
  }

  /// After the commit.
  void remember(Joined joined) {
    if (joined instanceof Joined.Here(Conversation now, Conversation other)) {
      Set.of(now.address(), other.address())
          .forEach((Address address) -> ledger.recent().forget(address));
    }
  }
}
