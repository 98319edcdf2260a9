package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The main story in real windows, with the headers the gateway really sends: a citizen asks, gets
/// the answer with its source, wants a person, and a clerk of the office serves them. Every state on
/// the way is looked at by axe.
final class FirstStoryTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void open() {
    gateway = RunningGateway.start(folder, House.MONDAY_MORNING);
    gateway.clerk("jana");
  }

  @AfterAll
  static void shut() {
    gateway.close();
  }

  @Test
  void a_citizen_is_answered_by_the_automat_and_then_by_a_clerk() {
    try (var citizen = new Citizen(CHROMIUM.window());
        var clerk = new Desk(CHROMIUM.window(), gateway.base())) {
      citizen.visit(gateway.base());
      citizen.window().holds("welcome");
      isAnswered(citizen);
      wantsAPerson(citizen);

      clerk.window().holds("console-sign-in");
      clerk.signIn("jana", "heslo pro jana");
      isServed(citizen, clerk);
      isRated(citizen, clerk);

      assertThat(citizen.window().complaints()).isEmpty();
      assertThat(citizen.window().requestsOutside(gateway.base())).isEmpty();
      assertThat(clerk.window().requestsOutside(gateway.base())).isEmpty();
    }
  }

  private static void isAnswered(Citizen citizen) {
    citizen.ask("chci nový průkaz");
    citizen.window().holds("choices");
    citizen.page().locator(".stacked .choice").first().click();
    citizen.hears("bot", 2);
    citizen.ask("kolik stoji nova obcanka");

    assertThat(citizen.said("bot").getLast()).contains("Kč");
    assertThat(citizen.page().locator("article.bot .badge").last().textContent())
        .isEqualTo("automat");
    assertThat(citizen.page().locator(".sources a").last().getAttribute("href"))
        .startsWith("https://");
    citizen.window().holds("answer");
    if (citizen.page().locator("summary").count() > 0) {
      citizen.page().locator("summary").last().click();
      citizen.window().holds("all-sources");
    }
  }

  private static void wantsAPerson(Citizen citizen) {
    citizen.wantsAPerson();
    citizen.stands("waiting");
    assertThat(citizen.page().locator("[data-human]").textContent()).contains("1. v pořadí");
    citizen.window().holds("waiting");
  }

  private static void isServed(Citizen citizen, Desk clerk) {
    clerk.window().reached(".queue-row");
    clerk.window().holds("console-queue");
    clerk.openFirst();
    clerk.window().holds("console-waiting");
    clerk.press("Převzít");
    citizen.stands("with-clerk");
    clerk.note("Občan spěchá, letí v pátek.");
    clerk.reply("Dobrý den, přijďte k přepážce 4.");

    citizen.hears("clerk", 1);
    assertThat(citizen.said("clerk")).containsExactly("Dobrý den, přijďte k přepážce 4.");
    assertThat(citizen.page().locator("article.clerk .name").textContent())
        .isEqualTo("Jana Ukázková, Osobní doklady");
    assertThat(citizen.page().locator("okenko-chat .panel").textContent())
        .doesNotContain("letí v pátek");
    citizen.window().holds("with-clerk");
    clerk.window().holds("console-mine");
  }

  private static void isRated(Citizen citizen, Desk clerk) {
    clerk.press("Uzavřít");
    clerk.press("Uzavřít konverzaci");
    citizen.stands("closed");
    citizen.window().holds("closed");
    citizen.page().locator("input[name=score][value='5']").check();
    citizen.press("Odeslat hodnocení");
    citizen.page().locator(".thanks").waitFor();
    citizen.window().holds("rated");

    clerk.tab("Všechny");
    clerk.window().reached(".queue-row:has-text('hodnocení 5 z 5')");
    clerk.window().holds("console-closed");
  }

  @Test
  void a_clerk_stays_signed_in_by_a_cookie_that_no_script_reads() {
    try (var clerk = new Desk(CHROMIUM.window(), gateway.base())) {
      clerk.signIn("admin", RunningGateway.ADMIN_PASSWORD);

      Cookie cookie = clerk.window().context().cookies().getFirst();
      assertThat(cookie.name).isEqualTo("__Host-okenko");
      assertThat(cookie.secure).isTrue();
      assertThat(cookie.httpOnly).isTrue();
      assertThat(cookie.path).isEqualTo("/");
      assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
      assertThat(clerk.page().evaluate("document.cookie")).isEqualTo("");

      clerk.page().reload();
      clerk.window().reached("[role=tab]");
    }
  }
}
