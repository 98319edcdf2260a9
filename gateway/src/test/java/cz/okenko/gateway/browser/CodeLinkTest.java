package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.Pigeons;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A link `/#code=…` from another channel, opened in a browser.
final class CodeLinkTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;
  private final Pigeons pigeons = PigeonProvider.loft("code-link");
  private RunningGateway gateway;

  @BeforeEach
  void open() {
    gateway =
        RunningGateway.withoutArticles(
            folder, House.MONDAY_MORNING, "channels: {pigeon: {loft: code-link}}");
  }

  @AfterEach
  void shut() {
    gateway.close();
    pigeons.rest();
  }

  @Test
  void a_link_with_a_code_goes_on_with_its_matter_once_and_leaves_no_code_in_the_address() {
    pigeons.says("anna", "chci mluvit s člověkem");
    pigeons.hears();
    String code = pigeons.surroundings().codes().make(pigeons.address("anna"));
    try (var citizen = new Citizen(CHROMIUM.window())) {
      citizen.page().navigate(gateway.base() + "/#code=" + code);

      citizen.stands("waiting");
      assertThat(pigeons.hears().text()).startsWith("Dál pokračujeme v chatu na webu úřadu");
      assertThat(citizen.page().url()).isEqualTo(gateway.base() + "/");
      List<String> said = citizen.said("citizen");

      citizen.page().reload();
      citizen.stands("waiting");

      assertThat(citizen.said("citizen")).isEqualTo(said);
    }
  }
}
