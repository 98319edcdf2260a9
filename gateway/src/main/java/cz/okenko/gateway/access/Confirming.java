package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/// Asks clerks for their password once more before they do what nobody at an unlocked screen may. Who
/// came in with the office's own account must have come in a moment ago.
public final class Confirming {
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Access access;
  private final InstantSource clock;
  private final Function<ServerRequest, String> address;

  /// `address` tells where a request comes from.
  public Confirming(
      Access access, InstantSource clock, Function<ServerRequest, String> address) {
    this.access = access;
    this.clock = clock;
    this.address = address;
  }

  /// Returns when the body's `yourPassword` is the clerk's own; else it is a [Problem].
  void ask(ServerRequest request, Session session, Json.Body body) {
    if (session.outside()) {
      askToComeInAgain(session);
      return;
    }
    String password = body.textOrEmpty("yourPassword", Passwords.LONGEST);
    switch (access.signIn().confirm(session.clerk(), password, address.apply(request))) {
      case SignIn.Confirmation.Right _ -> {}
      case SignIn.Confirmation.Wrong _ ->
          throw refused("Your own password is wrong.", "password");
      case SignIn.Confirmation.Wait(Duration length) ->
          throw Problem.tooMany(length).asException();
    }
  }

  private void askToComeInAgain(Session session) {
    if (session.opened().plus(FRESH).isBefore(clock.instant())) {
      throw refused("Sign in anew first.", "sign-in");
    }
  }

  private static RuntimeException refused(String detail, String confirm) {
    return new Problem(403, "This has to be confirmed.", detail, Map.of("confirm", confirm))
        .asException();
  }
}
