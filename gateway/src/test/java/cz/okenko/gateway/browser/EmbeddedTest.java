package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The chat on pages that are not ours.
final class EmbeddedTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;
  private static TownPage town;
  private static TownPage stranger;
  private static RunningGateway gateway;

  @BeforeAll
  static void open() {
    town = new TownPage();
    stranger = new TownPage();
    gateway =
        RunningGateway.start(
            folder, House.MONDAY_MORNING, "web-chat: {origins: ['" + town.origin() + "']}");
    town.embeds(gateway.base());
    stranger.embeds(gateway.base());
  }

  @AfterAll
  static void shut() {
    gateway.close();
    town.close();
    stranger.close();
  }

  @Test
  void on_a_listed_town_s_page_the_chat_works_under_a_strict_policy() {
    try (var citizen = new Citizen(CHROMIUM.window())) {
      citizen.page().navigate(town.origin() + "/");
      citizen.stands("first-contact");
      citizen.window().holds("launcher");

      citizen.press("Zeptejte se úřadu");
      citizen.window().holds("embedded-welcome");
      citizen.ask("kolik stojí nová občanka");
      citizen.window().holds("embedded-answer");
      citizen.page().getByLabel("CS, jazyk a nastavení").click();
      citizen.page().getByLabel("Українська").check();
      citizen.page().getByText("Мова").first().waitFor();
      citizen.window().holds("embedded-settings");

      assertThat(citizen.window().complaints()).isEmpty();
    }
  }

  @Test
  void on_an_unlisted_page_the_chat_hides_and_breaks_nothing() {
    try (var citizen = new Citizen(CHROMIUM.window())) {
      citizen.page().navigate(stranger.origin() + "/");
      citizen.stands("hidden");

      assertThat(citizen.page().locator("okenko-chat button").count()).isZero();
      // The browser itself mentions the refused request; no script of ours may add to that.
      assertThat(citizen.window().complaints())
          .allMatch(line -> line.contains("CORS") || line.contains("Failed to load resource"));
    }
  }
}
