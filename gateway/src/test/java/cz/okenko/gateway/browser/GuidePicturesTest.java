package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
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
    try (var gateway = RunningGateway.start(folder, clock, "hooks: {internal-addresses: true}");
        var citizen = new Citizen(CHROMIUM.window());
        var clerk = new Desk(CHROMIUM.window(), gateway.base());
        var admin = new Desk(CHROMIUM.window(), gateway.base())) {
      ConsoleClient jana = gateway.clerk("jana");
      dayBegins(gateway, jana);

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
      draw(clerk.page(), "sign-in.png");
      clerk.signIn("jana", "heslo pro jana");
      clerk.window().reached(".queue-link");
      draw(clerk.page(), "queue.png");
      drawConversation(citizen, clerk);
      draw(clerk, "texty", "canned.png");
      draw(clerk, "ucet", "account.png");

      admin.page().clock().setFixedTime(Date.from(now.get()));
      admin.signIn("admin", RunningGateway.ADMIN_PASSWORD);
      draw(admin, "urad", "office.png");
      draw(admin, "lide", "people.png");
      draw(admin, "chybi", "gaps.png");
      draw(admin, "blokovani", "blocks.png");
      draw(admin, "napojeni", "integrations.png");
      draw(admin, "napojeni/hlaseni", "hooks.png");
      draw(admin, "zaznamy", "audit.png");
    }
  }

  private static void drawConversation(Citizen citizen, Desk clerk) throws Exception {
    clerk.page().locator(".queue-link:has-text('kolik stoji')").click();
    clerk.press("Převzít");
    clerk.note("Občan spěchá, v pátek odlétá.");
    clerk.reply("Dobrý den, občanku do 24 hodin vám vyřídí ministerstvo. Kdy odlétáte?");
    citizen.hears("clerk", 1);
    citizen.say("v pátek ráno");
    clerk.page().locator(".line-citizen:has-text('v pátek ráno')").waitFor();
    draw(clerk.page(), "console.png");
    clerk.press("Vložit z článků");
    clerk.page().getByRole(AriaRole.DIALOG).locator("input").first().fill("občanka");
    clerk.page().getByRole(AriaRole.DIALOG).getByText("Vložit celý článek").first().waitFor();
    draw(clerk.page(), "insert.png");
    clerk.page().keyboard().press("Escape");
    clerk.press("Předat dál");
    clerk.page().getByRole(AriaRole.DIALOG).locator("select").first().waitFor();
    draw(clerk.page(), "transfer.png");
    clerk.page().keyboard().press("Escape");
  }

  private static void draw(Desk desk, String screen, String name) throws Exception {
    desk.show(screen);
    draw(desk.page(), name);
  }

  /// Before the pictures: what is kept in the office, one who is done, one who is blocked, and
  /// three who wait.
  private void dayBegins(RunningGateway gateway, ConsoleClient jana) {
    keep(gateway.admin(), jana);
    ChatClient answered = waits(gateway, "Kde si půjčím slavnostní prapor obce?");
    jana.claim(answered.conversation());
    jana.reply(answered.conversation(), "Prapor půjčujeme v kanceláři tajemníka.");
    jana.post(
        "conversations/" + answered.conversation() + "/close",
        Map.of("reason", "answered", "inBase", "no"));
    ChatClient rude = waits(gateway, "Napište mi hned, jste banda neschopných.");
    jana.claim(rude.conversation());
    jana.post(
        "conversations/" + rude.conversation() + "/block", Map.of("hours", 24, "reason", "threats"));
    for (String question :
        List.of(
            "potřebuju změnit trvalý pobyt, ale nemám nájemní smlouvu",
            "propadla mi občanka, když jsem byl v nemocnici",
            "dcera se narodila v zahraničí, co s rodným listem")) {
      waits(gateway, question);
      pass(Duration.ofMinutes(7));
    }
  }

  private static void keep(ConsoleClient admin, ConsoleClient jana) {
    jana.post(
        "canned",
        Map.of("shortcut", "pozdrav", "text", "Dobrý den, tady {urednik} z agendy {agenda}."));
    jana.post(
        "canned",
        Map.of("shortcut", "hodiny", "text", "Máme otevřeno takhle: {hodiny}. Stavte se."));
    admin.post(
        "integrations",
        Map.of("name", "Spisová služba", "rights", List.of("see-conversations"), "days", 365));
    admin.post(
        "hooks",
        Map.of(
            "name", "Spisová služba",
            "url", "https://localhost/spisova-sluzba",
            "events", List.of("conversation.closed", "conversation.rated"),
            "on", true));
  }

  private static ChatClient waits(RunningGateway gateway, String question) {
    ChatClient other = gateway.chat();
    other.send(question);
    other.answer(1);
    other.choose("handoff", "Mluvit s člověkem");
    other.awaitState("waiting");
    return other;
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
