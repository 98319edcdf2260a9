package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.Step;
import java.util.Map;

/// What requests of the console name.
final class ConsoleRequest {
  private static final int LONGEST_CODE = 32;
  private static final int LONGEST_SLUG = 100;

  private ConsoleRequest() {}

  /// The conversation of that id; whatever names none is a [Problem] of status 404.
  static Conversation existing(Conversations conversations, String id) {
    return conversations.find(id(id)).orElseThrow(() -> Problem.notFound().asException());
  }

  /// How a conversation ended; whatever is left out was not told.
  static Outcome outcome(Json.Body body) {
    Outcome.Reason reason =
        Outcome.Reason.of(body.textOrEmpty("reason", LONGEST_CODE))
            .orElseThrow(
                () ->
                    Problem.badRequest(
                            "\"reason\" is answered, passed-on, spam, citizen-left or other.")
                        .asException());
    Outcome.Base base =
        Outcome.Base.of(body.textOrEmpty("inBase", LONGEST_CODE))
            .orElseThrow(() -> Problem.badRequest("\"inBase\" is yes or no.").asException());
    String article = body.textOrEmpty("article", LONGEST_SLUG);
    if (!article.matches("[a-z0-9-]*") || (!article.isEmpty() && base != Outcome.Base.YES)) {
      throw Problem.badRequest("\"article\" is the slug of an article the answer was in.")
          .asException();
    }
    return new Outcome(reason, base, article);
  }

  static ConversationId id(String text) {
    if (!text.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return new ConversationId(Long.parseLong(text));
  }

  /// The step that was made, or a conflict that says with whom the conversation is.
  static Step.Go won(Step step) {
    return switch (step) {
      case Step.Go go -> go;
      case Step.Stay(Conversation now) -> throw lost(now).asException();
    };
  }

  private static Problem lost(Conversation now) {
    return switch (now.state()) {
      case WithClerk held -> heldBy(held.name());
      case Snoozed held -> heldBy(held.name());
      case Closed _ -> new Problem(409, "The conversation is closed.", "It cannot be changed.");
      case WithBot _, Waiting _ ->
          new Problem(409, "You do not have this conversation.", "Claim it first.");
    };
  }

  private static Problem heldBy(String name) {
    return new Problem(
        409,
        "Somebody else has this conversation.",
        name + " took it over.",
        Map.of("clerk", Map.of("name", name)));
  }
}
