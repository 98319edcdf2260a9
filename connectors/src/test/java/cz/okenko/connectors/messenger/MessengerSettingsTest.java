package cz.okenko.connectors.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.ConnectorProvider;
import cz.okenko.connectors.GivenSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/// What an office may say of Messenger in its settings.
final class MessengerSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of("app-secret", "a", "verify-token", "v", "page-token", "p");

  @Test
  void it_is_found_as_a_service() {
    assertThat(ServiceLoader.load(ConnectorProvider.class))
        .extracting(ConnectorProvider::channel)
        .contains("messenger", "webhook");
  }

  @Test
  void fb_21_version_and_address_of_the_graph_are_settings() {
    MessengerSettings usual = MessengerSettings.read(new GivenSettings(LEAST));
    MessengerSettings moved =
        MessengerSettings.read(
            new GivenSettings(with("graph-url", "http://localhost:89", "graph-version", "v26.0")));

    assertThat(usual.graph()).isEqualTo(URI.create("https://graph.facebook.com/v25.0"));
    assertThat(moved.graph()).isEqualTo(URI.create("http://localhost:89/v26.0"));
  }

  @Test
  void one_page_needs_one_token_and_several_one_each() {
    MessengerSettings one = MessengerSettings.read(new GivenSettings(LEAST));
    MessengerSettings two =
        MessengerSettings.read(
            new GivenSettings(
                with(
                    "page-token", "", "pages", "1,22", "page-token-1", "t1", "page-token-22", "t2")));

    assertThat(one.token("7")).contains("p");
    assertThat(two.token("1")).contains("t1");
    assertThat(two.token("22")).contains("t2");
    assertThat(two.token("33")).isEmpty();
  }

  @Test
  void what_cannot_be_used_is_a_fault_of_its_key() {
    assertThat(faults("graph-url", "http://graph.example")).containsExactly("graph-url");
    assertThat(faults("graph-version", "25")).containsExactly("graph-version");
    assertThat(faults("pages", "town")).contains("pages");
    assertThat(faults("pages", "1", "page-token-1", "t")).containsExactly("pages");
    assertThat(faults("persona-picture", "znak.png")).containsExactly("persona-picture");
    assertThat(faults("human-agent", "true")).isEmpty();
  }

  @Test
  void settings_do_not_print() {
    var given = new GivenSettings(with("app-secret", "tajemství"));

    assertThat(MessengerSettings.read(given).toString()).doesNotContain("tajemství");
  }

  private static List<String> faults(String... pairs) {
    var given = new GivenSettings(with(pairs));
    MessengerSettings.read(given);
    return given.faults();
  }

  private static Map<String, String> with(String... pairs) {
    var all = new HashMap<>(LEAST);
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }
}
