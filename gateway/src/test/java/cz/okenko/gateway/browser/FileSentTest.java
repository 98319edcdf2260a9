package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A clerk sends a file along with a reply, and the citizen saves it, each in their own window.
final class FileSentTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final byte[] FORM = form();

  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");

  /// Long enough to be sent in two pieces.
  private static byte[] form() {
    byte[] bytes = new byte[700_000];
    Arrays.fill(bytes, (byte) ' ');
    byte[] head = "%PDF-1.7\nformulář".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  @Test
  void a_file_goes_from_the_desk_to_the_chat_as_it_is(@TempDir Path folder) throws IOException {
    try (var gateway = RunningGateway.withoutArticles(folder, clock);
        var citizen = new Citizen(CHROMIUM.window());
        var jana = new Desk(CHROMIUM.window(), gateway.base())) {
      gateway.clerk("jana");
      jana.signIn("jana", "heslo pro jana");
      citizen.visit(gateway.base());
      citizen.wantsAPerson();
      citizen.stands("waiting");
      jana.openFirst();
      jana.press("Převzít");
      jana.isLed();

      jana.attaches(new FilePayload("žádost o psa.pdf", "application/pdf", FORM));
      jana.reply("Tady je formulář.");

      citizen.hears("clerk", 1);
      Locator file =
          citizen.page().locator("article.clerk").getByText("žádost o psa.pdf").first();
      Download saved = citizen.page().waitForDownload(file::click);
      assertThat(saved.suggestedFilename()).isEqualTo("žádost o psa.pdf");
      assertThat(Files.readAllBytes(saved.path())).isEqualTo(FORM);
      assertThat(jana.page().locator(".line-clerk .line-files").textContent())
          .contains("žádost o psa.pdf");
      assertThat(jana.page().locator(".enclosures-list").count()).isZero();
    }
  }
}
