package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import cz.okenko.gateway.access.Deed;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `/openapi.json` says what the gateway does: no route is missing, none is invented, and answers
/// look as described.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DescriptionTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("okenko.repository", ".."));
  private static final Pattern SERVICE =
      Pattern.compile("\\.service\\(\\s*\"([^\"]*)\",\\s*new (\\w+)");
  private static final Pattern ROUTE =
      Pattern.compile("\\.(get|post|put|delete|patch|head)\\(\\s*\"(/[^\"]*)\"");

  private RunningGateway gateway;
  private Description description;

  @BeforeAll
  void start(@TempDir Path folder) {
    InstantSource monday = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = RunningGateway.start(folder, monday);
    description = new Description(get("/openapi.json"));
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @Test
  void every_route_is_described_and_nothing_else() throws IOException {
    assertThat(description.operations()).isEqualTo(registered());
    assertThat(description.dangling()).isEmpty();
  }

  @Test
  void every_described_route_is_there_and_refuses_a_stranger_as_described() {
    for (String operation : description.operations()) {
      String[] parts = operation.split(" ", 2);
      HttpResponse<String> response =
          Wire.send(
              HttpRequest.newBuilder(gateway.base().resolve(filled(parts[1])))
                  .method(parts[0].toUpperCase(Locale.ROOT), BodyPublishers.noBody()));

      if (!operation.endsWith("/snadne") && !operation.contains("/urad/foto/")) {
        assertThat(response.statusCode()).as(operation).isNotIn(404, 405);
      }
      JsonNode described =
          description.operation(operation).path("responses").path("" + response.statusCode());
      assertThat(described.isMissingNode()).as(operation + " " + response.statusCode()).isFalse();
    }
  }

  /// No article is written in plain language for good, and nobody has a photograph, so those pages alone
  /// may be missing.
  private static String filled(String path) {
    return path.replace("{id}", "1")
        .replace("{slug}/snadne", "poplatek-pes/snadne")
        .replace("{slug}", "poplatek-pes")
        .replace("{name}", "0.jpg")
        .replace("{dispatch}", "1")
        .replace("{file}", "1")
        .replace("{lang}", "en");
  }

  @Test
  void articles_look_as_described() {
    assertShape("Articles", get("/api/articles?limit=3&lang=uk"));
    assertShape("Article", get("/api/articles/poplatek-pes"));
    assertShape("Article", get("/api/articles/obcansky-prukaz-vydani?lang=de"));
  }

  @Test
  void the_office_the_search_and_the_checks_answer_as_described() {
    assertShape("Office", get("/api/office?lang=uk"));
    assertShape("Answer", get("/api/answer?q=kolik%20stoji%20obcanka"));
    assertShape("Answer", get("/api/answer?q=ahoj"));
    assertShape("Answer", get("/api/answer?q=rozvod"));
    assertShape("Answer", get("/api/answer?q=qwertz"));
    assertShape("Health", get("/health/live"));
    assertShape("Health", get("/health/ready"));
    assertShape("Problem", Wire.json(Wire.send(to("/api/answer")).body()));
  }

  @Test
  void a_conversation_with_a_clerk_looks_as_described_on_both_sides() {
    ChatClient citizen = gateway.chat();
    ConsoleClient jana = gateway.clerk("jana");
    citizen.send("kolik stojí nová občanka");
    citizen.answer(1);
    citizen.choose("handoff", "Mluvit s člověkem");
    assertShape("ChatState", citizen.awaitState("waiting"));
    assertShape("Queue", jana.queue("waiting"));
    assertShape("Item", Wire.json(jana.claim(citizen.conversation()).body()));
    assertShape("ChatState", citizen.awaitState("with-clerk"));
    assertShape("Said", Wire.json(jana.reply(citizen.conversation(), "Dobrý den.").body()));
    assertShape("Said", Wire.json(jana.note(citizen.conversation(), "Poznámka.").body()));
    ConsoleClient petr = gateway.clerk("petr");
    HttpResponse<String> lost = petr.claim(citizen.conversation());
    assertThat(lost.statusCode()).isEqualTo(409);
    assertShape("Problem", Wire.json(lost.body()));
    assertShape("Queue", jana.queue("mine"));
    assertShape("Colleagues", jana.get("conversations/" + citizen.conversation() + "/colleagues"));
    JsonNode institutions = jana.get("institutions");
    assertShape("Institutions", institutions);
    assertThat(institutions.path("institutions").findValuesAsText("name"))
        .doesNotHaveDuplicates()
        .contains("Česká správa sociálního zabezpečení");
    assertShape("Item", Wire.json(jana.close(citizen.conversation()).body()));
    assertThat(citizen.post("rating", Map.of("score", 5)).statusCode()).isEqualTo(204);
    assertShape("ChatState", citizen.awaitState(state -> state.path("rated").asBoolean()));
    List<JsonNode> lines = citizen.await(all -> all.size() >= 5);
    lines.forEach(line -> assertShape("ChatLine", line));
    assertShape("Conversation", jana.conversation(citizen.conversation()));
    assertShape("Queue", jana.queue("all"));
    assertShape("Gaps", jana.get("gaps"));
    assertShape("Hits", jana.get("search?q=pozn%C3%A1mka"));
    assertShape("Views", jana.get("views"));
  }

  @Test
  void every_deed_of_the_audit_is_described_and_no_other() {
    List<String> described =
        description.schema("Audit").findValue("deed").path("enum").valueStream().map(JsonNode::asText).toList();

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(Stream.of(Deed.values()).map(Deed::code).toList());
  }

  @Test
  void sessions_and_clerks_look_as_described() {
    ConsoleClient admin = gateway.admin();

    assertShape("Session", admin.get("session"));
    assertShape("Clerks", admin.get("clerks"));
    assertShape("Directory", admin.get("directory"));
    var csv = Map.of("csv", "sign-in;room\njana;dveře 9\n", "dryRun", true);
    assertShape("DirectoryImport", Wire.json(admin.post("directory/import", csv).body()));
    assertShape("Account", admin.get("account"));
    assertShape("WaysIn", admin.get("sign-in"));
    var program = Map.of("name", "Spisovka", "rights", List.of("read-audit"), "days", 30);
    assertShape("NewToken", Wire.json(admin.post("integrations", program).body()));
    assertShape("Integrations", admin.get("integrations"));
    assertShape("Audit", admin.get("audit"));
    var confirmed = Map.of("yourPassword", RunningGateway.ADMIN_PASSWORD);
    assertShape(
        "SecondFactor", Wire.json(admin.post("account/second-factor", confirmed).body()));
    HttpResponse<String> unconfirmed = admin.post("account/second-factor", Map.of());
    assertThat(unconfirmed.statusCode()).isEqualTo(403);
    assertShape("Problem", Wire.json(unconfirmed.body()));
  }

  private void assertShape(String schema, JsonNode value) {
    assertThat(description.faults(description.schema(schema), value)).as(schema).isEmpty();
  }

  /// The routes as the sources register them, with the prefix `Gateway` gives each service. What the
  /// platforms of channels call is described by the platforms, and there only when switched on.
  private static Set<String> registered() throws IOException {
    var prefixes = new HashMap<String, String>();
    for (String root : List.of("Gateway.java", "ConsoleRoutes.java", "Staffing.java")) {
      String services =
          Files.readString(REPOSITORY.resolve("gateway/src/main/java/cz/okenko/gateway/" + root));
      SERVICE.matcher(services).results().forEach(s -> prefixes.put(s.group(2), s.group(1)));
    }
    var routes = new TreeSet<String>();
    for (String module : List.of("gateway", "connectors")) {
      try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module + "/src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().matches(".*(Api|Connector)\\.java")).toList()) {
          String prefix =
              prefixes.getOrDefault(file.getFileName().toString().replace(".java", ""), "/");
          ROUTE
              .matcher(Files.readString(file))
              .results()
              .forEach(r -> routes.add(r.group(1) + " " + path(prefix, r.group(2))));
        }
      }
    }
    routes.removeIf(route -> route.contains(" /connectors/"));
    return routes;
  }

  private static String path(String prefix, String path) {
    return prefix.equals("/") ? path : prefix + path;
  }

  private JsonNode get(String path) {
    return Wire.json(Wire.send(to(path)).body());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.base().resolve(path));
  }
}
