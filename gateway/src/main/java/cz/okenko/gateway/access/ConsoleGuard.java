package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.directory.Role;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Stands before every route of the console: who asks, and does the request come from our own page?
/// Whoever may not pass gets a [Problem].
public final class ConsoleGuard {
  static final String COOKIE = "__Host-okenko";

  private static final HeaderName CONSOLE = HeaderNames.create("X-Okenko-Console");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final Sessions sessions;
  private final Presence presence;
  private final URI publicUrl;

  /// `publicUrl` is the origin the console is reached at through the proxy.
  public ConsoleGuard(Sessions sessions, Presence presence, URI publicUrl) {
    this.sessions = sessions;
    this.presence = presence;
    this.publicUrl = publicUrl;
  }

  /// The clerk who reads; 401 for anybody else.
  public Clerk reading(ServerRequest request) {
    return token(request)
        .flatMap(sessions::clerk)
        .orElseThrow(() -> Problem.unauthorised("Sign in first.").asException());
  }

  /// The clerk who changes something, from a page of ours; so the clerk is here.
  public Clerk changing(ServerRequest request) {
    refuseForeign(request);
    Clerk clerk = reading(request);
    presence.seen(clerk.id());
    return clerk;
  }

  /// Like [#reading], for admins alone.
  public Clerk adminReading(ServerRequest request) {
    return admin(reading(request));
  }

  /// Like [#changing], for admins alone.
  public Clerk adminChanging(ServerRequest request) {
    return admin(changing(request));
  }

  /// Another website can make a browser send a form with our cookie, but neither JSON nor a header
  /// of its own, and not without saying where the request comes from.
  void refuseForeign(ServerRequest request) {
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

  private boolean isOurs(ServerRequest request, String origin) {
    String host = header(request, HeaderNames.HOST).orElse(request.authority());
    return origin.equalsIgnoreCase(publicUrl.toString())
        || origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host);
  }

  private static Optional<String> header(ServerRequest request, HeaderName name) {
    return request.headers().first(name);
  }

  private static Clerk admin(Clerk clerk) {
    if (clerk.role() != Role.ADMIN) {
      throw Problem.forbidden("Only an admin may do this.").asException();
    }
    return clerk;
  }
}
