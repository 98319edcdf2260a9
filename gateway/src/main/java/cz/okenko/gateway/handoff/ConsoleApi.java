package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.EventStream;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.connectors.http.ProblemException;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Caller;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
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
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.handoff.ConsoleRows.Item;
import cz.okenko.gateway.handoff.ConsoleRows.Line;
import cz.okenko.gateway.store.Store;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The console over HTTP, for signed-in clerks; to be registered under `/api/console`.
public final class ConsoleApi implements HttpService {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int LONGEST_KEY = 64;

  /// Of a reply or a note, in characters (UTF-16 units).
  private static final int LONGEST_TEXT = 4_000;

  private final Store store;
  private final Conversations conversations;
  private final Counter counter;
  private final ConsoleFeed feed;
  private final ConsoleGuard guard;
  private final Audit audit;
  private final ConsoleJson json;

  /// What the console stands on.
  public record Parts(
      Store store,
      Conversations conversations,
      Counter counter,
      ConsoleFeed feed,
      ConsoleGuard guard,
      Audit audit) {}

  public ConsoleApi(Parts parts, ConsoleJson json) {
    this.store = parts.store;
    this.conversations = parts.conversations;
    this.counter = parts.counter;
    this.feed = parts.feed;
    this.guard = parts.guard;
    this.audit = parts.audit;
    this.json = json;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/events", this::events)
        .get("/conversations/{id}", this::conversation)
        .post("/conversations/{id}/claim", this::claim)
        .post("/conversations/{id}/reply", this::reply)
        .post("/conversations/{id}/approve", this::approve)
        .post("/conversations/{id}/note", this::note)
        .post("/conversations/{id}/close", this::close)
        .post("/conversations/{id}/give-back", this::giveBack);
  }

  private void conversation(ServerRequest request, ServerResponse response) {
    Caller caller = guard.asking(request, Right.SEE_CONVERSATIONS);
    Conversation now =
        ConsoleRequest.existing(conversations, request.path().pathParameters().get("id"));
    ConversationId id = now.id();
    audit.saw(caller, Deed.OPENED, Subject.conversation(id.value()));
    var body = new LinkedHashMap<String, Object>();
    store.read(
        handle -> {
          Item item =
              ConsoleRows.one(handle, id).orElseThrow(() -> Problem.notFound().asException());
          body.put("conversation", json.item(item));
          body.put("reachable", ConsoleRows.reachable(handle, id));
          List<Line> lines = ConsoleRows.lines(handle, id);
          body.put("lines", lines.stream().map(json::line).toList());
          body.put("limits", json.limits(item.channel(), lines));
          body.putAll(Circumstances.of(handle, now, conversations.blocks()));
          body.put("history", ConsoleRows.history(handle, id).stream().map(json::past).toList());
          return body;
        });
    Json.send(response, body);
  }

  private void claim(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    sendItem(response, ConsoleRequest.won(counter.claim(existing(request), clerk)).conversation().id());
  }

  /// Files go along as they are named, out of the clerk's own draft. Said again under the same id they are
  /// not looked for again.
  private void reply(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    String key = body.text("clientId", 1, LONGEST_KEY);
    ConversationId id = existing(request);
    List<Long> files = EnclosuresApi.named(body);
    try {
      String original = body.textOrEmpty("original", LONGEST_TEXT).strip();
      ConsoleRequest.won(counter.reply(id, clerk, new Counter.Reply(text(body), key, files, original)));
    } catch (Utterance.FilesGone e) {
      throw EnclosuresApi.gone().asException();
    }
    store.write(handle -> DraftRows.said(handle, id, clerk.id(), "reply"));
    accepted(response, key);
  }

  /// Says it, and forgets the draft it was.
  private void approve(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    String key = body.text("clientId", 1, LONGEST_KEY);
    ConversationId id = existing(request);
    ConsoleRequest.won(counter.approve(id, clerk, text(body), key));
    store.write(handle -> DraftRows.said(handle, id, clerk.id(), "reply"));
    accepted(response, key);
  }

  private void note(ServerRequest request, ServerResponse response) {
    Caller writer = guard.noting(request, Right.WRITE_NOTES);
    Json.Body body = Json.body(request);
    String key = body.text("clientId", 1, LONGEST_KEY);
    ConversationId id = existing(request);
    ConsoleRequest.won(counter.note(id, writer, text(body), key));
    if (writer instanceof Clerk clerk) {
      store.write(handle -> DraftRows.said(handle, id, clerk.id(), "note"));
    }
    accepted(response, key);
  }

  private void close(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Outcome outcome = ConsoleRequest.outcome(Json.bodyOrEmpty(request));
    Step step = counter.close(existing(request), clerk, outcome);
    sendItem(response, ConsoleRequest.won(step).conversation().id());
  }

  private void giveBack(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    sendItem(response, ConsoleRequest.won(counter.giveBack(existing(request), clerk)).conversation().id());
  }

  private void events(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    String lastId = request.headers().value(HeaderNames.create("Last-Event-ID")).orElse("");
    long last = lastId.matches("\\d{1,16}") ? Long.parseLong(lastId) : feed.newest();
    try (var out = new EventStream(response)) {
      while (feed.open()) {
        ConsoleFeed.News news = feed.after(last, HEARTBEAT);
        guard.reading(request);
        last = send(out, news, last, supervises(clerk));
      }
    } catch (ProblemException e) {
      // the session is over; the console signs in anew
    } catch (IOException | UncheckedIOException e) {
      // the console is gone; it comes back with the number of the last change it saw
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long send(EventStream out, ConsoleFeed.News news, long last, boolean supervises)
      throws IOException {
    switch (news) {
      case ConsoleFeed.News.TooMuch(long number) -> {
        out.event(number, "reload", Json.write(Map.of()));
        out.flush();
        return number;
      }
      case ConsoleFeed.News.Changes(List<ConsoleFeed.Change> changes) -> {
        for (ConsoleFeed.Change change : changes) {
          String type = change.overdue() && supervises ? "overdue" : "change";
          out.event(change.number(), type, Json.write(change(change)));
        }
        out.heartbeat();
        return changes.isEmpty() ? last : changes.getLast().number();
      }
    }
  }

  private Map<String, Object> change(ConsoleFeed.Change change) {
    String state = conversations.find(change.conversation()).map(ConsoleApi::state).orElse("");
    return Map.of(
        "conversation", change.conversation().toString(), "state", state, "seq", change.number());
  }

  /// Who is told when a promise was not kept.
  private static boolean supervises(Clerk clerk) {
    return clerk.role() != Role.CLERK && clerk.role() != Role.EDITOR;
  }

  private static String state(Conversation conversation) {
    return switch (conversation.state()) {
      case WithBot _ -> "with-bot";
      case Waiting _ -> "waiting";
      case WithClerk _, Snoozed _ -> "with-clerk";
      case Closed _ -> "closed";
    };
  }

  private static String text(Json.Body body) {
    String text = body.text("text", 1, LONGEST_TEXT);
    if (text.isBlank()) {
      throw Problem.badRequest("\"text\" is empty.").asException();
    }
    return text;
  }

  private ConversationId existing(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    return ConsoleRequest.existing(conversations, id).id();
  }

  private void sendItem(ServerResponse response, ConversationId id) {
    Item item = store.read(handle -> ConsoleRows.one(handle, id)).orElseThrow();
    Json.send(response, json.item(item));
  }

  private static void accepted(ServerResponse response, String key) {
    response.status(Status.ACCEPTED_202);
    Json.send(response, Map.of("id", key));
  }
}
