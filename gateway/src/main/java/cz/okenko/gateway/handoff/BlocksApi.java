package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.conversation.Blocks;
import cz.okenko.gateway.conversation.Blocks.Why;
import cz.okenko.gateway.conversation.Conversation;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Blocking senders for a time, and who is blocked; to be registered under `/api/console`.
public final class BlocksApi implements HttpService {
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_CODE = 32;

  /// Longer takes somebody who keeps all blocks.
  private static final int WEEK = 7 * 24;

  private static final int MOST_HOURS = 30 * 24;

  private final ConsoleApi.Parts console;
  private final ConsoleGuard guard;
  private final Blocking blocking;

  public BlocksApi(ConsoleApi.Parts console, Blocking blocking) {
    this.console = console;
    this.guard = console.guard();
    this.blocking = blocking;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/conversations/{id}/block", this::block)
        .get("/blocks", this::blocks)
        .delete("/blocks/{id}", this::lift);
  }

  private void block(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    int hours = body.number("hours", 1, MOST_HOURS);
    if (hours > WEEK) {
      guard.changing(request, Right.KEEP_BLOCKS);
    }
    Blocks.Reason reason =
        Blocks.Reason.of(body.text("reason", 1, LONGEST_CODE))
            .orElseThrow(
                () ->
                    Problem.badRequest("\"reason\" is insults, threats, spam or other.")
                        .asException());
    String note = body.textOrEmpty("note", LONGEST_NOTE).strip();
    if (reason == Blocks.Reason.OTHER && note.isEmpty()) {
      throw Problem.badRequest("\"note\" must say why when the reason is other.").asException();
    }
    Conversation now =
        ConsoleRequest.existing(
            console.conversations(), request.path().pathParameters().get("id"));
    ConsoleRequest.won(blocking.block(now, clerk, new Why(reason, note), Duration.ofHours(hours)));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void blocks(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.KEEP_BLOCKS);
    List<Map<String, Object>> blocks = blocking.all().stream().map(Circumstances::json).toList();
    Json.send(response, Map.of("blocks", blocks));
  }

  private void lift(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    long id = ConsoleRequest.id(request.path().pathParameters().get("id")).value();
    switch (blocking.lift(id, clerk)) {
      case DONE -> response.status(Status.NO_CONTENT_204).send();
      case MISSING -> throw Problem.notFound().asException();
      case NOT_YOURS ->
          throw Problem.forbidden("Only who blocked a sender, or keeps all blocks, may lift it.")
              .asException();
      case OVER ->
          throw new Problem(409, "The block is over.", "Look at the list again.").asException();
    }
  }
}
