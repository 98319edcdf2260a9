package cz.okenko.gateway.conversation;

import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.hook.Dispatches;
import cz.okenko.gateway.hook.Happened;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What other programs are told of conversations, inside the writer's transaction: ids and codes alone.
final class Telling {
  private final Dispatches dispatches;

  Telling(Dispatches dispatches) {
    this.dispatches = dispatches;
  }

  /// A conversation was opened.
  void opened(Handle handle, Conversation now) {
    switch (now.state()) {
      case Waiting _ -> put(handle, Happened.CONVERSATION_WAITING, data(now));
      case WithBot _, WithClerk _, Snoozed _, Closed _ -> {}
    }
  }

  /// A conversation stands differently. Whoever put it off and takes it up again had it all the time.
  void changed(Handle handle, Conversation before, Conversation now) {
    if (now.state().equals(before.state())) {
      return;
    }
    boolean held = before.state() instanceof WithClerk || before.state() instanceof Snoozed;
    switch (now.state()) {
      case WithBot _, Snoozed _ -> {}
      case Waiting _ -> put(handle, Happened.CONVERSATION_WAITING, data(now));
      case WithClerk clerk -> {
        if (!held) {
          Map<String, Object> data = data(now);
          data.put("clerk", clerk.clerk().value());
          put(handle, Happened.CONVERSATION_CLAIMED, data);
        }
      }
      case Closed closed -> {
        if (!(before.state() instanceof Closed)) {
          Map<String, Object> data = data(now);
          if (closed.outcome().reason() != Outcome.Reason.UNTOLD) {
            data.put("reason", closed.outcome().reason().code());
          }
          put(handle, Happened.CONVERSATION_CLOSED, data);
        }
      }
    }
  }

  /// A clerk said something.
  void answered(Handle handle, Conversation now, long message) {
    Map<String, Object> data = data(now);
    if (now.state() instanceof WithClerk clerk) {
      data.put("clerk", clerk.clerk().value());
    }
    data.put("message", message);
    put(handle, Happened.CONVERSATION_ANSWERED, data);
  }

  void rated(Handle handle, Conversation now) {
    Map<String, Object> data = data(now);
    data.put("score", now.rating());
    put(handle, Happened.CONVERSATION_RATED, data);
  }

  /// The citizen waits longer than promised.
  void overdue(Handle handle, Conversation now) {
    Map<String, Object> data = data(now);
    data.put("since", now.state().since().toString());
    put(handle, Happened.CONVERSATION_OVERDUE, data);
  }

  private void put(Handle handle, Happened happened, Map<String, Object> data) {
    dispatches.put(handle, happened, data);
  }

  /// The agenda is left out where none has it.
  private static Map<String, Object> data(Conversation now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("conversation", now.id().value());
    data.put("channel", now.address().channel());
    String agenda = agenda(now.state());
    if (!agenda.isEmpty()) {
      data.put("agenda", agenda);
    }
    return data;
  }

  private static String agenda(ConversationState state) {
    return switch (state) {
      case WithBot _ -> "";
      case Waiting waiting -> waiting.queue().value();
      case WithClerk held -> held.queue().value();
      case Snoozed held -> held.queue().value();
      case Closed closed -> closed.queue().value();
    };
  }
}
