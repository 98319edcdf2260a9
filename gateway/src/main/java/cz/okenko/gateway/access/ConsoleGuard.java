package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Problem;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Stands before every route of the console: who asks, may they, and does the request come from our
/// own page? Whoever may not pass gets a [Problem], and who was known and may not is in the audit.
public final class ConsoleGuard {
  static final String COOKIE = "__Host-okenko";

  private static final String BEARER = "bearer ";
  private static final HeaderName CONSOLE = HeaderNames.create("X-Okenko-Console");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final Access access;
  private final Presence presence;
  private final URI publicUrl;

  /// `publicUrl` is the origin the console is reached at through the proxy.
  public ConsoleGuard(Access access, Presence presence, URI publicUrl) {
    this.access = access;
    this.presence = presence;
    this.publicUrl = publicUrl;
  }

  /// The clerk who looks at conversations; 401 for anybody else.
  public Clerk reading(ServerRequest request) {
    return reading(request, Right.SEE_CONVERSATIONS);
  }

  /// The clerk who answers citizens, from a page of ours; so the clerk is here.
  public Clerk changing(ServerRequest request) {
    return changing(request, Right.ANSWER_CITIZENS);
  }

  /// The clerk who reads; 401 for a stranger, 403 for who has not the right and for programs.
  public Clerk reading(ServerRequest request, Right right) {
    return switch (asking(request, right)) {
      case Clerk clerk -> clerk;
      case Integration _ -> throw Problem.forbidden("Only a person may do this.").asException();
    };
  }

  /// Like [#reading], for who changes something.
  public Clerk changing(ServerRequest request, Right right) {
    refuseForeign(request);
    Clerk clerk = reading(request, right);
    presence.seen(clerk.id());
    return clerk;
  }

  /// The clerk, or the integration that shows its token, who reads.
  public Caller asking(ServerRequest request, Right right) {
    Optional<String> bearer = bearer(request);
    return allowed(
        bearer.isPresent() ? integration(bearer.get()) : session(request, right).clerk(), right);
  }

  /// Like [#asking], for who changes something. No other website can make a browser send a token, so a
  /// program need not come from a page of ours.
  public Caller noting(ServerRequest request, Right right) {
    if (bearer(request).isPresent()) {
      refuseNoJson(request);
      return asking(request, right);
    }
    return changing(request, right);
  }

  /// The session of the clerk who does something about their own account.
  Session own(ServerRequest request) {
    return session(request, Right.OWN_ACCOUNT);
  }

  /// Another website can make a browser send a form with our cookie, but neither JSON nor a header
  /// of its own, and not without saying where the request comes from.
  void refuseForeign(ServerRequest request) {
    refuseNoJson(request);
    boolean fromConsole = header(request, CONSOLE).filter("1"::equals).isPresent();
    boolean sameSite = header(request, FETCH_SITE).map("same-origin"::equals).orElse(true);
    boolean sameOrigin =
        header(request, HeaderNames.ORIGIN).map(origin -> isOurs(request, origin)).orElse(true);
    if (!fromConsole || !sameSite || !sameOrigin) {
      throw Problem.forbidden("Only the console itself may do this.").asException();
    }
  }

  static Optional<String> token(ServerRequest request) {
    return request.headers().cookies().first(COOKIE).asOptional();
  }

  private Session session(ServerRequest request, Right right) {
    Session session =
        token(request)
            .flatMap(access.sessions()::find)
            .orElseThrow(() -> Problem.unauthorised("Sign in first.").asException());
    boolean owes = !session.outside() && access.secondFactors().owed(session.clerk());
    if (owes && right != Right.OWN_ACCOUNT) {
      throw new Problem(
              403,
              "A second factor is missing.",
              "Your role must set one up first.",
              Map.of("secondFactor", "owed"))
          .asException();
    }
    return session;
  }

  private Integration integration(String token) {
    return access
        .integrations()
        .byToken(token)
        .orElseThrow(() -> Problem.unauthorised("The token is not good (any more).").asException());
  }

  private Caller allowed(Caller caller, Right right) {
    if (!caller.may(right)) {
      access.audit().saw(caller, Deed.REFUSED, Subject.right(right));
      throw Problem.forbidden("Your role may not do this.").asException();
    }
    return caller;
  }

  private static Optional<String> bearer(ServerRequest request) {
    return header(request, HeaderNames.AUTHORIZATION)
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private static void refuseNoJson(ServerRequest request) {
    boolean json =
        request
            .headers()
            .contentType()
            .map(type -> type.mediaType().text().toLowerCase(Locale.ROOT))
            .filter("application/json"::equals)
            .isPresent();
    if (!json) {
      throw new Problem(415, "The body must be JSON.", "Send Content-Type: application/json.")
          .asException();
    }
  }

  private boolean isOurs(ServerRequest request, String origin) {
    String host = header(request, HeaderNames.HOST).orElse(request.authority());
    return origin.equalsIgnoreCase(publicUrl.toString())
        || origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host);
  }

  private static Optional<String> header(ServerRequest request, HeaderName name) {
    return request.headers().first(name);
  }
}
