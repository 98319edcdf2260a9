package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// When nobody is at the counter.
final class OutOfHoursTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void the_office_says_when_it_opens_and_takes_a_contact(@TempDir Path folder) {
    try (var gateway = RunningGateway.withoutArticles(folder, House.SATURDAY);
        var citizen = new Citizen(CHROMIUM.window());
        var clerk = new Desk(CHROMIUM.window(), gateway.base())) {
      citizen.visit(gateway.base());
      citizen.page().locator("#hours:has-text('8.00')").waitFor();
      citizen.ask("ahoj");
      citizen.wantsAPerson();
      citizen.stands("waiting");
      citizen.say("pište na jan@example.org");
      citizen.hears("office", 2);
      citizen.window().holds("out-of-hours");

      clerk.signIn("admin", RunningGateway.ADMIN_PASSWORD);
      clerk.openFirst();
      assertThat(clerk.page().locator(".citizen").textContent()).contains("jan@example.org");
      clerk.window().holds("console-contact");
    }
  }
}
