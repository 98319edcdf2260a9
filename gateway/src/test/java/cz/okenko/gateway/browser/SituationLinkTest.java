package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Who reads the page of a life situation goes on in the chat, which then knows what it is about.
final class SituationLinkTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;

  @Test
  void the_chat_opened_from_a_situation_is_asked_about_it_once_and_goes_on_in_it() {
    try (var gateway = RunningGateway.start(folder, House.MONDAY_MORNING);
        var citizen = new Citizen(CHROMIUM.window())) {
      citizen.page().navigate(gateway.base() + "/situace/poplatek-pes");
      citizen.page().locator("a.ask").click();
      citizen.hears("bot", 1);

      assertThat(citizen.said("citizen")).hasSize(1);
      assertThat(citizen.said("citizen").getFirst()).containsIgnoringCase("ps");
      assertThat(citizen.page().url()).isEqualTo(gateway.base() + "/");

      citizen.ask("a do kdy to musím zaplatit?");
      assertThat(citizen.said("bot").getLast()).contains("Poplatek se platí");

      citizen.page().reload();
      citizen.hears("bot", 2);
      assertThat(citizen.said("citizen")).hasSize(2);
    }
  }
}
