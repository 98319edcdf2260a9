package cz.okenko.connectors.telegram;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery.Delivered;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.RememberingOffice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/// A round trip through `telegram-test-api`, an emulator of the Bot API that this project did not
/// write. It asks for no secret and answers `sendMessage` with half a message, which must not
/// matter.
@Timeout(300)
final class TelegramEmulatorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("target", "telegram-test-api");

  private final RememberingOffice office = new RememberingOffice();
  private final HttpClient citizen =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void a_round_trip_with_a_choice_through_an_emulator_of_others()
      throws IOException, InterruptedException {
    install();
    Process emulator =
        new ProcessBuilder("node", "start.mjs")
            .directory(FOLDER.toFile())
            .redirectError(FOLDER.resolve("emulator.log").toFile())
            .start();
    try (BufferedReader said = emulator.inputReader(StandardCharsets.UTF_8)) {
      String line = Objects.requireNonNullElse(said.readLine(), "nothing");
      assertThat(line).startsWith("port ");
      var url = URI.create("http://127.0.0.1:" + line.substring(5));
      try (var connector = connector(url)) {
        connector.start();
        talk(connector, url);
      }
    } finally {
      emulator.destroy();
      emulator.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private void talk(TelegramConnector connector, URI url) throws IOException, InterruptedException {
    ask(url, "/sendMessage", with(Map.of("text", "Ztratil jsem občanku")));
    await(() -> office.messages().size() == 1);
    var choice = new Choice("handoff", "Mluvit s člověkem");
    OutboundMessage answer = office.says("**Nahlaste** to & přijďte.", choice).getFirst();

    assertThat(connector.deliver(answer)).isEqualTo(new Delivered());

    JsonNode heard =
        ask(url, "/getUpdates", Map.of("token", FakeTelegram.TOKEN, "chatId", Bench.CITIZEN))
            .path("result");
    assertThat(heard).hasSize(2);
    JsonNode last = heard.path(1).path("message");
    assertThat(last.path("text").asText()).isEqualTo("<b>Nahlaste</b> to &amp; přijďte.");
    JsonNode keys = last.path("reply_markup").path("inline_keyboard");
    String data = keys.path(0).path(0).path("callback_data").asText();

    ask(url, "/sendCallback", with(Map.of("data", data, "message", Map.of("chat", chat()))));
    ask(url, "/sendCommand", with(Map.of("text", "/start abc-DEF", "entities", List.of())));
    await(() -> office.messages().size() == 3);

    assertThat(office.messages()).extracting(InboundMessage::text)
        .containsExactly("Ztratil jsem občanku", "Mluvit s člověkem", "abc-DEF");
    assertThat(office.messages().get(1).choice()).isEqualTo("handoff");
  }

  private TelegramConnector connector(URI url) {
    var around =
        new Surroundings(
            office,
            office.notebook(),
            address -> "0123456789",
            InstantSource.system(),
            FOLDER,
            new House("Vzorov", Bench.HOME, "#0b5cad", "cs"));
    var settings = new TelegramSettings(new Token(FakeTelegram.TOKEN), false, "", url);
    return new TelegramConnector(settings, around, Bench.QUICK);
  }

  private static Map<String, Object> chat() {
    return Map.of("id", Bench.CITIZEN, "type", "private", "first_name", "Jana");
  }

  private static Map<String, Object> with(Map<String, Object> more) {
    var message = new HashMap<String, Object>(more);
    message.put("botToken", FakeTelegram.TOKEN);
    message.put("date", Bench.NOW.getEpochSecond());
    message.put("chat", chat());
    message.put("from", Map.of("id", Bench.CITIZEN, "is_bot", false, "first_name", "Jana"));
    return message;
  }

  private JsonNode ask(URI url, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    return JSON.readTree(citizen.send(request, BodyHandlers.ofString()).body());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("came to pass in time").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  /// From the lock file beside this test, once for each clean build.
  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String name : List.of("package.json", "package-lock.json", "start.mjs")) {
      try (InputStream in =
          TelegramEmulatorTest.class.getResourceAsStream("/telegram-test-api/" + name)) {
        Files.copy(Objects.requireNonNull(in), FOLDER.resolve(name), REPLACE_EXISTING);
      }
    }
    if (Files.exists(FOLDER.resolve("node_modules/telegram-test-api/package.json"))) {
      return;
    }
    assertThat(npm()).as("npm ci, see " + FOLDER.resolve("npm.log")).isZero();
  }

  private static int npm() throws IOException, InterruptedException {
    var npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    npm.directory(FOLDER.toFile());
    npm.redirectErrorStream(true).redirectOutput(FOLDER.resolve("npm.log").toFile());
    try {
      return npm.start().waitFor();
    } catch (IOException e) {
      LoggerFactory.getLogger(TelegramEmulatorTest.class)
          .warn("NOT TESTED: npm is missing, so there is no emulator of Telegram");
      Assumptions.abort("npm is missing");
      return 1;
    }
  }
}
