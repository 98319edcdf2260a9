package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;

/// What requests of the console name.
final class ConsoleRequest {
  private ConsoleRequest() {}

  /// The conversation of that id; whatever names none is a [Problem] of status 404.
  static Conversation existing(Conversations conversations, String id) {
    return conversations.find(id(id)).orElseThrow(() -> Problem.notFound().asException());
  }

  static ConversationId id(String text) {
    if (!text.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return new ConversationId(Long.parseLong(text));
  }
}
