package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Draws the pictures of the guide on the real gateway; only when `OKENKO_GUIDE` is set.
@EnabledIfEnvironmentVariable(named = "OKENKO_GUIDE", matches = ".+")
final class GuidePicturesTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final long LARGEST = 250_000;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T09:02:00Z"));

  @Test
  void the_guide_shows_what_the_product_looks_like(@TempDir Path folder) throws Exception {
    InstantSource clock = now::get;
    try (var gateway = RunningGateway.start(folder, clock);
        var citizen = new Citizen(CHROMIUM.window());
        var clerk = new Desk(CHROMIUM.window(), gateway.base());
        var admin = new Desk(CHROMIUM.window(), gateway.base())) {
      gateway.clerk("jana");
      othersWait(gateway);

      citizen.page().clock().setFixedTime(Date.from(now.get()));
      citizen.visit(gateway.base());
      citizen.ask("kolik stoji nova obcanka");
      citizen.page().locator("article.citizen").evaluate("line => line.scrollIntoView()");
      draw(citizen.page(), "chat.png");

      citizen.wantsAPerson();
      citizen.stands("waiting");
      draw(citizen.page(), "waiting.png");
      pass(Duration.ofMinutes(4));
      clerk.page().clock().setFixedTime(Date.from(now.get()));
      clerk.signIn("jana", "heslo pro jana");
      clerk.window().reached(".queue-link");
      draw(clerk.page(), "queue.png");
      clerk.page().locator(".queue-link:has-text('kolik stoji')").click();
      clerk.press("Převzít");
      clerk.note("Občan spěchá, v pátek odlétá.");
      clerk.reply("Dobrý den, občanku do 24 hodin vám vyřídí ministerstvo. Kdy odlétáte?");
      citizen.hears("clerk", 1);
      citizen.say("v pátek ráno");
      clerk.page().locator(".line-citizen:has-text('v pátek ráno')").waitFor();
      draw(clerk.page(), "console.png");

      admin.page().clock().setFixedTime(Date.from(now.get()));
      admin.signIn("admin", RunningGateway.ADMIN_PASSWORD);
      draw(admin, "urad", "office.png");
      draw(admin, "lide", "people.png");
      draw(admin, "zaznamy", "audit.png");
    }
  }

  private static void draw(Desk desk, String screen, String name) throws Exception {
    desk.show(screen);
    draw(desk.page(), name);
  }

  private void othersWait(RunningGateway gateway) {
    for (String question :
        new String[] {
          "potřebuju změnit trvalý pobyt, ale nemám nájemní smlouvu",
          "propadla mi občanka, když jsem byl v nemocnici",
          "dcera se narodila v zahraničí, co s rodným listem"
        }) {
      ChatClient other = gateway.chat();
      other.send(question);
      other.answer(1);
      other.choose("handoff", "Mluvit s člověkem");
      other.awaitState("waiting");
      pass(Duration.ofMinutes(7));
    }
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private static void draw(Page page, String name) throws Exception {
    Path file =
        Path.of(System.getProperty("okenko.repository", ".."), "gateway/docs/guide", name);
    page.evaluate("() => document.activeElement?.blur()");
    page.evaluate("() => document.querySelector('okenko-chat')?.shadowRoot.activeElement?.blur()");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).isLessThan(LARGEST);
  }
}
