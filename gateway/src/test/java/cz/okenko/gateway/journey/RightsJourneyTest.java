package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.directory.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every route of the console names the right it asks for in `/openapi.json`, and each role is let
/// through exactly where it has that right.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RightsJourneyTest {
  private static final String CONSOLE = "/api/console/";

  private RunningGateway gateway;
  private Description description;
  private final Map<Role, ConsoleClient> people = new EnumMap<>(Role.class);

  @BeforeAll
  void start(@TempDir Path folder) {
    gateway =
        RunningGateway.withoutArticles(
            folder, InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));
    URI base = gateway.base();
    description =
        new Description(
            Wire.json(
                Wire.send(HttpRequest.newBuilder(base.resolve("/openapi.json"))).body()));
    ConsoleClient admin = gateway.admin();
    for (Role role : Role.values()) {
      String password = "heslo pro roli " + role.code();
      HttpResponse<String> added =
          admin.post(
              "clerks",
              Map.of(
                  "signIn", "role-" + role.code(),
                  "name", "Role " + role.code(),
                  "role", role.code(),
                  "agendas", List.of(),
                  "password", password,
                  "yourPassword", RunningGateway.ADMIN_PASSWORD));
      assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
      people.put(role, gateway.console("role-" + role.code(), password));
    }
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void every_route_names_a_right_that_there_is() {
    for (String operation : routes()) {
      String right = right(operation);

      assertThat(right.equals("anybody") || Right.of(right).isPresent())
          .as(operation + " needs an x-right in openapi.json, one of " + List.of(Right.values()))
          .isTrue();
    }
  }

  @Test
  void a_role_passes_exactly_where_it_has_the_right() {
    for (String operation : routes()) {
      if (right(operation).equals("anybody") || operation.endsWith("/events")) {
        continue;
      }
      Right right = Right.of(right(operation)).orElseThrow();
      for (Role role : Role.values()) {
        HttpResponse<String> response = ask(people.get(role), operation);
        boolean refused =
            response.statusCode() == 403 && response.body().contains("Your role may not do this.");

        assertThat(refused)
            .as(operation + " by " + role.code() + ": " + response.statusCode() + response.body())
            .isEqualTo(!Right.of(role).contains(right));
      }
    }
  }

  @Test
  void whoever_asks_for_what_they_may_not_is_in_the_audit() {
    ConsoleClient clerk = people.get(Role.CLERK);
    clerk.post("integrations", Map.of());
    clerk.post("integrations", Map.of());

    JsonNode refused = people.get(Role.SUPERVISOR).get("audit?deed=refused").path("entries");

    List<String> integrations =
        refused.findValuesAsText("subjectId").stream()
            .filter("manage-integrations"::equals)
            .toList();
    assertThat(integrations).isNotEmpty();
    long byClerk =
        refused
            .valueStream()
            .filter(entry -> entry.path("name").asText().equals("Role clerk"))
            .filter(entry -> entry.path("subjectId").asText().equals("manage-integrations"))
            .count();
    assertThat(byClerk).isEqualTo(1);
  }

  @Test
  void a_program_passes_where_its_token_has_the_right_and_the_route_is_for_programs() {
    String token = newToken("see-conversations");
    for (String operation : routes()) {
      String[] parts = operation.split(" ", 2);
      if (right(operation).equals("anybody")) {
        continue;
      }
      boolean forPrograms =
          description.operation(operation).path("security").toString().contains("integrationToken");
      HttpResponse<String> response = byToken(token, parts[0], filled(parts[1]));
      boolean mayPass = forPrograms && right(operation).equals("see-conversations");

      assertThat(response.statusCode() == 403 || response.statusCode() == 401)
          .as(operation + ": " + response.statusCode() + response.body())
          .isEqualTo(!mayPass);
    }
  }

  @Test
  void a_token_that_was_revoked_or_made_up_is_nobodys() {
    ConsoleClient admin = people.get(Role.ADMIN);
    String token = newToken("read-audit");
    assertThat(byToken(token, "get", CONSOLE + "audit").statusCode()).isEqualTo(200);
    JsonNode last = lastIntegration(admin);
    assertThat(last.path("lastUsed").asText()).isEqualTo("2026-11-23");

    assertThat(admin.delete("integrations/" + last.path("id").asText(), Map.of()).statusCode())
        .isEqualTo(204);

    assertThat(byToken(token, "get", CONSOLE + "audit").statusCode()).isEqualTo(401);
    assertThat(byToken("okn_nonsense", "get", CONSOLE + "audit").statusCode()).isEqualTo(401);
    assertThat(admin.get("integrations").toString()).doesNotContain(token);
  }

  @Test
  void no_token_can_be_given_a_right_that_programs_may_not_have() {
    for (String right : List.of("manage-people", "answer-citizens", "own-account", "x", "")) {
      HttpResponse<String> response =
          people
              .get(Role.ADMIN)
              .post("integrations", Map.of("name", "x", "rights", List.of(right), "days", 1));
      assertThat(response.statusCode()).as(right).isEqualTo(400);
    }
  }

  private Set<String> routes() {
    Set<String> routes = description.operations();
    routes.removeIf(operation -> !operation.contains(" " + CONSOLE));
    return routes;
  }

  private String right(String operation) {
    return description.operation(operation).path("x-right").asText();
  }

  private static HttpResponse<String> ask(ConsoleClient who, String operation) {
    String[] parts = operation.split(" ", 2);
    return who.bare(
        parts[0].toUpperCase(Locale.ROOT), filled(parts[1]).substring(CONSOLE.length()));
  }

  private static String filled(String path) {
    return path.replaceAll("\\{\\w+}", "1");
  }

  private String newToken(String right) {
    HttpResponse<String> added =
        people
            .get(Role.ADMIN)
            .post("integrations", Map.of("name", "Spisovka", "rights", List.of(right), "days", 30));
    assertThat(added.statusCode()).isEqualTo(201);
    return Wire.json(added.body()).path("token").asText();
  }

  private static JsonNode lastIntegration(ConsoleClient admin) {
    JsonNode all = admin.get("integrations").path("integrations");
    return all.get(all.size() - 1);
  }

  private HttpResponse<String> byToken(String token, String method, String path) {
    return Wire.send(
        HttpRequest.newBuilder(gateway.base().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody()));
  }
}
