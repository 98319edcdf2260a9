package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tokens of other programs; to be registered under `/api/console`.
public final class IntegrationsApi implements HttpService {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_DAYS = 730;

  private final Integrations integrations;
  private final ConsoleGuard guard;

  public IntegrationsApi(Access access, ConsoleGuard guard) {
    this.integrations = access.integrations();
    this.guard = guard;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/integrations", this::all)
        .post("/integrations", this::add)
        .delete("/integrations/{id}", this::revoke);
  }

  private void all(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.MANAGE_INTEGRATIONS);
    List<Map<String, Object>> all =
        integrations.all().stream().map(IntegrationsApi::json).toList();
    Json.send(response, Map.of("integrations", all));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    Json.Body body = Json.body(request);
    String name = body.text("name", 1, LONGEST_NAME).strip();
    if (name.isEmpty()) {
      throw Problem.badRequest("\"name\" is empty.").asException();
    }
    Duration good = Duration.ofDays(body.number("days", 1, MOST_DAYS));
    Integrations.Added added = integrations.add(admin, name, rights(body), good);
    Map<String, Object> answer = json(added.integration());
    answer.put("token", added.token());
    response.status(Status.CREATED_201);
    Json.send(response, answer);
  }

  private void revoke(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_INTEGRATIONS);
    String id = request.path().pathParameters().get("id");
    if (!id.matches("\\d{1,16}") || !integrations.revoke(admin, Long.parseLong(id))) {
      throw Problem.notFound().asException();
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private static Set<Right> rights(Json.Body body) {
    var rights = new LinkedHashSet<Right>();
    for (String code : body.texts("rights", Right.values().length)) {
      rights.add(
          Right.of(code)
              .filter(Right::forIntegrations)
              .orElseThrow(
                  () ->
                      Problem.badRequest("\"rights\" may not hold \"" + code + "\".")
                          .asException()));
    }
    if (rights.isEmpty()) {
      throw Problem.badRequest("\"rights\" is empty.").asException();
    }
    return rights;
  }

  private static Map<String, Object> json(Integration integration) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", integration.id());
    body.put("name", integration.name());
    body.put("rights", integration.rights().stream().map(Right::code).sorted().toList());
    body.put("created", integration.created().toString());
    body.put("expires", integration.expires().toString());
    integration.use().day().ifPresent(day -> body.put("lastUsed", day.toString()));
    body.put("revoked", integration.use().revoked());
    return body;
  }
}
