package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.store.StoreException;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores a citizen's message and its answer in one transaction where nothing stands before the
/// message: the answer is thought of first, on the thread that brought the message, and no transaction
/// is open meanwhile. Whatever hinders it, the message is stored alone and the [Dialogue] answers it.
/// Safe for any thread.
public final class PromptInbox implements Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(PromptInbox.class);

  private final Conversations conversations;
  private final Dialogue dialogue;

  public PromptInbox(Conversations conversations, Dialogue dialogue) {
    this.conversations = conversations;
    this.dialogue = dialogue;
  }

  @Override
  public Receipt accept(InboundMessage message) {
    return conversations
        .foresee(message)
        .flatMap(turn -> dialogue.decide(turn).map(decide -> together(message, turn, decide)))
        .orElseGet(() -> conversations.accept(message));
  }

  /// A decision that fails in the transaction takes the message down with it; it is stored alone then.
  private Receipt together(
      InboundMessage message, Turn turn, Function<Conversation, Step> decide) {
    try {
      return conversations.accept(message, turn, decide);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.warn(
          "conversation {}: the answer cannot be stored with its message",
          turn.conversation().id(), e);
      return conversations.accept(message);
    }
  }

  @Override
  public void note(Event event) {
    conversations.note(event);
  }

  @Override
  public List<Choice> offered(long message) {
    return conversations.offered(message);
  }
}
