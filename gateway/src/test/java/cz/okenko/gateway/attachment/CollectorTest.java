package cz.okenko.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class CollectorTest {
  private static final byte[] PDF = "%PDF-1.7\n%obsah".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Pigeons pigeons = PigeonProvider.loft("files");
  private FakeClamd clamd;
  private RunningGateway gateway;

  @BeforeEach
  void start() throws IOException {
    clamd = new FakeClamd();
    gateway =
        RunningGateway.withoutArticles(
            folder,
            clock,
            "channels: {pigeon: {loft: files}}",
            "scanner: 127.0.0.1:" + clamd.port());
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
    clamd.close();
    pigeons.rest();
  }

  @Test
  void a_file_is_scanned_and_had_as_a_download_under_a_harmless_name() throws IOException {
    ConsoleClient jana = gateway.clerk("jana");
    pigeons.says("anna", "", Handling.ANSWER, pigeons.file("../výpis\u202Efdp.exe", PDF));

    JsonNode file = awaitFile("clean");
    HttpResponse<byte[]> got = jana.download("files/" + file.path("id").asText());

    assertThat(got.body()).isEqualTo(PDF);
    assertThat(file.path("type").asText()).isEqualTo("application/pdf");
    assertThat(header(got, "Content-Disposition"))
        .startsWith("attachment; filename=\"_")
        .endsWith("v%C3%BDpis_fdp.exe.pdf");
    assertThat(header(got, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(got, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(header(got, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(clamd.scanned()).contains(new String(PDF, StandardCharsets.US_ASCII));
    assertThat(names()).allMatch(name -> name.matches("[0-9a-f]{32}"));
  }

  @Test
  void a_stranger_has_no_file() {
    pigeons.says("anna", "", Handling.ANSWER, pigeons.file("a.pdf", PDF));
    String id = awaitFile("clean").path("id").asText();

    assertThat(ConsoleClient.stranger(gateway.base()).download("files/" + id).statusCode())
        .isEqualTo(401);
  }

  @Test
  void the_test_file_of_eicar_is_quarantined_and_given_to_nobody() {
    byte[] eicar = FakeClamd.EICAR.getBytes(StandardCharsets.US_ASCII);
    pigeons.says("anna", "", Handling.ANSWER, pigeons.file("faktura.com", eicar));

    String id = awaitFile("infected").path("id").asText();

    assertThat(gateway.clerk("jana").download("files/" + id).statusCode()).isEqualTo(403);
    assertThat(folder.resolve("data/files/quarantine")).isNotEmptyDirectory();
  }

  @Test
  void what_is_larger_than_allowed_is_cut_off_whatever_it_claims() throws IOException {
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    Attachment liar = new Attachment("malý.bin", "image/png", 1, pigeons.file("l", large).reference());

    pigeons.says("anna", "", Handling.ANSWER, liar);

    String id = awaitFile("too-large").path("id").asText();
    assertThat(gateway.clerk("jana").download("files/" + id).statusCode()).isEqualTo(410);
    assertThat(names()).isEmpty();
  }

  @Test
  void what_the_channel_does_not_have_any_more_is_gone() {
    Attachment lost = pigeons.file("a.pdf", PDF);
    pigeons.loses("a.pdf");

    pigeons.says("anna", "", Handling.ANSWER, lost);

    awaitFile("gone");
  }

  @Test
  void while_the_scanner_is_confused_a_file_waits() {
    clamd.confuse(true);
    pigeons.says("anna", "", Handling.ANSWER, pigeons.file("a.pdf", PDF));
    while (clamd.scanned().isEmpty()) {
      Thread.onSpinWait();
    }
    String id = awaitFile("waiting").path("id").asText();
    assertThat(gateway.clerk("jana").download("files/" + id).statusCode()).isEqualTo(409);

    clamd.confuse(false);
    clock.pass(Duration.ofHours(1));

    awaitFile("clean");
  }

  @Test
  void a_citizen_who_sends_only_a_file_waits_for_a_person() {
    pigeons.says("anna", "", Handling.ANSWER, pigeons.file("a.pdf", PDF));

    assertThat(pigeons.hears().text()).startsWith("Soubor jsme dostali.");
    assertThat(gateway.admin().queue("waiting").path("items")).hasSize(1);
  }

  @Test
  void after_a_restart_what_was_not_fetched_is_fetched() {
    pigeons.reachable(false);
    pigeons.says("anna", "", Handling.FOR_CLERK, pigeons.file("a.pdf", PDF));
    awaitFile("waiting");
    gateway.close();
    pigeons.reachable(true);

    gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: files}}");

    awaitFile("unscanned");
  }

  /// The only file of the only conversation, once it is in that state.
  private JsonNode awaitFile(String state) {
    ConsoleClient admin = gateway.admin();
    while (true) {
      for (JsonNode item : admin.queue("all").path("items")) {
        JsonNode lines = admin.conversation(item.path("conversation").asText()).path("lines");
        for (JsonNode line : lines) {
          JsonNode file = line.path("files").path(0);
          if (file.path("state").asText().equals(state)) {
            return file;
          }
        }
      }
      pause();
    }
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
  }

  private List<String> names() throws IOException {
    Path files = folder.resolve("data/files");
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return String.join(" | ", response.headers().allValues(name));
  }
}
