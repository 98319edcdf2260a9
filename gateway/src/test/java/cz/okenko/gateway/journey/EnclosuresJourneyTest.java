package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A clerk sends files along with a reply, and the citizen gets them.
@Timeout(120)
final class EnclosuresJourneyTest {
  private static final byte[] PDF = pdf(700_000);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("enclosures");
  private RunningGateway gateway;
  private ConsoleClient jana;

  @BeforeEach
  void start() {
    gateway = running();
    jana = gateway.clerk("jana");
  }

  @AfterEach
  void stop() {
    gateway.close();
    pigeons.encloses(true);
    pigeons.rest();
  }

  private RunningGateway running() {
    return RunningGateway.withoutArticles(
        folder, clock, "channels: {pigeon: {loft: enclosures}}");
  }

  private static byte[] pdf(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
    return bytes;
  }

  /// A conversation by pigeon that Jana holds.
  private String held() {
    pigeons.says("anna", "Kde je formulář?", Handling.FOR_CLERK);
    String id = jana.queue("waiting").path("items").path(0).path("conversation").asText();
    assertThat(jana.claim(id).statusCode()).isEqualTo(200);
    pigeons.hears();
    return id;
  }

  private static String files(String conversation) {
    return "conversations/" + conversation + "/draft/files";
  }

  private HttpResponse<String> begin(String conversation, String name, long size) {
    return jana.post(files(conversation), Map.of("name", name, "size", size));
  }

  private HttpResponse<String> piece(String conversation, String file, int at, byte[] bytes) {
    String base64 = Base64.getEncoder().encodeToString(bytes);
    return jana.put(files(conversation) + "/" + file, Map.of("at", at, "bytes", base64));
  }

  /// All pieces of a file; the answer to the last one.
  private HttpResponse<String> upload(String conversation, String name, byte[] content) {
    String id = Wire.json(begin(conversation, name, content.length).body()).path("id").asText();
    HttpResponse<String> last = piece(conversation, id, 0, new byte[0]);
    for (int at = 0; at < content.length; at += 500_000) {
      int end = Math.min(content.length, at + 500_000);
      last = piece(conversation, id, at, Arrays.copyOfRange(content, at, end));
    }
    return last;
  }

  private String uploaded(String conversation, String name, byte[] content) {
    HttpResponse<String> response = upload(conversation, name, content);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Wire.json(response.body()).path("file").path("id").asText();
  }

  private HttpResponse<String> reply(String conversation, String key, String... files) {
    return jana.post(
        "conversations/" + conversation + "/reply",
        Map.of("clientId", key, "text", "Formulář je v příloze.", "files", List.of(files)));
  }

  private JsonNode draft(String conversation) {
    return jana.get(files(conversation));
  }

  private List<String> inCabinet() {
    Path cabinet = folder.resolve("data/files");
    if (!Files.isDirectory(cabinet)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(cabinet)) {
      return all.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] read(Enclosure file) {
    try (InputStream in = file.content().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_file_goes_along_with_the_reply_under_its_name_and_once() {
    String id = held();
    String file = uploaded(id, "../žádost\u202Efdp.exe", PDF);

    assertThat(reply(id, "k1", file).statusCode()).isEqualTo(202);
    assertThat(reply(id, "k1", file).statusCode()).isEqualTo(202);

    OutboundMessage heard = pigeons.hears();
    assertThat(heard.text()).isEqualTo("Formulář je v příloze.");
    assertThat(heard.enclosures()).hasSize(1);
    assertThat(heard.enclosures().getFirst().name()).isEqualTo("_žádost_fdp.exe.pdf");
    assertThat(heard.enclosures().getFirst().type()).isEqualTo("application/pdf");
    assertThat(read(heard.enclosures().getFirst())).isEqualTo(PDF);
    assertThat(draft(id).path("files")).isEmpty();
    JsonNode line = jana.conversation(id).path("lines").path(2);
    assertThat(line.path("files").path(0).path("name").asText()).isEqualTo("_žádost_fdp.exe.pdf");
    assertThat(jana.download("files/" + line.path("files").path(0).path("id").asText()).body())
        .isEqualTo(PDF);
    assertThat(pigeons.rest()).isEmpty();
  }

  @Test
  void a_citizen_of_the_web_chat_opens_it_with_their_token_and_nobody_else() {
    ChatClient citizen = gateway.chat();
    citizen.choose("handoff", "Mluvit s člověkem");
    citizen.awaitState("waiting");
    jana.claim(citizen.conversation());
    String file = uploaded(citizen.conversation(), "žádost.pdf", PDF);
    reply(citizen.conversation(), "k1", file);

    List<JsonNode> lines =
        citizen.await(all -> all.stream().anyMatch(line -> line.has("files")));
    JsonNode told = lines.getLast().path("files").path(0);

    assertThat(told.path("name").asText()).isEqualTo("žádost.pdf");
    assertThat(told.path("size").asInt()).isEqualTo(PDF.length);
    String path = "/api/chat/files/" + told.path("id").asText();
    assertThat(chatFile(path, citizen.token()).statusCode()).isEqualTo(200);
    assertThat(chatFile(path, gateway.chat().token()).statusCode()).isEqualTo(404);
    assertThat(chatFile(path, "A".repeat(32)).statusCode()).isEqualTo(401);
    HttpResponse<String> written =
        Wire.send(
            HttpRequest.newBuilder(gateway.base().resolve("/api/chat/transcript?lang=cs"))
                .header("Authorization", "Bearer " + citizen.token()));
    assertThat(written.body()).contains("Příloha: žádost.pdf (684 kB)");
  }

  private HttpResponse<String> chatFile(String path, String token) {
    return Wire.send(
        HttpRequest.newBuilder(gateway.base().resolve(path))
            .header("Authorization", "Bearer " + token));
  }

  @Test
  void a_half_uploaded_file_goes_on_and_after_a_restart_begins_anew() {
    String id = held();
    String file = Wire.json(begin(id, "a.pdf", PDF.length).body()).path("id").asText();
    assertThat(at(piece(id, file, 0, Arrays.copyOf(PDF, 300_000)))).isEqualTo(300_000);
    assertThat(at(piece(id, file, 0, Arrays.copyOf(PDF, 300_000)))).isEqualTo(300_000);
    assertThat(at(piece(id, file, 600_000, new byte[10]))).isEqualTo(300_000);

    gateway.close();
    gateway = running();
    jana = jana.at(gateway);

    assertThat(draft(id).path("files").path(0).path("state").asText()).isEqualTo("arriving");
    assertThat(at(piece(id, file, 300_000, Arrays.copyOfRange(PDF, 300_000, PDF.length))))
        .isZero();
    piece(id, file, 0, Arrays.copyOf(PDF, 400_000));
    HttpResponse<String> last =
        piece(id, file, 400_000, Arrays.copyOfRange(PDF, 400_000, PDF.length));
    assertThat(Wire.json(last.body()).path("file").path("state").asText()).isEqualTo("unscanned");
  }

  private static long at(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Wire.json(response.body()).path("at").asLong(-1);
  }

  @Test
  void a_draft_with_its_files_outlives_a_restart() {
    String id = held();
    String file = uploaded(id, "a.pdf", PDF);

    gateway.close();
    gateway = running();
    jana = jana.at(gateway);

    assertThat(draft(id).path("files").path(0).path("id").asText()).isEqualTo(file);
    assertThat(reply(id, "k1", file).statusCode()).isEqualTo(202);
    assertThat(read(pigeons.hears().enclosures().getFirst())).isEqualTo(PDF);
  }

  @Test
  void what_may_not_go_along_is_refused_in_words_and_nothing_of_it_is_kept() {
    String id = held();

    assertRefused(begin(id, "a.pdf", 0), 400, "empty");
    assertRefused(begin(id, "a.pdf", 10 * 1024 * 1024 + 1), 413, "too-large");
    assertRefused(upload(id, "a.pdf", "MZ\u0090".getBytes(StandardCharsets.UTF_8)), 400, "type");
    assertRefused(upload(id, "a.pdf", new byte[] {0, 1, 2}), 400, "type");
    for (int i = 0; i < 10; i++) {
      begin(id, "a" + i, 10);
    }
    assertRefused(begin(id, "a.pdf", 10), 413, "too-many");
    assertThat(inCabinet()).isEmpty();
  }

  private static void assertRefused(HttpResponse<String> response, int status, String why) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Wire.json(response.body()).path("file").asText()).isEqualTo(why);
  }

  @Test
  void a_file_taken_away_or_of_somebody_else_is_not_sent_and_nothing_is_said() {
    String id = held();
    String file = uploaded(id, "a.pdf", PDF);
    assertThat(jana.delete(files(id) + "/" + file, Map.of()).statusCode()).isEqualTo(204);
    assertThat(jana.delete(files(id) + "/" + file, Map.of()).statusCode()).isEqualTo(404);

    assertRefused(reply(id, "k1", file), 409, "gone");
    assertRefused(reply(id, "k2", "1"), 409, "gone");
    assertThat(reply(id, "k3", "x").statusCode()).isEqualTo(400);

    assertThat(inCabinet()).isEmpty();
    assertThat(jana.conversation(id).path("lines")).hasSize(2);
    assertThat(pigeons.rest()).isEmpty();
  }

  @Test
  void only_who_holds_the_conversation_adds_files_and_sees_only_their_own() {
    String id = held();
    String file = uploaded(id, "a.pdf", PDF);
    ConsoleClient petr = gateway.clerk("petr");

    assertThat(petr.post(files(id), Map.of("name", "b.pdf", "size", 9)).statusCode())
        .isEqualTo(409);
    assertThat(petr.get(files(id)).path("files")).isEmpty();
    assertThat(petr.delete(files(id) + "/" + file, Map.of()).statusCode()).isEqualTo(404);
    jana.post("conversations/" + id + "/transfer", Map.of("agenda", "doklady"));
    petr.claim(id);

    assertThat(
            petr.post(
                    "conversations/" + id + "/reply",
                    Map.of("clientId", "k", "text", "Zde.", "files", List.of(file)))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_channel_without_files_says_so_before_anything_is_sent() {
    pigeons.encloses(false);
    String id = held();

    assertThat(draft(id).has("limits")).isFalse();
    assertRefused(begin(id, "a.pdf", 9), 409, "channel");
  }

  @Test
  void a_file_that_was_lost_is_told_to_the_clerk_and_not_tried_for_ever() throws IOException {
    String id = held();
    String file = uploaded(id, "a.pdf", PDF);
    try (Stream<Path> all = Files.walk(folder.resolve("data/files"))) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }

    reply(id, "k1", file);

    JsonNode note = awaitLine(id, "note");
    assertThat(note.path("text").asText()).startsWith("Zpráva neodešla celá");
  }

  private JsonNode awaitLine(String id, String author) {
    for (int i = 0; i < 400; i++) {
      for (JsonNode line : jana.conversation(id).path("lines")) {
        if (line.path("author").asText().equals(author)) {
          return line;
        }
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("no line of " + author);
  }

  @Test
  void the_copy_for_the_citizen_names_them_and_the_erasure_removes_them() {
    String id = held();
    reply(id, "k1", uploaded(id, "poslaná.pdf", PDF));
    pigeons.hears();
    uploaded(id, "rozepsaná.pdf", PDF);
    Wire.json(begin(id, "půlka.pdf", 9_000).body());
    ConsoleClient admin = gateway.admin();
    String person = "conversations/" + id + "/person/";

    String copy = new String(unzipped(admin.download(person + "export").body()), StandardCharsets.UTF_8);
    assertThat(copy).contains("poslaná.pdf", "rozepsaná.pdf");
    JsonNode prospect = admin.get(person + "erasure");
    assertThat(prospect.path("files").asInt()).isEqualTo(3);
    var wish = Map.of("reason", "request", "upTo", prospect.path("upTo").asText());
    assertThat(admin.post(person + "erasure", wish).statusCode()).isEqualTo(200);

    assertThat(inCabinet()).isEmpty();
    assertThat(draft(id).path("files")).isEmpty();
    assertThat(jana.conversation(id).toString()).doesNotContain("poslaná.pdf", "rozepsaná.pdf");
  }

  /// The first file of an archive.
  private static byte[] unzipped(byte[] archive) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      zip.getNextEntry();
      return zip.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_nobody_sends_for_a_month_is_forgotten() {
    String id = held();
    uploaded(id, "a.pdf", PDF);
    clock.pass(Duration.ofDays(31));
    gateway.close();
    gateway = running();
    jana = gateway.clerk("jana");

    for (int i = 0; i < 400 && !draft(id).path("files").isEmpty(); i++) {
      LockSupport.parkNanos(50_000_000);
    }

    assertThat(draft(id).path("files")).isEmpty();
    assertThat(inCabinet()).isEmpty();
  }

  @Test
  void bad_bodies_are_problems() {
    String id = held();
    String file = Wire.json(begin(id, "a.pdf", 100).body()).path("id").asText();
    String path = files(id) + "/" + file;

    assertThat(jana.put(path, Map.of("at", 0, "bytes", "§§")).statusCode()).isEqualTo(400);
    assertThat(jana.put(path, Map.of("at", -1, "bytes", "")).statusCode()).isEqualTo(400);
    assertThat(jana.put(path, Map.of("bytes", "")).statusCode()).isEqualTo(400);
    assertThat(jana.put(path, Map.of("at", 0, "bytes", "A".repeat(800_000))).statusCode())
        .isEqualTo(413);
    assertThat(at(piece(id, file, 0, new byte[101]))).isZero();
    assertThat(jana.put(files(id) + "/x", Map.of("at", 0, "bytes", "")).statusCode()).isEqualTo(404);
    assertThat(begin(id, "a".repeat(201), 1).statusCode()).isEqualTo(413);
    assertThat(jana.post(files(id), Map.of("name", "a", "size", "1")).statusCode()).isEqualTo(400);
    assertThat(jana.post(files("9"), Map.of("name", "a", "size", 1)).statusCode()).isEqualTo(404);
  }
}
