package cz.okenko.gateway.hook;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.hook.Addresses.Fault;
import cz.okenko.gateway.hook.Answer.Trouble;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Hooks, for admins; to be registered under `/api/console`.
public final class HooksApi implements HttpService {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_URL = 500;

  private final Hooks hooks;
  private final ConsoleGuard guard;
  private final InstantSource clock;

  public HooksApi(Hooks hooks, ConsoleGuard guard, InstantSource clock) {
    this.hooks = hooks;
    this.guard = guard;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/hooks", this::all)
        .post("/hooks", this::add)
        .put("/hooks/{id}", this::change)
        .delete("/hooks/{id}", this::remove)
        .post("/hooks/{id}/secret", this::roll)
        .post("/hooks/{id}/test", this::test)
        .get("/hooks/{id}/dispatches", this::told)
        .post("/hooks/{id}/dispatches/{dispatch}", this::again);
  }

  private void all(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.MANAGE_INTEGRATIONS);
    Json.send(response, Map.of("hooks", hooks.all().stream().map(this::json).toList()));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    Hook added =
        hooks
            .add(admin, wish(Json.body(request)))
            .orElseThrow(
                () ->
                    new Problem(
                            409,
                            "There are too many hooks.",
                            "There may be " + Hooks.MOST + "; take one away first.")
                        .asException());
    response.status(Status.CREATED_201);
    Json.send(response, withSecret(added));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    long id = existing(request).id();
    Hooks.Wish wish = wish(Json.body(request));
    Hook changed =
        hooks.change(admin, id, wish).orElseThrow(() -> Problem.notFound().asException());
    Json.send(response, json(changed));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    done(hooks.remove(admin, id(request, "id")), response);
  }

  private void roll(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    Hook rolled =
        hooks
            .roll(admin, id(request, "id"))
            .orElseThrow(() -> Problem.notFound().asException());
    Json.send(response, withSecret(rolled));
  }

  private void test(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    if (!hooks.test(admin, existing(request).id())) {
      throw new Problem(409, "The hook is switched off.", "Switch it on first.").asException();
    }
    response.status(Status.ACCEPTED_202).send();
  }

  private void told(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.MANAGE_INTEGRATIONS);
    List<Map<String, Object>> told =
        hooks.told(existing(request).id()).stream().map(HooksApi::json).toList();
    Json.send(response, Map.of("dispatches", told));
  }

  private void again(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    done(hooks.again(admin, id(request, "id"), id(request, "dispatch")), response);
  }

  private static void done(boolean done, ServerResponse response) {
    if (!done) {
      throw Problem.notFound().asException();
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private Hook existing(ServerRequest request) {
    return hooks.find(id(request, "id")).orElseThrow(() -> Problem.notFound().asException());
  }

  private static long id(ServerRequest request, String name) {
    String id = request.path().pathParameters().get(name);
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return Long.parseLong(id);
  }

  private Hooks.Wish wish(Json.Body body) {
    String name = body.text("name", 1, LONGEST_NAME).strip();
    if (name.isEmpty()) {
      throw Problem.badRequest("\"name\" is empty.").asException();
    }
    String url = body.text("url", 1, LONGEST_URL).strip();
    Set<Happened> wanted = wanted(body);
    boolean on = body.flag("on");
    Fault fault = hooks.addresses().fault(url);
    if (fault != Fault.NONE) {
      throw refused(fault).asException();
    }
    return new Hooks.Wish(name, URI.create(url), wanted, on);
  }

  private static Problem refused(Fault fault) {
    String words =
        switch (fault) {
          case NONE -> "";
          case NO_ADDRESS ->
              "\"url\" is no address of the web, such as https://spisovka.example/okenko.";
          case NOT_SECURE -> "\"url\" must begin with https://.";
          case INTERNAL ->
              "\"url\" leads into the office's own network; hooks.internal-addresses in the"
                  + " settings allows that.";
          case UNKNOWN_NAME -> "\"url\" leads to a name nobody knows.";
        };
    return new Problem(400, "The request is not right.", words, Map.of("url", code(fault)));
  }

  private static String code(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<Happened> wanted(Json.Body body) {
    var wanted = EnumSet.noneOf(Happened.class);
    for (String code : body.texts("events", Happened.values().length)) {
      wanted.add(
          Happened.of(code)
              .filter(Happened::canBeWanted)
              .orElseThrow(
                  () ->
                      Problem.badRequest("\"events\" may not hold \"" + code + "\".")
                          .asException()));
    }
    if (wanted.isEmpty()) {
      throw Problem.badRequest("\"events\" is empty.").asException();
    }
    return wanted;
  }

  private Map<String, Object> withSecret(Hook hook) {
    Map<String, Object> body = json(hook);
    body.put("secret", hook.secrets().now());
    return body;
  }

  private Map<String, Object> json(Hook hook) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", hook.id());
    body.put("name", hook.name());
    body.put("url", hook.url().toString());
    body.put("events", hook.wanted().stream().sorted().map(Happened::code).toList());
    body.put("state", hook.state().code());
    body.put("created", hook.created().toString());
    if (hook.secrets().overlapping(clock.instant())) {
      body.put("oldSecretUntil", hook.secrets().beforeUntil().toString());
    }
    return body;
  }

  private static Map<String, Object> json(Dispatch dispatch) {
    Dispatch.Progress progress = dispatch.progress();
    var body = new LinkedHashMap<String, Object>();
    body.put("id", dispatch.id());
    body.put("event", dispatch.happened());
    body.put("at", dispatch.at().toString());
    body.put("state", progress.state().code());
    body.put("attempts", progress.attempts());
    if (progress.state() == Dispatch.State.WAITING) {
      body.put("due", progress.due().toString());
    }
    if (!progress.last().at().equals(Instant.EPOCH)) {
      body.put("triedAt", progress.last().at().toString());
    }
    if (progress.last().trouble() != Trouble.NONE) {
      body.put("trouble", progress.last().trouble().code());
    }
    if (progress.last().status() > 0) {
      body.put("status", progress.last().status());
    }
    return body;
  }
}
