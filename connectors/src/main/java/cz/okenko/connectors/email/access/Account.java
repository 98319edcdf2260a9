package cz.okenko.connectors.email.access;

import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.ProblemException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Gives what the servers want to hear as the password: the password, or an access token that is
/// fetched when the one before runs out. Safe for any thread.
public final class Account {
  /// A token is not used in its last minutes, so that it does not end within a session's sign-in.
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// A provider may give a new refresh token with each access token; the old one may stop working.
  private static final String REFRESHED = "refresh-token";

  private final Credentials credentials;
  private final Notebook notebook;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Token token = new Token("", Instant.EPOCH);

  public Account(Credentials credentials, Notebook notebook, InstantSource clock) {
    this.credentials = credentials;
    this.notebook = notebook;
    this.clock = clock;
  }

  private record Token(String value, Instant end) {}

  public String user() {
    return credentials.user();
  }

  /// Whether [#secret] is a token, to be given by XOAUTH2.
  public boolean isToken() {
    return credentials instanceof Credentials.OAuth;
  }

  /// The password, or a token that is good for now.
  ///
  /// @throws NotSignedIn when the token endpoint refuses us
  /// @throws IOException when it cannot be reached
  public String secret() throws IOException {
    return switch (credentials) {
      case Credentials.Password password -> password.password();
      case Credentials.OAuth oauth -> token(oauth);
    };
  }

  /// Forgets the token: a server did not take it.
  public void forget() {
    lock.lock();
    try {
      token = new Token("", Instant.EPOCH);
    } finally {
      lock.unlock();
    }
  }

  private String token(Credentials.OAuth oauth) throws IOException {
    lock.lock();
    try {
      if (token.end().minus(MARGIN).isBefore(clock.instant())) {
        token = fetch(oauth);
      }
      return token.value();
    } finally {
      lock.unlock();
    }
  }

  private Token fetch(Credentials.OAuth oauth) throws IOException {
    HttpResponse<byte[]> response = send(request(oauth));
    if (response.statusCode() >= 500) {
      throw new IOException("the token endpoint answers " + response.statusCode());
    }
    if (response.statusCode() != 200) {
      throw new NotSignedIn("the token endpoint answers " + response.statusCode());
    }
    try {
      Json.Body body = Json.read(response.body());
      String next = body.textOrEmpty("refresh_token", 20_000);
      if (!next.isEmpty()) {
        notebook.write(Map.of(REFRESHED, next));
      }
      Duration life = Duration.ofSeconds(body.number("expires_in", 1, 1_000_000));
      return new Token(body.text("access_token", 1, 20_000), clock.instant().plus(life));
    } catch (ProblemException e) {
      throw new IOException("the token endpoint answers what is no token", e);
    }
  }

  private HttpRequest request(Credentials.OAuth oauth) {
    Map<String, String> form = new LinkedHashMap<>();
    String refresh = oauth.refreshToken();
    form.put("grant_type", refresh.isEmpty() ? "client_credentials" : "refresh_token");
    form.put("client_id", oauth.clientId());
    form.put("client_secret", oauth.clientSecret());
    form.put("refresh_token", refresh.isEmpty() ? "" : notebook.read(REFRESHED).orElse(refresh));
    form.put("scope", oauth.scope());
    String body =
        form.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(oauth.tokenUrl())
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// A client of its own each time: tokens are fetched once an hour, and no thread stays behind.
  private static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
