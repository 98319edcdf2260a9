package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The office's people from the console to the citizen, on the whole gateway.
final class DirectoryJourneyTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void the_public_page_names_who_is_away_and_who_stands_in() {
    assertThat(page("/urad"))
        .contains("Osobní doklady", "Jana Ukázková", "přepážka 4", "tel:+420000000004")
        .contains("\"@type\":\"GovernmentOffice\"", "\"@type\":\"ContactPoint\"")
        .doesNotContain("Správce", "Zastupuje");
    ConsoleClient admin = gateway.admin();
    JsonNode jana = person(admin, "jana");
    Map<String, Object> form = form(jana);
    form.put("deputy", "karel");
    form.put("room", "přepážka <4>");
    assertThat(admin.put("directory/people/" + jana.path("id").asText(), form).statusCode())
        .isEqualTo(200);

    ConsoleClient clerk = gateway.clerk("jana");
    String mine = "directory/people/" + jana.path("id").asText() + "/absence";
    assertThat(clerk.put(mine, Map.of("until", "2026-11-25T08:00")).statusCode()).isEqualTo(200);

    assertThat(page("/urad"))
        .contains("Není tu, vrátí se 25. 11. 2026.", "Zastupuje: ", "Karel Smyšlený")
        .contains("přepážka &lt;4&gt;");
    assertThat(page("/en/urad")).contains("Stands in:", "lang=\"en\"");
    assertThat(clerk.put(mine, Map.of("until", "")).statusCode()).isEqualTo(200);
    assertThat(page("/urad")).doesNotContain("Zastupuje");
  }

  @Test
  void who_waits_is_offered_to_somebody_who_is_here_and_not_to_who_is_away() {
    ConsoleClient jana = gateway.clerk("jana");
    ConsoleClient petr = gateway.clerk("petr");
    here(jana);
    here(petr);
    String id = person(jana, "jana").path("id").asText();
    jana.put("directory/people/" + id + "/absence", Map.of("until", "2026-11-23T18:00"));
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");

    await(() -> offered(petr).equals(List.of(citizen.conversation())));

    assertThat(jana.get("offers").path("items")).isEmpty();
    assertThat(jana.claim(citizen.conversation()).statusCode()).isEqualTo(200);
    assertThat(petr.get("offers").path("items")).isEmpty();
  }

  @Test
  void an_offer_that_is_let_go_goes_on_and_does_not_come_back() {
    ConsoleClient jana = gateway.clerk("jana");
    ConsoleClient petr = gateway.clerk("petr");
    here(jana);
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    await(() -> offered(jana).equals(List.of(citizen.conversation())));
    JsonNode offer = jana.get("offers").path("items").path(0);
    assertThat(offer.path("secondsLeft").asInt()).isBetween(1, 60);
    assertThat(offer.path("agendaName").asText()).isNotEmpty();
    String pass = "offers/" + citizen.conversation() + "/pass";
    assertThat(petr.post(pass, Map.of()).statusCode()).isEqualTo(404);

    assertThat(jana.post(pass, Map.of()).statusCode()).isEqualTo(204);

    assertThat(jana.post(pass, Map.of()).statusCode()).isEqualTo(404);
    here(petr);
    await(() -> offered(petr).equals(List.of(citizen.conversation())));
    assertThat(petr.post(pass, Map.of()).statusCode()).isEqualTo(204);
    clock.pass(Duration.ofSeconds(61));
    here(jana);
    here(petr);
    ChatClient another = gateway.chat();
    another.choose("handoff", "Mluvit s člověkem");
    another.awaitState("waiting");
    await(() -> offered(jana).size() + offered(petr).size() == 1);
    assertThat(offered(jana)).doesNotContain(citizen.conversation());
    assertThat(offered(petr)).doesNotContain(citizen.conversation());
    assertThat(jana.claim(citizen.conversation()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_supervisor_keeps_the_directory_and_lets_nobody_in() {
    ConsoleClient admin = gateway.admin();
    ConsoleClient boss = supervisor(admin);
    JsonNode petr = person(boss, "petr");
    Map<String, Object> form = form(petr);
    form.put("room", "dveře 7");
    assertThat(boss.put("directory/people/" + petr.path("id").asText(), form).statusCode())
        .isEqualTo(200);
    assertThat(boss.put("directory/people/" + petr.path("id").asText(), form).statusCode())
        .isEqualTo(409);
    form.remove("version");
    form.put("sign-in", "zora");
    form.put("name", "Zora Nová");
    assertThat(boss.post("directory/people", form).statusCode()).isEqualTo(201);
    assertThat(boss.post("directory/people", form).statusCode()).isEqualTo(409);
    form.put("sign-in", "Zora!");
    assertThat(boss.post("directory/people", form).statusCode()).isEqualTo(400);
    form.remove("room");
    assertThat(boss.post("directory/people", form).statusCode()).isEqualTo(400);

    assertThat(boss.status("clerks")).isEqualTo(403);
    assertThat(
            admin
                .get("clerks")
                .path("clerks")
                .valueStream()
                .filter(clerk -> clerk.path("signIn").asText().equals("zora"))
                .map(clerk -> clerk.path("role").asText()))
        .containsExactly("clerk");
    assertThat(gateway.clerk("jana").post("directory/people", form).statusCode()).isEqualTo(403);
  }

  @Test
  void an_absence_may_begin_later_and_names_who_stands_in() {
    ConsoleClient jana = gateway.clerk("jana");
    String mine = "directory/people/" + person(jana, "jana").path("id").asText() + "/absence";
    var away = Map.of("from", "2026-12-21T08:00", "until", "2026-12-22T08:00", "deputy", "karel");

    assertThat(jana.put(mine, away).statusCode()).isEqualTo(200);

    JsonNode after = person(jana, "jana");
    assertThat(after.path("absences").asText()).isEqualTo("2026-12-21T08:00/2026-12-22T08:00");
    assertThat(after.path("deputy").asText()).isEqualTo("karel");
    assertThat(after.has("awayUntil")).isFalse();
    assertThat(jana.put(mine, Map.of("until", "2026-12-22T08:00", "deputy", "nikdo")).body())
        .contains("names nobody of the office");
    var backwards = Map.of("from", "2026-12-21T08:00", "until", "2026-12-20T08:00");
    assertThat(jana.put(mine, backwards).statusCode()).isEqualTo(400);
    assertThat(person(jana, "jana")).isEqualTo(after);
    var planned = Map.of("from", "2026-12-21T08:00", "until", "");
    assertThat(gateway.clerk("petr").put(mine, planned).statusCode()).isEqualTo(403);
    assertThat(jana.put(mine, Map.of("from", "zítra", "until", "")).statusCode()).isEqualTo(400);
    assertThat(jana.put(mine, planned).statusCode()).isEqualTo(200);
    assertThat(person(jana, "jana").path("absences").asText()).isEmpty();
  }

  @Test
  void every_change_of_the_directory_and_its_export_are_in_the_audit() throws IOException {
    ConsoleClient admin = gateway.admin();
    ConsoleClient boss = supervisor(admin);
    String petr = "directory/people/" + person(boss, "petr").path("id").asText();
    Map<String, Object> form = form(person(boss, "petr"));
    boss.put(petr, form);
    assertThat(deedsOf(admin, "boss")).isEmpty();
    form.put("room", "dveře 7");
    boss.put(petr, form);
    boss.put(petr + "/absence", Map.of("until", "2026-11-25T08:00"));
    boss.put(petr + "/absence", Map.of("until", ""));
    boss.put(petr + "/photograph", Map.of("jpeg", ""));
    boss.post("directory/import", Map.of("csv", "sign-in;room\njana;dveře 9\n", "dryRun", true));
    boss.post("directory/import", Map.of("csv", "sign-in;room\njana;dveře 9\n", "dryRun", false));
    boss.download("directory/people.csv");
    boss.download("directory/people.csv");

    assertThat(deedsOf(admin, "boss"))
        .containsExactly(
            "exported directory",
            "exported directory",
            "changed-clerk Jana Ukázková",
            "imported directory",
            "changed-photograph Petr Vzorný",
            "ended-absence Petr Vzorný",
            "set-absence Petr Vzorný",
            "changed-clerk Petr Vzorný");
    assertThat(admin.get("audit").toString()).doesNotContain("dveře");
  }

  private ConsoleClient supervisor(ConsoleClient admin) {
    String password = "heslo pro vedoucí";
    assertThat(
            admin
                .post(
                    "clerks",
                    Map.of(
                        "signIn", "boss",
                        "name", "boss",
                        "role", "supervisor",
                        "agendas", List.of(),
                        "password", password))
                .statusCode())
        .isEqualTo(201);
    return gateway.console("boss", password);
  }

  /// What somebody did, signing in left out, newest first.
  private static List<String> deedsOf(ConsoleClient admin, String name) {
    return admin
        .get("audit")
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("name").asText().equals(name))
        .filter(entry -> !entry.path("deed").asText().equals("signed-in"))
        .map(
            entry ->
                entry.path("deed").asText()
                    + " "
                    + (entry.path("subjectName").asText() + entry.path("subject").asText())
                        .replaceFirst("(?<=.)clerk$", ""))
        .toList();
  }

  @Test
  void when_all_of_an_agenda_are_away_its_people_wait_with_the_office() {
    ConsoleClient marie = gateway.clerk("marie");
    ConsoleClient jana = gateway.clerk("jana");
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    here(jana);
    jana.claim(citizen.conversation());
    jana.post("conversations/" + citizen.conversation() + "/transfer", Map.of("agenda", "matrika"));
    String id = person(marie, "marie").path("id").asText();

    marie.put("directory/people/" + id + "/absence", Map.of("until", "2026-11-24T18:00"));

    await(() -> firstWaiting(jana).equals("kontakt-urad"));
  }

  @Test
  void a_photograph_is_served_as_ours_under_an_address_that_never_changes() throws IOException {
    ConsoleClient jana = gateway.clerk("jana");
    String id = person(jana, "jana").path("id").asText();
    String mine = "directory/people/" + id + "/photograph";
    assertThat(jana.put(mine, Map.of("jpeg", "bm90IGEgcGljdHVyZQ==")).statusCode()).isEqualTo(400);
    assertThat(jana.put(mine, Map.of("jpeg", "?")).statusCode()).isEqualTo(400);

    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB), "png", out);
    String sent = Base64.getEncoder().encodeToString(out.toByteArray());
    assertThat(jana.put(mine, Map.of("jpeg", sent)).statusCode()).isEqualTo(200);

    String name = person(jana, "jana").path("photograph").asText();
    HttpResponse<String> picture = Wire.send(to("/urad/foto/" + name + ".jpg"));
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(page("/urad")).contains("/urad/foto/" + name + ".jpg");
    assertThat(Wire.send(to("/urad/foto/..%2f..%2fokenko.db")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_csv_file_is_taken_whole_or_not_at_all() {
    ConsoleClient admin = gateway.admin();
    String csv = new String(
        admin.download("directory/people.csv").body(), StandardCharsets.UTF_8);
    assertThat(csv).contains("sign-in;name;agendas").contains("jana;Jana Ukázková;doklady");

    JsonNode refused = taken(admin, "sign-in;capacity\njana;mnoho\npetr;3\nnikdo;3\n");
    assertThat(refused.path("written").asBoolean()).isFalse();
    assertThat(refused.path("faults").path(0).path("line").asInt()).isEqualTo(2);
    assertThat(refused.path("faults").path(0).path("reason").asText())
        .isEqualTo("capacity must be a number, 0 to 50");
    assertThat(refused.path("faults").path(1).path("line").asInt()).isEqualTo(4);
    assertThat(person(admin, "petr").path("capacity").asText()).isEqualTo("5");

    var looked = Map.of("csv", "sign-in;room\njana;dveře 99\n", "dryRun", true);
    JsonNode dry = Wire.json(admin.post("directory/import", looked).body());
    assertThat(dry.path("people").toString())
        .contains("\"name\":\"Jana Ukázková\"", "\"columns\":[\"room\"]");
    assertThat(person(admin, "jana").path("room").asText()).isEqualTo("přepážka 4");

    JsonNode written = taken(admin, "sign-in;room\njana;dveře 99\n");
    assertThat(written.path("written").asBoolean()).isTrue();
    assertThat(person(admin, "jana").path("room").asText()).isEqualTo("dveře 99");
  }

  @Test
  void nonsense_and_strangers_change_nothing() {
    ConsoleClient jana = gateway.clerk("jana");
    JsonNode petr = person(jana, "petr");
    String his = "directory/people/" + petr.path("id").asText();
    assertThat(jana.put(his, form(petr)).statusCode()).isEqualTo(403);
    assertThat(jana.put(his + "/absence", Map.of("until", "2026-12-24T08:00")).statusCode())
        .isEqualTo(403);
    assertThat(jana.post("directory/import", Map.of("csv", "x", "dryRun", true)).statusCode())
        .isEqualTo(403);
    ConsoleClient admin = gateway.admin();
    Map<String, Object> wrong = form(petr);
    wrong.put("languages", "klingon");
    assertThat(admin.put(his, wrong).statusCode()).isEqualTo(400);
    wrong.put("version", 99);
    assertThat(admin.put(his, wrong).statusCode()).isEqualTo(409);
    assertThat(admin.put("directory/people/999", form(petr)).statusCode()).isEqualTo(404);
    assertThat(admin.put("directory/people/x", form(petr)).statusCode()).isEqualTo(404);
    for (String until : Set.of("zítra", "2020-01-01T08:00", "9999-01-01T08:00")) {
      assertThat(admin.put(his + "/absence", Map.of("until", until)).statusCode()).isEqualTo(400);
    }
    ConsoleClient stranger = ConsoleClient.stranger(gateway.base());
    assertThat(stranger.put(his, form(petr)).statusCode()).isEqualTo(401);

    assertThat(person(admin, "petr")).isEqualTo(petr);
  }

  private static void await(BooleanSupplier wanted) {
    long start = System.nanoTime();
    while (!wanted.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static List<String> offered(ConsoleClient clerk) {
    return clerk.get("offers").path("items").findValuesAsText("conversation");
  }

  private static String firstWaiting(ConsoleClient clerk) {
    return clerk.queue("waiting").path("items").path(0).path("agenda").asText();
  }

  private JsonNode taken(ConsoleClient admin, String csv) {
    return Wire.json(
        admin.post("directory/import", Map.of("csv", csv, "dryRun", false)).body());
  }

  private static void here(ConsoleClient clerk) {
    assertThat(clerk.post("presence", Map.of("tab", "t", "writing", false)).statusCode())
        .isEqualTo(204);
  }

  private static JsonNode person(ConsoleClient clerk, String signIn) {
    for (JsonNode person : clerk.get("directory").path("people")) {
      if (person.path("sign-in").asText().equals(signIn)) {
        return person;
      }
    }
    throw new AssertionError("nobody is called " + signIn);
  }

  /// What a form that changes nothing would send.
  private static Map<String, Object> form(JsonNode person) {
    var form = new LinkedHashMap<String, Object>();
    person
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isTextual()) {
                form.put(member.getKey(), member.getValue().asText());
              }
            });
    form.put("version", person.path("version").asInt());
    return form;
  }

  private String page(String path) {
    HttpResponse<String> response = Wire.send(to(path));
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.base().resolve(path));
  }
}
