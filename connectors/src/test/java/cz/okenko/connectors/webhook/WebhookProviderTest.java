package cz.okenko.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.GivenSettings;
import cz.okenko.connectors.RememberingOffice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What an office may say of the webhook in its settings.
final class WebhookProviderTest {
  private static final String SECRET = "whsec_c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzLTE=";
  private static final String URL = "https://kiosk.example/okenko";

  @Test
  void it_is_made_with_an_address_and_a_secret() {
    assertThat(made(new GivenSettings(Map.of("url", URL, "secret", SECRET)))).isPresent();
    assertThat(made(new GivenSettings(Map.of()))).isEmpty();
    assertThat(made(new GivenSettings(Map.of("on", "false", "url", URL)))).isEmpty();
  }

  @Test
  void what_cannot_be_used_is_a_fault_of_its_key() {
    check(Map.of("url", "http://kiosk.example/okenko", "secret", SECRET), "url");
    check(Map.of("secret", SECRET), "url");
    check(Map.of("url", URL), "secret");
    check(Map.of("url", URL, "secret", "heslo"), "secret");
    check(Map.of("url", URL, "secret", "whsec_a2tyYXRrZQ=="), "secret");
    check(Map.of("url", URL, "secret", SECRET, "secret-before", "whsec_?"), "secret");
  }

  private static void check(Map<String, String> given, String key) {
    var settings = new GivenSettings(given);

    assertThat(made(settings)).isEmpty();
    assertThat(settings.faults()).containsExactly(key);
  }

  private static Optional<Connector> made(GivenSettings settings) {
    var office = new RememberingOffice();
    var house =
        new House("Vzorov", URI.create("https://chat.vzorov.example"), "#0b5cad", "cs");
    return new WebhookProvider()
        .read(settings, house)
        .map(
            plan ->
                plan.make(
                    new Surroundings(
                        office,
                        office.notebook(),
                        address -> "0123456789",
                        () -> Instant.EPOCH,
                        Path.of("unused"),
                        house)));
  }
}
