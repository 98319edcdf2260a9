package cz.okenko.gateway.access;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.web.QrDrawing;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A clerk's own password and second factor; to be registered under `/api/console`.
public final class AccountApi implements HttpService {
  private static final int LONGEST_CODE = 40;

  private final Access access;
  private final ConsoleGuard guard;
  private final Office office;
  private final Confirming confirming;

  public AccountApi(Access access, ConsoleGuard guard, Office office, Confirming confirming) {
    this.access = access;
    this.guard = guard;
    this.office = office;
    this.confirming = confirming;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/account", this::account)
        .put("/account/password", this::changePassword)
        .post("/account/second-factor", this::begin)
        .put("/account/second-factor", this::confirm)
        .delete("/account/second-factor", this::switchOff);
  }

  /// @param required whether the clerk's role must have a second factor
  record AccountJson(boolean secondFactor, boolean required, int recoveryCodes) {}

  record PictureJson(int side, String path) {}

  /// A secret to be put into an authenticator, as text, address and QR code.
  record SecretJson(String secret, String address, PictureJson picture) {}

  record RecoveryJson(List<String> recoveryCodes) {}

  private void account(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.own(request).clerk();
    SecondFactors factors = access.secondFactors();
    Json.send(
        response,
        new AccountJson(
            factors.on(clerk), factors.required(clerk), factors.recoveryCodesLeft(clerk)));
  }

  private void changePassword(ServerRequest request, ServerResponse response) {
    Session session = changing(request);
    Json.Body body = Json.body(request);
    String password = body.text("password", Passwords.SHORTEST, Passwords.LONGEST);
    confirming.ask(request, session, body);
    access.clerks().setPassword(session.clerk(), session.clerk().id(), password);
    String token = access.sessions().again(session);
    response.headers().addCookie(AccessApi.cookie(token).build());
    response.status(Status.NO_CONTENT_204).send();
  }

  private void begin(ServerRequest request, ServerResponse response) {
    Session session = changing(request);
    confirming.ask(request, session, Json.body(request));
    String secret = access.secondFactors().begin(session.clerk());
    String address = address(session.clerk(), secret);
    QrDrawing drawing = QrDrawing.of(address);
    Json.send(
        response,
        new SecretJson(secret, address, new PictureJson(drawing.side(), drawing.path())));
  }

  private void confirm(ServerRequest request, ServerResponse response) {
    Session session = changing(request);
    String code = Json.body(request).text("code", 1, LONGEST_CODE);
    List<String> codes = access.secondFactors().confirm(session.clerk(), code);
    if (codes.isEmpty()) {
      throw Problem.badRequest("\"code\" is not what the telephone shows now.").asException();
    }
    Json.send(response, new RecoveryJson(codes));
  }

  private void switchOff(ServerRequest request, ServerResponse response) {
    Session session = changing(request);
    confirming.ask(request, session, Json.body(request));
    if (access.secondFactors().required(session.clerk())) {
      throw new Problem(
              409, "Your role must have a second factor.", "Set up another one in its place.")
          .asException();
    }
    access.secondFactors().reset(session.clerk(), session.clerk().id());
    response.status(Status.NO_CONTENT_204).send();
  }

  private Session changing(ServerRequest request) {
    guard.refuseForeign(request);
    return guard.own(request);
  }

  /// Source: "Key Uri Format", google-authenticator wiki, which authenticators follow.
  private String address(Clerk clerk, String secret) {
    String issuer = encoded(office.name());
    return "otpauth://totp/"
        + issuer
        + ":"
        + encoded(clerk.signIn())
        + "?secret="
        + secret
        + "&issuer="
        + issuer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
