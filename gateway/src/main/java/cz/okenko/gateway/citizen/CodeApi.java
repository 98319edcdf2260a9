package cz.okenko.gateway.citizen;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversations;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Finds the matter of a code that a citizen quotes at the counter; to be registered under
/// `/api/console`. The code comes in a body, because addresses are written down on the way.
public final class CodeApi implements HttpService {
  private static final int LONGEST = 40;

  private final Conversations conversations;
  private final ConsoleGuard guard;

  public CodeApi(Conversations conversations, ConsoleGuard guard) {
    this.conversations = conversations;
    this.guard = guard;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/code", this::find);
  }

  private void find(ServerRequest request, ServerResponse response) {
    guard.changing(request, Right.SEE_CONVERSATIONS);
    Conversation found =
        conversations
            .byCode(Json.body(request).text("code", 1, LONGEST))
            .orElseThrow(
                () ->
                    new Problem(
                            404,
                            "No matter has this code.",
                            "Check it for slips; a code is good for thirty days.")
                        .asException());
    Json.send(response, Map.of("conversation", found.id().toString()));
  }
}
