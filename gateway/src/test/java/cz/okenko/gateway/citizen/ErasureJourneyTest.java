package cz.okenko.gateway.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ErasureJourneyTest {
  private static final String NAME = "Xylofonistka Kvadrilionová";
  private static final String PIGEONS = "channels: {pigeon: {loft: erasure}}";

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("erasure");
  private RunningGateway gateway;
  private ConsoleClient jana;
  private ConsoleClient admin;

  @BeforeEach
  void start() {
    gateway = RunningGateway.withoutArticles(folder, clock, PIGEONS);
    jana = gateway.clerk("jana");
    admin = gateway.admin();
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void a_copy_holds_everything_of_the_citizen_and_nothing_of_others() throws IOException {
    String conversation = life();
    ChatClient boris = gateway.chat();
    handedOver(boris, "jsem Boris a chci mluvit s člověkem");

    Map<String, String> copy = copy(conversation);

    JsonNode json = Wire.json(copy.getOrDefault("okenko.json", ""));
    assertThat(json.path("conversations")).hasSize(2);
    assertThat(json.findValuesAsText("channel")).contains("pigeon", "webchat");
    assertThat(json.findValuesAsText("address")).contains("anna");
    assertThat(json.findValuesAsText("text"))
        .contains("jmenuji se " + NAME, "Nevrlá.", "Rozepsaná odpověď.", "Přijďte zítra.");
    assertThat(json.findValues("attachments").toString()).contains("zpráva.txt");
    assertThat(copy.get("okenko.txt"))
        .contains("jmenuji se " + NAME)
        .contains("Poznámka úřadu, Jana Ukázková\nNevrlá.")
        .contains("Příloha: zpráva.txt")
        .contains("Rozepsáno úředníkem: Rozepsaná odpověď.");
    assertThat(copy.toString()).doesNotContain("Boris");
    assertThat(admin.get("audit?deed=exported").path("entries").path(0).path("subjectId").asText())
        .isEqualTo(conversation);
  }

  @Test
  void a_copy_tells_for_how_long_they_were_blocked_and_why() throws IOException {
    pigeons.says("anna", "chci mluvit s člověkem");
    pigeons.hears();
    waitUntil(() -> !jana.queue("waiting").path("items").isEmpty());
    JsonNode item = jana.queue("waiting").path("items").path(0);
    String id = item.path("conversation").asText();
    jana.claim(id);
    var block = Map.of("hours", 1, "reason", "spam", "note", "Posílá dokola reklamu.");
    assertThat(jana.post("conversations/" + id + "/block", block).statusCode()).isEqualTo(204);

    Map<String, String> copy = copy(id);

    JsonNode told = Wire.json(copy.getOrDefault("okenko.json", "")).findValue("blocks").path(0);
    assertThat(told.path("until").asText()).isEqualTo(clock.instant().plusSeconds(3600).toString());
    assertThat(told.path("note").asText()).isEqualTo("Posílá dokola reklamu.");
    assertThat(copy.get("okenko.txt"))
        .contains("(nevyžádané zprávy: Posílá dokola reklamu.)");
  }

  @Test
  void after_an_erasure_no_file_of_ours_holds_the_citizen_any_more() throws IOException {
    String conversation = life();
    ChatClient boris = gateway.chat();
    handedOver(boris, "jsem Boris a chci mluvit s člověkem");
    waitUntil(() -> found("xylofonistka") == 1 && found("boris") == 1);
    assertThat(traces("xylofonist")).isNotEmpty();

    JsonNode prospect = prospect(conversation);
    assertThat(prospect.path("conversations").asInt()).isEqualTo(2);
    assertThat(prospect.path("files").asInt()).isEqualTo(1);
    HttpResponse<String> erased = erase(conversation, prospect);

    assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
    assertThat(found("xylofonistka")).isZero();
    assertThat(found("boris")).isEqualTo(1);
    assertThat(traces("xylofonist")).isEmpty();
    assertThat(traces("kvadrilion")).isEmpty();
    assertThat(traces("anna@example.org")).isEmpty();
    JsonNode now = jana.conversation(conversation);
    assertThat(now.path("conversation").path("state").asText()).isEqualTo("closed");
    now.path("lines").forEach(line -> assertThat(line.path("text").asText()).isEmpty());
    assertThat(now.path("conversation").has("contact")).isFalse();
    assertThat(prospect(conversation).path("erased").path("reason").asText()).isEqualTo("request");
    assertThat(jana.conversation(boris.conversation()).toString()).contains("jsem Boris");
    assertThat(admin.get("audit?deed=erased").path("entries")).hasSize(2);
    assertThat(copy(conversation).toString()).doesNotContain("Xylofonistka");
  }

  @Test
  void whoever_still_has_the_chat_open_begins_anew() {
    ChatClient anna = gateway.chat();
    handedOver(anna, "chci mluvit s člověkem");

    erase(anna.conversation(), prospect(anna.conversation()));

    assertThat(anna.post("messages", Map.of("clientId", "x", "text", "haló")).statusCode())
        .isEqualTo(401);
    pigeons.says("anna", "chci mluvit s člověkem");
    assertThat(pigeons.hears().text()).isNotEmpty();
  }

  @Test
  void the_night_after_the_database_is_written_anew() {
    String conversation = life();
    erase(conversation, prospect(conversation));
    assertThat(uncompacted()).isEqualTo(2);
    gateway.close();
    clock.pass(Duration.ofHours(18));

    gateway = RunningGateway.withoutArticles(folder, clock, PIGEONS);

    waitUntil(() -> uncompacted() == 0);
    assertThat(traces("xylofonist")).isEmpty();
    jana = gateway.clerk("jana");
    assertThat(jana.queue("all").path("items")).hasSize(2);
  }

  @Test
  void a_submission_is_kept_as_long_as_the_law_gives_the_office_time() {
    ChatClient anna = gateway.chat();
    anna.send("podávám stížnost na chování úředníka");
    anna.awaitState("waiting");
    JsonNode prospect = prospect(anna.conversation());
    assertThat(prospect.path("held").path("until").asText()).isEqualTo("2027-01-22");

    HttpResponse<String> refused = erase(anna.conversation(), prospect);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("2027-01-22").contains("§ 175 odst. 5");
    assertThat(jana.conversation(anna.conversation()).toString()).contains("podávám stížnost");
    assertThat(admin.get("audit?deed=erased").path("entries")).isEmpty();
    clock.pass(Duration.ofDays(61));
    admin = gateway.admin();
    assertThat(erase(anna.conversation(), prospect(anna.conversation())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void only_what_was_seen_is_erased() {
    ChatClient anna = gateway.chat();
    handedOver(anna, "chci mluvit s člověkem");
    JsonNode prospect = prospect(anna.conversation());
    anna.send("a ještě něco");

    HttpResponse<String> refused = erase(anna.conversation(), prospect);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"changed\":true");
    assertThat(jana.conversation(anna.conversation()).toString()).contains("a ještě něco");
  }

  @Test
  void bad_requests_change_nothing() {
    ChatClient anna = gateway.chat();
    handedOver(anna, "chci mluvit s člověkem");
    String path = "conversations/" + anna.conversation() + "/person/erasure";
    String upTo = prospect(anna.conversation()).path("upTo").asText();

    assertThat(jana.post(path, Map.of("reason", "request", "upTo", upTo)).statusCode())
        .isEqualTo(403);
    assertThat(jana.status("conversations/" + anna.conversation() + "/person/export"))
        .isEqualTo(403);
    assertThat(admin.post(path, Map.of("reason", "nuda", "upTo", upTo)).statusCode()).isEqualTo(400);
    assertThat(admin.post(path, Map.of("reason", "request")).statusCode()).isEqualTo(400);
    assertThat(admin.post(path, Map.of("reason", "request", "upTo", "-1")).statusCode())
        .isEqualTo(400);
    assertThat(admin.status("conversations/123/person/export")).isEqualTo(404);
    assertThat(admin.status("conversations/x/person/erasure")).isEqualTo(404);
    assertThat(jana.conversation(anna.conversation()).toString()).contains("chci mluvit");
  }

  /// Anna writes by pigeon, sends a file, goes on in the web chat by a code and leaves her e-mail; Jana
  /// notes, answers and begins to write. Gives the newest conversation.
  private String life() {
    var file = pigeons.file("zpráva.txt", ("dopis od " + NAME).getBytes(StandardCharsets.UTF_8));
    pigeons.says("anna", "jmenuji se " + NAME, Handling.ANSWER, file);
    pigeons.hears();
    waitUntil(() -> !traces("dopis od Xylofonistka").isEmpty());
    String code = pigeons.surroundings().codes().make(pigeons.address("anna"));
    ChatClient anna = gateway.chat();
    anna.send(code);
    anna.await(lines -> lines.size() == 2);
    jana.claim(anna.conversation());
    jana.note(anna.conversation(), "Nevrlá.");
    jana.reply(anna.conversation(), "Přijďte zítra.");
    anna.send("pište mi na anna@example.org");
    jana.put(
        "conversations/" + anna.conversation() + "/draft",
        Map.of("kind", "reply", "text", "Rozepsaná odpověď."));
    waitUntil(() -> jana.conversation(anna.conversation()).toString().contains("example.org"));
    return anna.conversation();
  }

  private static void handedOver(ChatClient citizen, String text) {
    citizen.send(text);
    citizen.awaitState("waiting");
  }

  private JsonNode prospect(String conversation) {
    return admin.get("conversations/" + conversation + "/person/erasure");
  }

  private HttpResponse<String> erase(String conversation, JsonNode prospect) {
    return admin.post(
        "conversations/" + conversation + "/person/erasure",
        Map.of("reason", "request", "upTo", prospect.path("upTo").asText()));
  }

  private int found(String word) {
    return jana.get("search?q=" + word).path("hits").size();
  }

  private Map<String, String> copy(String conversation) throws IOException {
    byte[] zip = admin.download("conversations/" + conversation + "/person/export").body();
    var files = new HashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private long uncompacted() {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data/okenko.db"));
        var rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from erasure where compacted = 0")) {
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// Files of the data folder whose bytes hold a word, in any case.
  private List<String> traces(String word) {
    var traces = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (bytes.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
          traces.add(file.getFileName() + "");
        }
      }
    } catch (NoSuchFileException e) {
      return traces(word); // it is being written
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return traces;
  }

  private static void waitUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
