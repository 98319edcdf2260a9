package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signing in at a real Keycloak, whose unpacked distribution `OKENKO_KEYCLOAK` names; `deployment/test`
/// fetches it. Without it these tests are skipped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
final class KeycloakTest {
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  @TempDir static Path folder;

  private Optional<Process> keycloak = Optional.empty();
  private Optional<RunningGateway> running = Optional.empty();
  private URI issuer = URI.create("");

  @BeforeAll
  void start() throws Exception {
    String home = Optional.ofNullable(System.getenv("OKENKO_KEYCLOAK")).orElse("");
    Assumptions.assumeFalse(home.isEmpty(), "OKENKO_KEYCLOAK names no Keycloak");
    int port = RunningGateway.freePort();
    issuer = URI.create("http://localhost:" + port + "/realms/urad");
    Files.writeString(folder.resolve("okenko.secret"), "tajemstvi-okenka\n");
    RunningGateway gateway =
        RunningGateway.withoutArticles(
            folder,
            InstantSource.system(),
            """
            access:
              oidc:
                issuer: %s
                client-id: okenko
                client-secret-file: okenko.secret
                label: Účet města
                roles: {okenko-vedouci: supervisor, okenko-spravci: admin}
                agendas-claim: groups
            """
                .formatted(issuer));
    running = Optional.of(gateway);
    keycloak = Optional.of(startKeycloak(Path.of(home), port, gateway.base()));
    awaitKeycloak();
  }

  @AfterAll
  void stop() throws InterruptedException {
    running.ifPresent(RunningGateway::close);
    if (keycloak.isPresent()) {
      keycloak.get().descendants().forEach(ProcessHandle::destroy);
      keycloak.get().destroy();
      keycloak.get().waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_supervisor_signs_in_there_and_is_one_here_with_the_agendas_told() {
    var vera = new Surfer();

    HttpResponse<String> back = signIn(vera, "vera.silna", "heslo Věry v Keycloaku");

    assertThat(location(back)).isEqualTo("/console/");
    JsonNode session = Wire.json(vera.get(at("/api/console/session")).body());
    assertThat(session.path("clerk").path("name").asText()).isEqualTo("Věra Silná");
    assertThat(session.path("clerk").path("role").asText()).isEqualTo("supervisor");
    assertThat(session.path("clerk").path("agendas").toString()).isEqualTo("[\"doklady\"]");
    assertThat(session.path("secondFactor").asText()).isEqualTo("elsewhere");
    assertThat(vera.get(at("/api/console/audit")).body()).contains("\"deed\":\"signed-in\"");
  }

  @Test
  void the_second_time_it_is_the_same_clerk() {
    signIn(new Surfer(), "vera.silna", "heslo Věry v Keycloaku");
    signIn(new Surfer(), "vera.silna", "heslo Věry v Keycloaku");

    long veras =
        running.orElseThrow().admin().get("clerks").path("clerks").valueStream()
            .filter(clerk -> clerk.path("signIn").asText().equals("vera.silna"))
            .count();
    assertThat(veras).isEqualTo(1);
  }

  @Test
  void somebody_of_no_group_stays_out() {
    var stranger = new Surfer();

    assertThat(location(signIn(stranger, "cizi", "heslo cizího")))
        .isEqualTo("/console/?sign-in=refused");
    assertThat(stranger.get(at("/api/console/session")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_name_that_has_a_password_here_is_not_taken_over() {
    var impostor = new Surfer();

    assertThat(location(signIn(impostor, "admin", "heslo jiného správce")))
        .isEqualTo("/console/?sign-in=refused");
    assertThat(impostor.get(at("/api/console/session")).statusCode()).isEqualTo(401);
  }

  @Test
  void an_answer_of_keycloak_is_good_once_and_in_the_browser_that_left_alone() {
    var vera = new Surfer();
    URI answer = answer(vera, "vera.silna", "heslo Věry v Keycloaku");

    assertThat(location(new Surfer().get(answer))).isEqualTo("/console/?sign-in=again");
    assertThat(location(vera.get(answer))).isEqualTo("/console/?sign-in=again");
  }

  @Test
  void signing_out_here_leads_to_signing_out_there() {
    var vera = new Surfer();
    signIn(vera, "vera.silna", "heslo Věry v Keycloaku");

    HttpResponse<String> out = vera.delete(at("/api/console/session"));

    String goOn = Wire.json(out.body()).path("goOn").asText();
    assertThat(goOn).startsWith(issuer + "/protocol/openid-connect/logout?");
    HttpResponse<String> page = vera.get(URI.create(goOn));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(vera.get(at("/api/console/session")).statusCode()).isEqualTo(401);
  }

  @Test
  void the_sign_in_page_is_told_what_the_account_is_called() {
    assertThat(new Surfer().get(at("/api/console/sign-in")).body()).contains("Účet města");
  }

  private HttpResponse<String> signIn(Surfer surfer, String name, String password) {
    return surfer.get(answer(surfer, name, password));
  }

  /// The address Keycloak sends the browser back to, not gone to yet.
  private URI answer(Surfer surfer, String name, String password) {
    HttpResponse<String> away = surfer.get(at("/api/console/oidc"));
    HttpResponse<String> form = surfer.get(URI.create(location(away)));
    Matcher action = FORM.matcher(form.body());
    assertThat(action.find()).as(form.body()).isTrue();
    URI submit = URI.create(action.group(1).replace("&amp;", "&"));
    HttpResponse<String> done =
        surfer.post(submit, Map.of("username", name, "password", password));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    return URI.create(location(done));
  }

  private URI at(String path) {
    return running.orElseThrow().base().resolve(path);
  }

  private static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
  }

  private static Process startKeycloak(Path home, int port, URI base) throws IOException {
    String realm =
        Files.readString(
                Path.of(System.getProperty("okenko.repository", ".."))
                    .resolve("gateway/src/test/resources/keycloak/realm.json"))
            .replace("@BASE@", base.toString());
    Path imports = Files.createDirectories(home.resolve("data/import"));
    Files.writeString(imports.resolve("urad-realm.json"), realm);
    var command =
        List.of(
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-host=localhost",
            "--http-port=" + port,
            "--health-enabled=false");
    var builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("keycloak.log").toFile())
        .start();
  }

  private void awaitKeycloak() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
    while (System.nanoTime() < end) {
      if (new Surfer().answers(URI.create(issuer + "/.well-known/openid-configuration"))) {
        return;
      }
      assertThat(keycloak.orElseThrow().waitFor(1, TimeUnit.SECONDS))
          .as(Files.readString(folder.resolve("keycloak.log")))
          .isFalse();
    }
    throw new AssertionError(Files.readString(folder.resolve("keycloak.log")));
  }
}
