package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.GapRows.Gap;
import cz.okenko.gateway.store.Store;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How a clerk sorts the desk over HTTP: putting off, marking as read, the same for many at once, and
/// which answers were missing. To be registered under `/api/console`.
public final class SortingApi implements HttpService {
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
  private static final int MOST = 100;
  private static final int LONGEST_CODE = 64;

  private final Store store;
  private final Conversations conversations;
  private final Counter counter;
  private final ConsoleGuard guard;
  private final Office office;
  private final ConsoleJson json;
  private final InstantSource clock;

  public SortingApi(ConsoleApi.Parts parts, Office office, ConsoleJson json, InstantSource clock) {
    this.store = parts.store();
    this.conversations = parts.conversations();
    this.counter = parts.counter();
    this.guard = parts.guard();
    this.office = office;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/conversations/{id}/snooze", this::snooze)
        .post("/conversations/{id}/read", this::read)
        .post("/bulk", this::bulk)
        .get("/gaps", this::gaps);
  }

  private void snooze(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Instant until = until(Json.body(request));
    ConversationId id = existing(request);
    Step step = counter.snooze(id, clerk, until);
    if (step instanceof Step.Stay(Conversation now)) {
      throw new Problem(409, "You do not have this conversation.", why(now)).asException();
    }
    Json.send(
        response, json.item(store.read(handle -> ConsoleRows.one(handle, id)).orElseThrow()));
  }

  private void read(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    ConversationId id = existing(request);
    store.write(handle -> ReadingRows.read(handle, id, clerk.id()));
    response.status(Status.NO_CONTENT_204).send();
  }

  /// Each conversation by itself: what cannot be done to one hinders none of the others.
  private void bulk(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    List<String> ids = body.texts("conversations", MOST);
    if (ids.isEmpty() || !ids.stream().allMatch(id -> id.matches("\\d{1,16}"))) {
      throw Problem.badRequest("\"conversations\" are 1 to " + MOST + " ids.").asException();
    }
    Function<ConversationId, Step> act = act(clerk, body);
    List<Map<String, Object>> results =
        ids.stream().distinct().map(id -> result(id, act)).toList();
    Json.send(response, Map.of("results", results));
  }

  private Function<ConversationId, Step> act(Clerk clerk, Json.Body body) {
    String action = body.text("action", 1, LONGEST_CODE);
    return switch (action) {
      case "close" -> {
        Outcome outcome = ConsoleRequest.outcome(body);
        yield id -> counter.sortOut(id, clerk, outcome);
      }
      case "snooze" -> {
        Instant until = until(body);
        yield id -> counter.snooze(id, clerk, until);
      }
      case "move" -> {
        QueueId queue = queue(body.text("agenda", 1, LONGEST_CODE));
        yield id -> counter.redirect(id, clerk, queue);
      }
      case "read" -> id -> markRead(id, clerk);
      default ->
          throw Problem.badRequest("\"action\" is close, snooze, move or read.").asException();
    };
  }

  private Step markRead(ConversationId id, Clerk clerk) {
    store.write(handle -> ReadingRows.read(handle, id, clerk.id()));
    return new Step.Go(conversations.find(id).orElseThrow());
  }

  private Map<String, Object> result(String text, Function<ConversationId, Step> act) {
    var id = new ConversationId(Long.parseLong(text));
    var result = new LinkedHashMap<String, Object>();
    result.put("conversation", text);
    Optional<String> refusal =
        conversations.find(id).isEmpty()
            ? Optional.of("missing")
            : switch (act.apply(id)) {
              case Step.Go _ -> Optional.empty();
              case Step.Stay(Conversation now) -> Optional.of(why(now));
            };
    result.put("done", refusal.isEmpty());
    refusal.ifPresent(why -> result.put("why", why));
    return result;
  }

  /// Why nothing was done to a conversation, in a word.
  private static String why(Conversation now) {
    return switch (now.state()) {
      case WithClerk _, Snoozed _ -> "taken";
      case Closed _ -> "closed";
      case WithBot _, Waiting _ -> "not-yours";
    };
  }

  private void gaps(ServerRequest request, ServerResponse response) {
    guard.reading(request);
    String after = request.query().first("after").orElse("");
    if (!after.matches("\\d{0,16}")) {
      throw Problem.badRequest("\"after\" is not a place we gave.").asException();
    }
    long below = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
    List<Gap> gaps = store.read(handle -> GapRows.page(handle, below));
    var body = new LinkedHashMap<String, Object>();
    body.put("gaps", gaps.stream().map(json::gap).toList());
    if (gaps.size() == GapRows.PAGE) {
      body.put("next", Long.toString(gaps.getLast().conversation()));
    }
    Json.send(response, body);
  }

  private Instant until(Json.Body body) {
    Instant now = clock.instant();
    Instant until = instant(body.text("until", 1, LONGEST_CODE));
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
      throw Problem.badRequest("\"until\" is a moment within a year from now.").asException();
    }
    return until;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("\"until\" is a moment such as 2026-11-23T08:00:00Z.").asException();
    }
  }

  private QueueId queue(String agenda) {
    if (office.agenda(agenda).isEmpty()) {
      throw Problem.badRequest("\"agenda\" is not an agenda of the office.").asException();
    }
    return new QueueId(agenda);
  }

  private ConversationId existing(ServerRequest request) {
    return ConsoleRequest.existing(conversations, request.path().pathParameters().get("id")).id();
  }
}
