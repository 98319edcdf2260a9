package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.AccessApi.ClerkJson;
import cz.okenko.gateway.access.Clerks.Addition;
import cz.okenko.gateway.access.Clerks.Change;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Role;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who may sign in, and as what; to be registered under `/api/console`.
public final class ClerksApi implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(ClerksApi.class);
  private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_AGENDAS = 200;

  private final Access access;
  private final ConsoleGuard guard;
  private final Office office;
  private final Confirming confirming;

  public ClerksApi(Access access, ConsoleGuard guard, Office office, Confirming confirming) {
    this.access = access;
    this.guard = guard;
    this.office = office;
    this.confirming = confirming;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/clerks", this::clerks)
        .post("/clerks", this::add)
        .put("/clerks/{id}", this::change)
        .post("/clerks/{id}/password", this::setPassword)
        .delete("/clerks/{id}/second-factor", this::resetSecondFactor);
  }

  record ClerksJson(List<ClerkJson> clerks) {}

  private void clerks(ServerRequest request, ServerResponse response) {
    guard.reading(request, Right.MANAGE_PEOPLE);
    List<ClerkJson> clerks = access.clerks().all().stream().map(this::json).toList();
    Json.send(response, new ClerksJson(clerks));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_PEOPLE);
    Json.Body body = Json.body(request);
    String password = body.text("password", Passwords.SHORTEST, Passwords.LONGEST);
    Clerks.Wanted wanted = wanted(body);
    confirm(request, wanted.role(), body);
    switch (access.clerks().add(admin, wanted, password)) {
      case Addition.Added added -> {
        LOG.info("clerk {} added clerk {}", admin.id().value(), added.clerk().id().value());
        response.status(Status.CREATED_201);
        Json.send(response, json(added.clerk()));
      }
      case Addition.Taken _ ->
          throw new Problem(409, "The sign-in name is taken.", "Choose another one.")
              .asException();
    }
  }

  private void change(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_PEOPLE);
    Clerk before = existing(request);
    Json.Body body = Json.body(request);
    Clerk wanted =
        new Clerk(
            before.id(),
            before.signIn(),
            body.text("name", 1, LONGEST_NAME),
            role(body),
            agendas(body),
            body.flag("active"));
    confirming.ask(request, guard.own(request), body);
    switch (access.clerks().change(admin, wanted)) {
      case Change.Changed(Clerk clerk) -> {
        LOG.info("clerk {} changed clerk {}", admin.id().value(), clerk.id().value());
        Json.send(response, json(clerk));
      }
      case Change.Unknown _ -> throw Problem.notFound().asException();
      case Change.LastAdmin _ ->
          throw new Problem(409, "This is the last admin.", "Make somebody else an admin first.")
              .asException();
    }
  }

  private void setPassword(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_PEOPLE);
    Clerk clerk = existing(request);
    Json.Body body = Json.body(request);
    String password = body.text("password", Passwords.SHORTEST, Passwords.LONGEST);
    confirm(request, clerk.role(), body);
    if (!access.clerks().setPassword(admin, clerk.id(), password)) {
      throw Problem.notFound().asException();
    }
    LOG.info("clerk {} set the password of clerk {}", admin.id().value(), clerk.id().value());
    response.status(Status.NO_CONTENT_204).send();
  }

  private void resetSecondFactor(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.changing(request, Right.MANAGE_PEOPLE);
    Clerk clerk = existing(request);
    confirm(request, clerk.role(), Json.body(request));
    access.secondFactors().reset(admin, clerk.id());
    response.status(Status.NO_CONTENT_204).send();
  }

  /// What makes somebody able to change all the others is confirmed.
  private void confirm(ServerRequest request, Role role, Json.Body body) {
    if (Right.of(role).contains(Right.MANAGE_PEOPLE)) {
      confirming.ask(request, guard.own(request), body);
    }
  }

  private ClerkJson json(Clerk clerk) {
    return ClerkJson.of(clerk, access.secondFactors().on(clerk));
  }

  private Clerk existing(ServerRequest request) {
    String id = request.path().pathParameters().get("id");
    if (!id.matches("\\d{1,16}")) {
      throw Problem.notFound().asException();
    }
    return access
        .clerks()
        .clerk(new ClerkId(Long.parseLong(id)))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private Clerks.Wanted wanted(Json.Body body) {
    String signIn = body.text("signIn", 1, LONGEST_NAME);
    if (!SIGN_IN.matcher(signIn).matches()) {
      throw Problem.badRequest(
              "\"signIn\" may hold lower-case letters, digits, dots and dashes only.")
          .asException();
    }
    return new Clerks.Wanted(
        signIn, body.text("name", 1, LONGEST_NAME), role(body), agendas(body));
  }

  private static Role role(Json.Body body) {
    return Role.of(body.text("role", 1, LONGEST_NAME))
        .orElseThrow(
            () ->
                Problem.badRequest("\"role\" must be clerk, editor, supervisor or admin.")
                    .asException());
  }

  private List<String> agendas(Json.Body body) {
    List<String> agendas = body.texts("agendas", MOST_AGENDAS);
    List<String> known = office.agendas().stream().map(Agenda::id).toList();
    if (!known.containsAll(agendas)) {
      throw Problem.badRequest("\"agendas\" must be agendas of the office.").asException();
    }
    return agendas;
  }
}
