package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.Gateway;
import cz.okenko.gateway.RunningGateway;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Reloads, lost lines and restarts: whatever was said is still there, once.
final class BadWeatherTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Test
  void a_reload_keeps_the_transcript_and_the_draft_and_a_lost_line_the_order(
      @TempDir Path folder) {
    try (var gateway = RunningGateway.start(folder, House.MONDAY_MORNING);
        var citizen = new Citizen(CHROMIUM.window())) {
      citizen.page().clock().install();
      citizen.visit(gateway.base());
      isReloaded(citizen);
      isOffline(citizen);
    }
  }

  private static void isReloaded(Citizen citizen) {
    citizen.ask("kolik stojí nová občanka");
    List<String> answer = citizen.said("bot");
    citizen.field().fill("a co když");

    citizen.page().reload();

    citizen.hears("bot", 1);
    assertThat(citizen.said("citizen")).containsExactly("kolik stojí nová občanka");
    assertThat(citizen.said("bot")).isEqualTo(answer);
    assertThat(citizen.field().inputValue()).isEqualTo("a co když");
    assertThat(citizen.window().complaints()).isEmpty();
  }

  private static void isOffline(Citizen citizen) {
    citizen.window().context().setOffline(true);
    citizen.connectionIs("offline");
    citizen.say("a kde to vyřídím");
    citizen.say("a jak dlouho to trvá");
    citizen.page().clock().runFor("00:30");
    citizen.window().reached("[data-notice=offline]");
    assertThat(citizen.page().locator("[data-sending=waiting]").count()).isEqualTo(2);
    citizen.window().holds("offline");
    citizen.window().context().setOffline(false);

    citizen.connectionIs("online");
    citizen.hears("bot", 3);
    assertThat(citizen.said("citizen"))
        .containsExactly(
            "kolik stojí nová občanka", "a kde to vyřídím", "a jak dlouho to trvá");
    assertThat(citizen.page().locator("[data-sending=waiting]").count()).isZero();
  }

  @Test
  void a_restart_of_the_gateway_loses_nothing_and_says_nothing_twice(@TempDir Path folder) {
    try (var citizen = new Citizen(CHROMIUM.window())) {
      URI base;
      try (var gateway = RunningGateway.start(folder, House.MONDAY_MORNING)) {
        base = gateway.base();
        citizen.visit(base);
        citizen.ask("kolik stojí nová občanka");
      }
      citizen.window().reached("[data-notice=reconnecting]");
      citizen.say("a kde to vyřídím");
      citizen.window().holds("reconnecting");

      try (Gateway again = House.again(folder, base, House.MONDAY_MORNING)) {
        assertThat(again.port()).isEqualTo(base.getPort());
        citizen.connectionIs("online");
        citizen.hears("bot", 2);

        assertThat(citizen.said("citizen"))
            .containsExactly("kolik stojí nová občanka", "a kde to vyřídím");
        assertThat(citizen.said("bot")).hasSize(2);
      }
    }
  }
}
