package cz.okenko.gateway.access;

import static cz.okenko.gateway.access.AccessFixture.ADMIN_PASSWORD;
import static cz.okenko.gateway.access.AccessFixture.JANAS_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.http.ProblemException;
import cz.okenko.gateway.settings.OutsideAccounts;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessApiTest {
  private static final String SESSION = "/api/console/session";
  private static final String CLERKS = "/api/console/clerks";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private AccessFixture fixture;
  private WebServer server;
  private String cookie = "";

  @BeforeEach
  void start() throws IOException {
    fixture = AccessFixture.opened(folder);
    ConsoleGuard guard =
        new ConsoleGuard(
            fixture.access,
            new Presence(fixture.store, fixture.clock),
            URI.create("https://chat.lipnice.cz"));
    AccessApi api =
        new AccessApi(
            fixture.access,
            guard,
            fixture.office,
            new Outside(
                new OutsideAccounts.None(),
                fixture.office,
                URI.create("https://chat.lipnice.cz"),
                request -> request.remotePeer().host()));
    var confirming =
        new Confirming(fixture.access, fixture.clock, request -> request.remotePeer().host());
    ClerksApi people = new ClerksApi(fixture.access, guard, fixture.office, confirming);
    server =
        WebServer.builder()
            .host("localhost")
            .port(0)
            .routing(
                routing ->
                    routing
                        .register("/api/console", api)
                        .register("/api/console", people)
                        .error(
                            ProblemException.class,
                            (request, response, problem) -> problem.problem().send(response)))
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop();
    fixture.close();
  }

  @Test
  void signing_in_sets_a_cookie_no_script_and_no_other_site_can_use() {
    HttpResponse<String> response = signIn("admin", ADMIN_PASSWORD);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"signIn\":\"admin\"", "\"role\":\"admin\"", "\"name\":\"Lipnice\"");
    assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-okenko=")
        .contains("; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/")
        .doesNotContain("Domain");
    assertThat(get(SESSION).statusCode()).isEqualTo(200);
  }

  @Test
  void signing_in_again_ends_the_session_before() {
    signIn("admin", ADMIN_PASSWORD);
    String before = cookie;
    signIn("admin", ADMIN_PASSWORD);

    assertThat(get(SESSION).statusCode()).isEqualTo(200);
    cookie = before;
    assertThat(get(SESSION).statusCode()).isEqualTo(401);
  }

  @Test
  void signing_out_ends_the_session_and_the_cookie() {
    signIn("admin", ADMIN_PASSWORD);

    HttpResponse<String> response = send(ours(request(SESSION).DELETE()));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Set-Cookie").orElseThrow()).contains("Expires=", "1970");
    assertThat(get(SESSION).statusCode()).isEqualTo(401);
  }

  @Test
  void wrong_passwords_are_refused_and_then_locked_with_a_time_to_wait() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("admin", "wrong").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> locked = signIn("admin", ADMIN_PASSWORD);

    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.headers().firstValue("Retry-After")).contains("900");
    assertThat(locked.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "X-Okenko-Console, 0"
  })
  void another_site_can_change_nothing(String header, String value) {
    HttpRequest.Builder request =
        ours(request(SESSION).POST(BodyPublishers.ofString(credentials("admin", ADMIN_PASSWORD))))
            .setHeader(header, value);

    assertThat(send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void a_form_of_another_site_is_refused() {
    HttpRequest.Builder request =
        request(SESSION)
            .POST(BodyPublishers.ofString(credentials("admin", ADMIN_PASSWORD)))
            .header("Content-Type", "text/plain");

    assertThat(send(request).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://chat.lipnice.cz", "OWN"})
  void our_own_page_may(String origin) {
    String own = "http://localhost:" + server.port();
    HttpRequest.Builder request =
        ours(request(SESSION).POST(BodyPublishers.ofString(credentials("admin", ADMIN_PASSWORD))))
            .header("Origin", origin.equals("OWN") ? own : origin)
            .header("Sec-Fetch-Site", "same-origin");

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"name\":1,\"password\":\"x\"}",
        "{\"name\":\"admin\"}",
        "{\"name\":\"admin\",\"password\":\"x\"} more",
        "{\"name\":\"admin\",\"name\":\"b\",\"password\":\"x\"}"
      })
  void a_broken_body_is_a_bad_request(String body) {
    assertThat(post(SESSION, body).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Host-okenko=", "__Host-okenko=nonsense", "a", "=;=;", "okenko=x"})
  void a_cookie_that_is_none_of_ours_is_nobody(String nonsense) {
    cookie = nonsense;

    assertThat(get(SESSION).statusCode()).isEqualTo(401);
  }

  @Test
  void an_admin_adds_a_clerk_who_can_sign_in() {
    signIn("admin", ADMIN_PASSWORD);

    HttpResponse<String> added = post(CLERKS, clerk("eva", "doklady"));

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(get(CLERKS).body()).contains("\"signIn\":\"eva\"", "\"agendas\":[\"doklady\"]");
    assertThat(post(CLERKS, clerk("eva", "doklady")).statusCode()).isEqualTo(409);
    assertThat(signIn("eva", "dlouhé heslo").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"signIn\":\"Eva Malá\",\"name\":\"Eva\",\"role\":\"clerk\",\"agendas\":[],\"password\":\"12345678\"}",
        "{\"signIn\":\"eva\",\"name\":\"Eva\",\"role\":\"boss\",\"agendas\":[],\"password\":\"12345678\"}",
        "{\"signIn\":\"eva\",\"name\":\"Eva\",\"role\":\"clerk\",\"agendas\":[\"x\"],\"password\":\"12345678\"}",
        "{\"signIn\":\"eva\",\"name\":\"Eva\",\"role\":\"clerk\",\"agendas\":[],\"password\":\"1234567\"}"
      })
  void a_clerk_that_cannot_be_is_a_bad_request(String body) {
    signIn("admin", ADMIN_PASSWORD);

    assertThat(post(CLERKS, body).statusCode()).isEqualTo(400);
  }

  @Test
  void a_new_password_set_by_the_admin_takes_effect_at_once() {
    signIn("jana.novotna", JANAS_PASSWORD);
    String janas = cookie;
    signIn("admin", ADMIN_PASSWORD);
    long jana = fixture.access.clerks().all().get(1).id().value();

    HttpResponse<String> response =
        post(CLERKS + "/" + jana + "/password", "{\"password\":\"nové heslo\"}");

    assertThat(response.statusCode()).isEqualTo(204);
    cookie = janas;
    assertThat(get(SESSION).statusCode()).isEqualTo(401);
    assertThat(signIn("jana.novotna", "nové heslo").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-1", "x", "99999999999999999999"})
  void an_unknown_clerk_has_no_password_to_set(String id) {
    signIn("admin", ADMIN_PASSWORD);

    assertThat(post(CLERKS + "/" + id + "/password", "{\"password\":\"nové heslo\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_clerk_who_is_no_admin_keeps_no_people() {
    signIn("jana.novotna", JANAS_PASSWORD);

    assertThat(get(CLERKS).statusCode()).isEqualTo(403);
    assertThat(post(CLERKS, clerk("eva", "doklady")).statusCode()).isEqualTo(403);
    cookie = "";
    assertThat(get(CLERKS).statusCode()).isEqualTo(401);
    assertThat(post(CLERKS, clerk("eva", "doklady")).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> signIn(String name, String password) {
    HttpResponse<String> response = post(SESSION, credentials(name, password));
    Optional<String> set = response.headers().firstValue("Set-Cookie");
    set.ifPresent(text -> cookie = text.substring(0, text.indexOf(';')));
    return response;
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String path, String body) {
    return send(ours(request(path).POST(BodyPublishers.ofString(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private static HttpRequest.Builder ours(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json").header("X-Okenko-Console", "1");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String credentials(String name, String password) {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }

  private static String clerk(String signIn, String agenda) {
    return """
        {"signIn":"%s","name":"Eva Malá","role":"clerk","agendas":["%s"],"password":"dlouhé heslo"}
        """
        .formatted(signIn, agenda);
  }
}
