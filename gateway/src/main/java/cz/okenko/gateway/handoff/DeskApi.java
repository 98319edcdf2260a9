package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.handoff.DraftRows.Draft;
import cz.okenko.gateway.handoff.Onlookers.Onlooker;
import cz.okenko.gateway.store.Store;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A clerk's own desk over HTTP: that they are here, who else looks, and what they began to write. To
/// be registered under `/api/console`.
public final class DeskApi implements HttpService {
  private static final int LONGEST_TAB = 64;

  /// Of a draft, in characters (UTF-16 units): more than may be sent, so that shortening is not forced
  /// on who only wants to keep it.
  private static final int LONGEST_DRAFT = 20_000;

  private static final Set<String> KINDS = Set.of("reply", "note");

  private final Store store;
  private final Conversations conversations;
  private final ConsoleFeed feed;
  private final ConsoleGuard guard;
  private final InstantSource clock;
  private final Onlookers onlookers;

  public DeskApi(ConsoleApi.Parts parts, InstantSource clock) {
    this.store = parts.store();
    this.conversations = parts.conversations();
    this.feed = parts.feed();
    this.guard = parts.guard();
    this.clock = clock;
    this.onlookers = new Onlookers(clock);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/presence", this::presence)
        .get("/conversations/{id}/desk", this::desk)
        .put("/conversations/{id}/draft", this::draft);
  }

  /// A request that changes something tells the guard that the clerk is here.
  private void presence(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    String tab = body.text("tab", 1, LONGEST_TAB);
    String shown = body.textOrEmpty("conversation", 16);
    boolean writing = body.flag("writing");
    Set<ConversationId> changed =
        shown.isEmpty()
            ? onlookers.leave(clerk, tab)
            : onlookers.look(clerk, tab, ConsoleRequest.existing(conversations, shown).id(), writing);
    changed.forEach(id -> conversations.find(id).ifPresent(feed::changed));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void desk(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    ConversationId id = conversation(request).id();
    var drafts = new LinkedHashMap<String, Object>();
    for (Draft draft : store.read(handle -> DraftRows.of(handle, id, clerk.id()))) {
      drafts.put(draft.kind(), Map.of("text", draft.text(), "at", draft.at().toString()));
    }
    List<Map<String, Object>> present =
        onlookers.at(id, clerk.id()).stream().map(DeskApi::onlooker).toList();
    Json.send(response, Map.of("present", present, "drafts", drafts));
  }

  private static Map<String, Object> onlooker(Onlooker onlooker) {
    return Map.of("name", onlooker.name(), "writing", onlooker.writing());
  }

  private void draft(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    String kind = body.text("kind", 1, 10);
    if (!KINDS.contains(kind)) {
      throw Problem.badRequest("\"kind\" is reply or note.").asException();
    }
    ConversationId id = conversation(request).id();
    var draft = new Draft(kind, body.textOrEmpty("text", LONGEST_DRAFT), clock.instant());
    store.write(handle -> DraftRows.put(handle, id, clerk.id(), draft));
    response.status(Status.NO_CONTENT_204).send();
  }

  private Conversation conversation(ServerRequest request) {
    return ConsoleRequest.existing(conversations, request.path().pathParameters().get("id"));
  }
}
