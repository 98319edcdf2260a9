package cz.okenko.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A sign-in service on loopback that speaks OpenID Connect and says in its ID token what a test wants.
final class FakeSignInService implements AutoCloseable {
  static final String CLIENT = "okenko";
  static final String SECRET = "tajemství, které je dost dlouhé na podpis";

  private final HttpServer server;
  private final RSAKey key = newKey();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Function<FakeSignInService, JWT> token = fake -> fake.signed(fake.claims().build());

  FakeSignInService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/keys", exchange -> send(exchange, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  URI issuer() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /// What it says from now on.
  void says(Function<FakeSignInService, JWT> token) {
    this.token = token;
  }

  /// Bodies of requests for a token.
  List<String> asked() {
    return asked;
  }

  /// As they should be, for a nonce that is `n`.
  JWTClaimsSet.Builder claims() {
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    return new JWTClaimsSet.Builder()
        .issuer(issuer().toString())
        .subject("abc")
        .audience(CLIENT)
        .claim("nonce", "n".repeat(20))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)));
  }

  JWT signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  /// By a key that is not the service's.
  JWT forged(JWTClaimsSet claims) {
    return signed(claims, newKey());
  }

  JWT plain(JWTClaimsSet claims) {
    return new PlainJWT(claims);
  }

  /// By the client's own secret, as somebody could who learnt it.
  JWT bySecret(JWTClaimsSet claims) {
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(SECRET));
      return jwt;
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private JWT signed(JWTClaimsSet claims, RSAKey by) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var jwt = new SignedJWT(header, claims);
      jwt.sign(new RSASSASigner(by));
      return jwt;
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private void describe(HttpExchange exchange) {
    String at = issuer().toString();
    send(
        exchange,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","subject_types_supported":["public"],
         "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(at));
  }

  private void token(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    send(
        exchange,
        """
        {"access_token":"a","token_type":"Bearer","expires_in":60,"id_token":"%s"}
        """
            .formatted(token.apply(this).serialize()));
  }

  private static void send(HttpExchange exchange, String body) {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("k").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
