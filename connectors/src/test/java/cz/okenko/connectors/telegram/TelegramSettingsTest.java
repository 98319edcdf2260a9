package cz.okenko.connectors.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.ConnectorProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class TelegramSettingsTest {
  private static final String TOKEN = FakeTelegram.TOKEN;
  private static final URI PUBLIC = URI.create("https://chat.vzorov.example");

  private final List<String> faults = new ArrayList<>();

  @Test
  void the_channel_is_found_by_its_service() {
    assertThat(ServiceLoader.load(ConnectorProvider.class))
        .extracting(ConnectorProvider::channel)
        .contains("telegram");
  }

  @Test
  void a_token_is_enough() {
    TelegramSettings read = TelegramSettings.read(of(Map.of("token", TOKEN)), PUBLIC).orElseThrow();

    assertThat(read.webhook()).isFalse();
    assertThat(read.api()).hasToString("https://api.telegram.org");
    assertThat(read.toString() + read.token()).doesNotContain("AA_fake");
    assertThat(faults).isEmpty();
  }

  @Test
  void what_cannot_be_used_is_a_fault_and_no_channel() {
    check("mode", Map.of("token", TOKEN, "mode", "both"));
    check("token", Map.of("token", "abc"));
    check("token", Map.of());
    check("webhook-secret", Map.of("token", TOKEN, "mode", "webhook"));
    check("webhook-secret", Map.of("token", TOKEN, "mode", "webhook", "webhook-secret", "á"));
    check("webhook-secret", Map.of("token", TOKEN, "webhook-secret", "x".repeat(257)));
    check("api-url", Map.of("token", TOKEN, "api-url", "ftp://x"));
    check("api-url", Map.of("token", TOKEN, "api-url", "https:// x"));
  }

  @Test
  void telegram_cannot_come_to_an_address_without_https() {
    URI here = URI.create("http://localhost:8080");
    Map<String, String> webhook =
        Map.of("token", TOKEN, "mode", "webhook", "webhook-secret", "tajne");

    var _ = TelegramSettings.read(of(webhook), here);
    assertThat(faults).containsExactly("mode");

    faults.clear();
    assertThat(TelegramSettings.read(of(Map.of("token", TOKEN)), here)).isPresent();
    assertThat(TelegramSettings.read(of(webhook), PUBLIC)).isPresent();
    assertThat(faults).isEmpty();
  }

  private void check(String key, Map<String, String> settings) {
    faults.clear();

    assertThat(TelegramSettings.read(of(settings), PUBLIC)).as(settings.keySet().toString()).isEmpty();

    assertThat(faults).containsExactly(key);
  }

  private ChannelSettings of(Map<String, String> values) {
    return new Section(values, faults);
  }

  /// A section of the settings file, with secrets where the real one has their files.
  private record Section(Map<String, String> values, List<String> faults)
      implements ChannelSettings {

    @Override
    public boolean present() {
      return true;
    }

    @Override
    public String text(String key, String otherwise) {
      return values.getOrDefault(key, otherwise);
    }

    @Override
    public String secret(String key) {
      if (!values.containsKey(key)) {
        faults.add(key);
      }
      return values.getOrDefault(key, "");
    }

    @Override
    public String secretOrEmpty(String key) {
      return values.getOrDefault(key, "");
    }

    @Override
    public boolean flag(String key, boolean otherwise) {
      return otherwise;
    }

    @Override
    public int number(String key, int otherwise, int least, int most) {
      return otherwise;
    }

    @Override
    public List<String> texts(String key) {
      return List.of();
    }

    @Override
    public void fault(String key, String reason) {
      faults.add(key);
    }
  }
}
