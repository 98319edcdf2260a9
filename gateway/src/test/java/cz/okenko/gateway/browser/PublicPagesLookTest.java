package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.RunningGateway;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The public pages in a real window: nothing for axe to find, nothing wider than a small screen,
/// nothing the content policy complains about.
final class PublicPagesLookTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void open() {
    gateway = RunningGateway.start(folder, House.MONDAY_MORNING);
  }

  @AfterAll
  static void shut() {
    gateway.close();
  }

  @Test
  void list_article_and_search_are_in_order_in_czech_and_ukrainian() {
    try (Window window = CHROMIUM.window()) {
      for (String language : new String[] {"", "/uk"}) {
        holds(window, language + "/situace", "situations");
        holds(window, language + "/situace/obcansky-prukaz-vydani", "situation");
        holds(window, language + "/situace?q=kolik+stoji+obcanka", "found");
      }
      holds(window, "/situace/neni-tu", "missing");
    }
  }

  @Test
  void the_page_of_the_office_is_in_order_with_somebody_away_and_a_photograph() throws IOException {
    ConsoleClient admin = gateway.admin();
    JsonNode jana = admin.get("directory").path("people").path(0);
    String person = "directory/people/" + jana.path("id").asText();
    var away = Map.of("until", "2026-11-25T08:00", "deputy", "petr");
    assertThat(admin.put(person + "/absence", away).statusCode()).isEqualTo(200);
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
    String sent = Base64.getEncoder().encodeToString(out.toByteArray());
    assertThat(admin.put(person + "/photograph", Map.of("jpeg", sent)).statusCode()).isEqualTo(200);
    try (Window window = CHROMIUM.window()) {
      holds(window, "/urad", "office");
      holds(window, "/uk/urad", "office");
    }
  }

  @Test
  void a_keyboard_reaches_the_content_first_and_the_search_by_typing() {
    try (Window window = CHROMIUM.window()) {
      Page page = window.page();
      page.navigate(gateway.base() + "/situace");
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
      page.keyboard().press("Enter");
      assertThat(page.url()).endsWith("#obsah");

      page.getByRole(AriaRole.SEARCHBOX).fill("poplatek za psa");
      page.keyboard().press("Enter");
      window.reached(".found a[href='/situace/poplatek-pes']");
    }
  }

  @Test
  void on_paper_there_is_the_code_and_no_menu() {
    try (Window window = CHROMIUM.window()) {
      Page page = window.page();
      page.navigate(gateway.base() + "/situace/poplatek-pes");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator(".qr").isVisible()).isTrue();
      assertThat(page.locator(".languages").count() == 0 || !page.locator(".languages").isVisible())
          .isTrue();
    }
  }

  private static void holds(Window window, String path, String state) {
    window.page().navigate(gateway.base() + path);
    String language = path.startsWith("/uk") ? "uk" : "cs";
    window.holds(state + "-" + language);
    assertThat(window.complaints().stream().filter(line -> !line.contains("404"))).as(path).isEmpty();
    assertThat(window.requestsOutside(gateway.base())).as(path).isEmpty();
  }
}
