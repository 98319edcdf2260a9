package cz.okenko.gateway.citizen;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Joined;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Joining two conversations of one citizen; to be registered under `/api/console`.
public final class JoinApi implements HttpService {
  private static final int LONGEST_ID = 16;

  private final Conversations conversations;
  private final ConsoleGuard guard;
  private final SamePerson person;

  public JoinApi(Conversations conversations, ConsoleGuard guard, SamePerson person) {
    this.conversations = conversations;
    this.guard = guard;
    this.person = person;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/conversations/{id}/join", this::join);
  }

  /// Answers with the one that goes on, also when they were joined before.
  private void join(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    String with = Json.body(request).text("with", 1, LONGEST_ID);
    ConversationId one = existing(request.path().pathParameters().get("id"));
    Conversation now =
        switch (person.join(one, existing(with), clerk)) {
          case Joined.Here here -> here.now();
          case Joined.Before before -> before.now();
          case Joined.Busy _ ->
              throw conflict("Somebody else has one of the conversations.", "Ask them first.");
          case Joined.Idle _ ->
              throw conflict("There is nothing to join.", "Both must be open, and one with a person.");
          case Joined.Unproven _ ->
              throw conflict(
                  "Nothing proves that both are one citizen's.",
                  "Only a code of the citizen's own ties conversations.");
        };
    Json.send(response, Map.of("conversation", now.id().toString()));
  }

  private static RuntimeException conflict(String title, String detail) {
    return new Problem(409, title, detail).asException();
  }

  private ConversationId existing(String id) {
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return conversations
        .find(new ConversationId(Long.parseLong(id)))
        .orElseThrow(() -> Problem.notFound().asException())
        .id();
  }
}
