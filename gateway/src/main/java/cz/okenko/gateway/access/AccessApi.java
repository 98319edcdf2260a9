package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.directory.Office;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in and out; to be registered under `/api/console`.
public final class AccessApi implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(AccessApi.class);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODE = 40;
  private static final String LOGO = "/brand/logo.svg";

  private final Access access;
  private final ConsoleGuard guard;
  private final Office office;
  private final Outside outside;

  public AccessApi(Access access, ConsoleGuard guard, Office office, Outside outside) {
    this.access = access;
    this.guard = guard;
    this.office = office;
    this.outside = outside;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/session", this::session)
        .post("/session", this::signIn)
        .delete("/session", this::signOut);
  }

  /// A clerk on the wire.
  record ClerkJson(
      long id,
      String signIn,
      String name,
      String role,
      List<String> agendas,
      boolean active,
      boolean secondFactor) {
    static ClerkJson of(Clerk clerk, boolean secondFactor) {
      return new ClerkJson(
          clerk.id().value(),
          clerk.signIn(),
          clerk.name(),
          clerk.role().code(),
          clerk.agendas(),
          clerk.active(),
          secondFactor);
    }
  }

  record OfficeJson(String name, String logo) {}

  record SelfJson(
      long id, String signIn, String name, String role, List<String> agendas, boolean active) {}

  /// @param rights what the clerk may do
  /// @param secondFactor off, on or owed; elsewhere when the office's own accounts look after it
  record SessionJson(
      SelfJson clerk, OfficeJson office, List<String> rights, String secondFactor) {}

  private void session(ServerRequest request, ServerResponse response) {
    Json.send(response, session(guard.own(request)));
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    guard.refuseForeign(request);
    Json.Body body = Json.body(request);
    var words =
        new SignIn.Words(
            body.text("name", 1, LONGEST_NAME),
            body.text("password", 1, Passwords.LONGEST),
            body.textOrEmpty("code", LONGEST_CODE).strip());
    switch (access.signIn().attempt(words, outside.address().apply(request))) {
      case SignIn.Result.SignedIn in -> {
        ConsoleGuard.token(request).ifPresent(access.sessions()::end);
        LOG.info("clerk {} signed in", in.clerk().id().value());
        response.headers().addCookie(cookie(in.token()).build());
        Json.send(response, session(access.sessions().find(in.token()).orElseThrow()));
      }
      case SignIn.Result.Refused _ ->
          throw Problem.unauthorised("The name or the password is wrong.").asException();
      case SignIn.Result.CodeMissing _ -> throw code("The code is missing.", "missing");
      case SignIn.Result.CodeWrong _ -> throw code("The code is wrong.", "wrong");
      case SignIn.Result.Wait wait -> throw Problem.tooMany(wait.length()).asException();
    }
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    guard.refuseForeign(request);
    Optional<Session> session = ConsoleGuard.token(request).flatMap(access.sessions()::find);
    ConsoleGuard.token(request).ifPresent(access.sessions()::end);
    response.headers().addCookie(cookie("").expires(Instant.EPOCH).build());
    Optional<OidcService> service = outside.service();
    if (service.isPresent() && session.filter(Session::outside).isPresent()) {
      Json.send(response, Map.of("goOn", farewell(service.get())));
    } else {
      response.status(Status.NO_CONTENT_204).send();
    }
  }

  /// Where the browser signs out of the office's account as well.
  private String farewell(OidcService service) {
    try {
      return service.farewell(outside.home()).toString();
    } catch (IOException e) {
      LOG.warn("the sign-in service does not answer; nobody was signed out there", e);
      return outside.home().toString();
    }
  }

  private static RuntimeException code(String detail, String what) {
    return new Problem(401, "Who are you?", detail, Map.of("code", what)).asException();
  }

  private SessionJson session(Session session) {
    Clerk clerk = session.clerk();
    return new SessionJson(
        new SelfJson(
            clerk.id().value(),
            clerk.signIn(),
            clerk.name(),
            clerk.role().code(),
            clerk.agendas(),
            clerk.active()),
        new OfficeJson(office.name(), LOGO),
        Right.of(clerk.role()).stream().map(Right::code).toList(),
        secondFactor(session));
  }

  private String secondFactor(Session session) {
    if (session.outside()) {
      return "elsewhere";
    }
    if (access.secondFactors().on(session.clerk())) {
      return "on";
    }
    return access.secondFactors().required(session.clerk()) ? "owed" : "off";
  }

  /// The prefix `__Host-` makes the browser refuse the cookie unless it is secure and of this host.
  static SetCookie.Builder cookie(String token) {
    return SetCookie.builder(ConsoleGuard.COOKIE, token)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite(SetCookie.SameSite.LAX);
  }
}
