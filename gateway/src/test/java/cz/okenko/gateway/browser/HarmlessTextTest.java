package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Attempts at cross-site scripting in one conversation: text in the chat, text in the console.
final class HarmlessTextTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final int AT_MOST = 210;
  private static final String NO_LIMITS =
      """
      limits:
        conversation: {burst: 1000000, per-second: 1000000}
        address: {burst: 1000000, per-second: 1000000}
      """;
  private static final String TRAP =
      """
      window.ran = 0;
      window.alert = window.prompt = window.confirm = window.print = () => { window.ran++; };
      """;

  @Test
  void hostile_lines_are_text_in_the_chat_and_in_the_console(@TempDir Path folder)
      throws IOException {
    List<String> hostile = lines();
    if (hostile.isEmpty()) {
      return;
    }
    try (var gateway = RunningGateway.withoutArticles(folder, House.MONDAY_MORNING, NO_LIMITS);
        var citizen = new Citizen(CHROMIUM.window());
        var clerk = new Desk(CHROMIUM.window(), gateway.base())) {
      citizen.window().context().addInitScript(TRAP);
      clerk.window().context().addInitScript(TRAP);
      clerk.page().reload();
      ChatClient sender = gateway.chat();
      hostile.forEach(sender::send);

      visitAs(citizen, gateway, sender);
      citizen.hears("citizen", hostile.size());
      clerk.signIn("admin", RunningGateway.ADMIN_PASSWORD);
      clerk.open(sender.conversation());

      assertThat(citizen.said("citizen")).containsExactlyElementsOf(hostile);
      assertThat(clerk.said("citizen")).containsExactlyElementsOf(hostile);
      assertHarmless(citizen.window(), gateway);
      assertHarmless(clerk.window(), gateway);
    }
  }

  /// The chat takes up a conversation begun elsewhere, as after a reload.
  private static void visitAs(Citizen citizen, RunningGateway gateway, ChatClient sender) {
    String kept =
        Wire.json(Map.of("token", sender.token(), "outbox", List.of(), "open", true));
    citizen.page().navigate(gateway.base() + "/widget/en.json");
    citizen
        .page()
        .evaluate(
            "kept => sessionStorage.setItem('okenko-1:' + location.origin + '/', kept)", kept);
    citizen.page().navigate(gateway.base() + "/");
  }

  private static void assertHarmless(Window window, RunningGateway gateway) {
    assertThat(window.page().evaluate("window.ran")).isEqualTo(0);
    assertThat(window.requestsOutside(gateway.base())).isEmpty();
    assertThat(window.complaints()).noneMatch(line -> line.startsWith("dialog"));
  }

  /// Lines the gateway takes as they are: not blank, not too long, spread over the collections.
  private static List<String> lines() throws IOException {
    String told = System.getenv().getOrDefault("OKENKO_CORPORA", "");
    Path beside = Path.of(System.getProperty("okenko.repository", ".."), "../shared/corpora");
    Path folder = (told.isEmpty() ? beside : Path.of(told)).resolve("xss");
    if (!Files.isDirectory(folder)) {
      System.err.println("NOT TESTED: hostile lines in the browser, " + folder + " is missing");
      return List.of();
    }
    var all = new ArrayList<String>();
    for (JsonNode pair : Wire.json(Files.readString(folder.resolve("dompurify/expect.json")))) {
      all.add(pair.path("payload").asText());
    }
    all.addAll(Files.readAllLines(folder.resolve("payloadbox/Intruder/xss-payload-list.txt")));
    List<String> usable =
        all.stream()
            .filter(line -> !line.isBlank() && line.length() <= 1000 && line.indexOf('\r') < 0)
            .distinct()
            .toList();
    int step = Math.max(1, usable.size() / AT_MOST);
    var sample = new ArrayList<String>();
    for (int i = 0; i < usable.size() && sample.size() < AT_MOST; i += step) {
      sample.add(usable.get(i));
    }
    assertThat(sample).hasSizeGreaterThanOrEqualTo(200);
    return sample;
  }
}
