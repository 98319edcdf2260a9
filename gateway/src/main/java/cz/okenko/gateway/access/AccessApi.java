package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerks.Addition;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Role;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in and out, and the admin's list of clerks; to be registered under `/api/console`.
public final class AccessApi implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(AccessApi.class);
  private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_AGENDAS = 200;
  private static final String LOGO = "/brand/logo.svg";

  private final Access access;
  private final ConsoleGuard guard;
  private final Office office;
  private final Function<ServerRequest, String> address;

  /// `address` tells where a request comes from, which behind a proxy is not the other end.
  public AccessApi(
      Access access,
      ConsoleGuard guard,
      Office office,
      Function<ServerRequest, String> address) {
    this.access = access;
    this.guard = guard;
    this.office = office;
    this.address = address;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/session", this::session)
        .post("/session", this::signIn)
        .delete("/session", this::signOut)
        .get("/clerks", this::clerks)
        .post("/clerks", this::add)
        .post("/clerks/{id}/password", this::setPassword);
  }

  record ClerkJson(
      long id, String signIn, String name, String role, List<String> agendas, boolean active) {
    static ClerkJson of(Clerk clerk) {
      return new ClerkJson(
          clerk.id().value(),
          clerk.signIn(),
          clerk.name(),
          clerk.role().code(),
          clerk.agendas(),
          clerk.active());
    }
  }

  record OfficeJson(String name, String logo) {}

  record SessionJson(ClerkJson clerk, OfficeJson office) {}

  record ClerksJson(List<ClerkJson> clerks) {}

  private void session(ServerRequest request, ServerResponse response) {
    Json.send(response, session(guard.reading(request)));
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    guard.refuseForeign(request);
    Json.Body body = Json.body(request);
    String name = body.text("name", 1, LONGEST_NAME);
    String password = body.text("password", 1, Passwords.LONGEST);
    switch (access.signIn().attempt(name, password, address.apply(request))) {
      case SignIn.Result.SignedIn in -> {
        ConsoleGuard.token(request).ifPresent(access.sessions()::end);
        LOG.info("clerk {} signed in", in.clerk().id().value());
        response.headers().addCookie(cookie(in.token()).build());
        Json.send(response, session(in.clerk()));
      }
      case SignIn.Result.Refused refused ->
          throw Problem.unauthorised("The name or the password is wrong.").asException();
      case SignIn.Result.Wait wait -> throw Problem.tooMany(wait.length()).asException();
    }
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    guard.refuseForeign(request);
    ConsoleGuard.token(request).ifPresent(access.sessions()::end);
    response.headers().addCookie(cookie("").expires(Instant.EPOCH).build());
    response.status(Status.NO_CONTENT_204).send();
  }

  private void clerks(ServerRequest request, ServerResponse response) {
    guard.adminReading(request);
    Json.send(
        response, new ClerksJson(access.clerks().all().stream().map(ClerkJson::of).toList()));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.adminChanging(request);
    Json.Body body = Json.body(request);
    String password = body.text("password", Passwords.SHORTEST, Passwords.LONGEST);
    switch (access.clerks().add(wanted(body), password)) {
      case Addition.Added added -> {
        LOG.info("clerk {} added clerk {}", admin.id().value(), added.clerk().id().value());
        response.status(Status.CREATED_201);
        Json.send(response, ClerkJson.of(added.clerk()));
      }
      case Addition.Taken taken ->
          throw new Problem(409, "The sign-in name is taken.", "Choose another one.")
              .asException();
    }
  }

  private void setPassword(ServerRequest request, ServerResponse response) {
    Clerk admin = guard.adminChanging(request);
    ClerkId id = id(request.path().pathParameters().get("id"));
    String password =
        Json.body(request).text("password", Passwords.SHORTEST, Passwords.LONGEST);
    if (!access.clerks().setPassword(id, password)) {
      throw Problem.notFound().asException();
    }
    LOG.info("clerk {} set the password of clerk {}", admin.id().value(), id.value());
    response.status(Status.NO_CONTENT_204).send();
  }

  private Clerks.Wanted wanted(Json.Body body) {
    String signIn = body.text("signIn", 1, LONGEST_NAME);
    if (!SIGN_IN.matcher(signIn).matches()) {
      throw Problem.badRequest(
              "\"signIn\" may hold lower-case letters, digits, dots and dashes only.")
          .asException();
    }
    String role = body.text("role", 1, LONGEST_NAME);
    return new Clerks.Wanted(
        signIn,
        body.text("name", 1, LONGEST_NAME),
        Role.of(role)
            .orElseThrow(
                () ->
                    Problem.badRequest("\"role\" must be clerk, editor or admin.").asException()),
        agendas(body));
  }

  private List<String> agendas(Json.Body body) {
    List<String> agendas = body.texts("agendas", MOST_AGENDAS);
    List<String> known = office.agendas().stream().map(Agenda::id).toList();
    if (!known.containsAll(agendas)) {
      throw Problem.badRequest("\"agendas\" must be agendas of the office.").asException();
    }
    return agendas;
  }

  private SessionJson session(Clerk clerk) {
    return new SessionJson(ClerkJson.of(clerk), new OfficeJson(office.name(), LOGO));
  }

  private static ClerkId id(String text) {
    try {
      return new ClerkId(Long.parseLong(text));
    } catch (NumberFormatException notAnId) {
      throw Problem.notFound().asException();
    }
  }

  /// The prefix `__Host-` makes the browser refuse the cookie unless it is secure and of this host.
  private static SetCookie.Builder cookie(String token) {
    return SetCookie.builder(ConsoleGuard.COOKIE, token)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite(SetCookie.SameSite.LAX);
  }
}
