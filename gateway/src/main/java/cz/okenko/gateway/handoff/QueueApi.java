package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.handoff.ConsoleRows.Item;
import cz.okenko.gateway.handoff.QueueRows.Counts;
import cz.okenko.gateway.handoff.QueueRows.Entry;
import cz.okenko.gateway.handoff.QueueRows.Place;
import cz.okenko.gateway.handoff.QueueRows.View;
import cz.okenko.gateway.handoff.QueueRows.Wanted;
import cz.okenko.gateway.handoff.ViewRows.Saved;
import cz.okenko.gateway.store.Store;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The lists of conversations over HTTP, and the filters a clerk keeps under a name. To be registered
/// under `/api/console`.
public final class QueueApi implements HttpService {
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_CODE = 64;

  private final Store store;
  private final ConsoleGuard guard;
  private final Office office;
  private final ConsoleJson json;
  private final Audit audit;

  public QueueApi(ConsoleApi.Parts parts, Office office, ConsoleJson json) {
    this.store = parts.store();
    this.guard = parts.guard();
    this.office = office;
    this.json = json;
    this.audit = parts.audit();
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/queue", this::queue)
        .get("/views", this::views)
        .put("/views", this::keep)
        .delete("/views", this::drop);
  }

  private void queue(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    Wanted wanted =
        wanted(
            new Asked(
                parameter(request, "view"),
                parameter(request, "agenda"),
                parameter(request, "channel"),
                parameter(request, "language"),
                flag(request, "unread"),
                flag(request, "overdue")));
    Place place = place(parameter(request, "after"));
    boolean first = wanted.view() == View.WAITING && place.equals(Place.START);
    var body = new LinkedHashMap<String, Object>();
    store.read(
        handle -> {
          List<Entry> endangered =
              first ? QueueRows.endangered(handle, clerk.id()) : List.of();
          put(body, endangered, QueueRows.page(handle, wanted, clerk.id(), place));
          Map<String, Integer> waiting = QueueRows.waitingByAgenda(handle);
          body.put("counts", counts(waiting, QueueRows.counts(handle, clerk.id())));
          body.put("agendas", agendas(waiting));
          return body;
        });
    Json.send(response, body);
  }

  private void put(Map<String, Object> body, List<Entry> endangered, List<Entry> entries) {
    body.put(
        "items", Stream.concat(endangered.stream(), entries.stream()).map(json::entry).toList());
    if (entries.size() == QueueRows.PAGE) {
      body.put("next", place(entries.getLast().item()));
    }
  }

  private static Map<String, Object> counts(Map<String, Integer> waiting, Counts counts) {
    return Map.of(
        "waiting", waiting.values().stream().mapToInt(Integer::intValue).sum(),
        "mine", counts.mine(),
        "replied", counts.replied(),
        "snoozed", counts.snoozed(),
        "overdue", counts.overdue());
  }

  private List<Map<String, Object>> agendas(Map<String, Integer> waiting) {
    return office.agendas().stream()
        .map(
            agenda ->
                Map.<String, Object>of(
                    "id", agenda.id(),
                    "name", agenda.name(),
                    "waiting", waiting.getOrDefault(agenda.id(), 0)))
        .toList();
  }

  private void views(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    sendViews(response, clerk);
  }

  private void keep(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    Json.Body body = Json.body(request);
    Wanted wanted =
        wanted(
            new Asked(
                body.textOrEmpty("view", LONGEST_CODE),
                body.textOrEmpty("agenda", LONGEST_CODE),
                body.textOrEmpty("channel", LONGEST_CODE),
                body.textOrEmpty("language", LONGEST_CODE),
                body.flag("unread"),
                body.flag("overdue")));
    var saved = new Saved(name(body), wanted);
    boolean kept =
        store.write(
            handle -> {
              boolean put = ViewRows.put(handle, clerk.id(), saved);
              if (put) {
                audit.write(handle, clerk, Deed.KEPT_VIEW, Subject.VIEW);
              }
              return put;
            });
    if (!kept) {
      throw new Problem(
              409, "You keep as many views as you may.", "Delete one of the " + ViewRows.MOST + ".")
          .asException();
    }
    sendViews(response, clerk);
  }

  private void drop(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    String name = name(Json.body(request));
    int gone =
        store.write(
            handle -> {
              int dropped = ViewRows.drop(handle, clerk.id(), name);
              if (dropped > 0) {
                audit.write(handle, clerk, Deed.DROPPED_VIEW, Subject.VIEW);
              }
              return dropped;
            });
    if (gone == 0) {
      throw Problem.notFound().asException();
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private void sendViews(ServerResponse response, Clerk clerk) {
    List<Map<String, Object>> views =
        store.read(handle -> ViewRows.of(handle, clerk.id())).stream().map(QueueApi::view).toList();
    Json.send(response, Map.of("views", views));
  }

  private static Map<String, Object> view(Saved saved) {
    Wanted wanted = saved.wanted();
    return Map.of(
        "name", saved.name(),
        "view", wanted.view().code(),
        "agenda", wanted.agenda(),
        "channel", wanted.channel(),
        "language", wanted.language(),
        "unread", wanted.unread(),
        "overdue", wanted.overdue());
  }

  private static String name(Json.Body body) {
    String name = body.text("name", 1, LONGEST_NAME).strip();
    if (name.isEmpty()) {
      throw Problem.badRequest("\"name\" is empty.").asException();
    }
    return name;
  }

  /// A list as it was asked for.
  private record Asked(
      String view,
      String agenda,
      String channel,
      String language,
      boolean unread,
      boolean overdue) {}

  private Wanted wanted(Asked asked) {
    View view =
        View.of(asked.view.isEmpty() ? View.WAITING.code() : asked.view)
            .orElseThrow(
                () ->
                    Problem.badRequest("\"view\" is waiting, mine, replied, snoozed or all.")
                        .asException());
    if (!asked.agenda.isEmpty() && office.agenda(asked.agenda).isEmpty()) {
      throw Problem.badRequest("\"agenda\" is not an agenda of the office.").asException();
    }
    if (!(asked.channel + asked.language).matches("[a-z-]{0,64}")) {
      throw Problem.badRequest("\"channel\" and \"language\" are lower-case words.").asException();
    }
    if (view == View.ALL && (asked.unread || asked.overdue)) {
      throw Problem.badRequest("Only open conversations are unread or overdue.").asException();
    }
    return new Wanted(
        view, asked.agenda, asked.channel, asked.language, asked.unread, asked.overdue);
  }

  private static String parameter(ServerRequest request, String name) {
    return request.query().first(name).orElse("");
  }

  private static boolean flag(ServerRequest request, String name) {
    return switch (parameter(request, name)) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw Problem.badRequest("\"" + name + "\" is true or false.").asException();
    };
  }

  private static Place place(String text) {
    if (text.isEmpty()) {
      return Place.START;
    }
    if (!text.matches("\\d{1,16}-\\d{1,16}")) {
      throw Problem.badRequest("\"after\" is not a place we gave.").asException();
    }
    int dash = text.indexOf('-');
    return new Place(
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
        Long.parseLong(text.substring(dash + 1)));
  }

  private static String place(Item item) {
    return item.since().toEpochMilli() + "-" + item.id();
  }
}
