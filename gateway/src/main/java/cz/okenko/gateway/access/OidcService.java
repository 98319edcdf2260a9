package cz.okenko.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import cz.okenko.gateway.settings.OutsideAccounts.Oidc;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// The office's sign-in service: authorization code with PKCE, state and nonce. Its discovery document
/// is fetched when somebody first signs in, so the gateway starts without it.
/// Source: OpenID Connect Core 1.0 and Discovery 1.0; RFC 7636.
final class OidcService {
  private static final int TIMEOUT_MS = 10_000;
  private static final int MOST_BYTES = 200_000;

  /// Signed with a key of the service's own; never with none, nor with our secret.
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final Oidc settings;
  private final URI back;
  private final AtomicReference<Door> door = new AtomicReference<>();

  /// `back` is where the service sends people after they signed in.
  OidcService(Oidc settings, URI back) {
    this.settings = settings;
    this.back = back;
  }

  /// What has to be remembered while somebody is away signing in.
  record Away(String nonce, String verifier) {
    static Away begin() {
      return new Away(new Nonce().getValue(), new CodeVerifier().getValue());
    }

    @Override
    public String toString() {
      return "Away[hidden]";
    }
  }

  private record Door(OIDCProviderMetadata service, IDTokenValidator validator) {}

  /// Where to send somebody who wants to sign in.
  ///
  /// @throws IOException when the service does not answer
  URI authorization(String state, Away away) throws IOException {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE),
            new Scope("openid", "profile"),
            new ClientID(settings.clientId()),
            back)
        .endpointURI(door().service.getAuthorizationEndpointURI())
        .state(new State(state))
        .nonce(new Nonce(away.nonce))
        .codeChallenge(new CodeVerifier(away.verifier), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /// What the service says of who came back with a code.
  ///
  /// @throws IOException when the service does not answer, or what it says does not hold
  Map<String, Object> claims(String code, Away away) throws IOException {
    Door service = door();
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(away.verifier));
    var client =
        new ClientSecretBasic(
            new ClientID(settings.clientId()), new Secret(settings.secret()));
    HTTPRequest request =
        new TokenRequest.Builder(service.service.getTokenEndpointURI(), client, grant)
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(TIMEOUT_MS);
    request.setReadTimeout(TIMEOUT_MS);
    request.setFollowRedirects(false);
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(request.send());
      if (!response.indicatesSuccess()) {
        throw new IOException("the sign-in service gives no token");
      }
      IDTokenClaimsSet claims =
          service.validator.validate(
              ((OIDCTokenResponse) response.toSuccessResponse())
                  .getOIDCTokens()
                  .getIDToken(),
              new Nonce(away.nonce));
      return claims.toJSONObject();
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new IOException("what the sign-in service says does not hold", e);
    }
  }

  /// Where somebody who signs out here signs out there too; back here when the service has no such
  /// place.
  URI farewell(URI home) throws IOException {
    URI end = door().service.getEndSessionEndpointURI();
    if (end == null) {
      return home;
    }
    var request =
        new LogoutRequest(
            end, null, null, new ClientID(settings.clientId()), home, null, null);
    return request.toURI();
  }

  private Door door() throws IOException {
    Door known = door.get();
    if (known == null) {
      known = open();
      door.set(known);
    }
    return known;
  }

  private Door open() throws IOException {
    try {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata service =
          OIDCProviderMetadata.resolve(issuer, TIMEOUT_MS, TIMEOUT_MS);
      var keys =
          JWKSourceBuilder.<SecurityContext>create(
                  service.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MOST_BYTES))
              .build();
      var validator =
          new IDTokenValidator(
              issuer,
              new ClientID(settings.clientId()),
              new JWSVerificationKeySelector<>(SIGNED, keys),
              null);
      return new Door(service, validator);
    } catch (GeneralException e) {
      throw new IOException("the sign-in service does not describe itself", e);
    }
  }
}
