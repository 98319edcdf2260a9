package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.Connector;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.gateway.settings.SettingsException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ChannelsTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");

  @Test
  void a_channel_of_the_settings_takes_questions_in_and_answers_out() {
    Pigeons pigeons = PigeonProvider.loft("whole");
    try (var gateway = RunningGateway.start(folder, clock, "channels: {pigeon: {loft: whole}}")) {
      pigeons.says("anna", "kolik stojí nová občanka");
      OutboundMessage answer = pigeons.hears();

      assertThat(answer.text()).contains("200 Kč");
      assertThat(answer.speaker()).isEqualTo(new Speaker.Bot());
      assertThat(answer.occasion()).isEqualTo(new Occasion("p1", clock.instant()));
      assertThat(
              Wire.send(
                      HttpRequest.newBuilder(gateway.base().resolve("/connectors/pigeon"))
                          .POST(BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(204);
      assertThat(pigeons.surroundings().house().name()).startsWith("Město Vzorov");
      assertThat(pigeons.surroundings().folder().toString()).endsWith("data/channels/pigeon");
      assertThat(pigeons.happened()).containsExactly("routes", "start");
    }
    assertThat(pigeons.happened()).containsExactly("routes", "start", "close");
  }

  @Test
  void what_is_counted_passes_everything_on() {
    assertThat(Connector.class.getMethods())
        .allSatisfy(
            method ->
                assertThat(CountedConnector.class.getMethod(method.getName(), method.getParameterTypes()))
                    .extracting(Method::getDeclaringClass)
                    .isEqualTo(CountedConnector.class));
  }

  @Test
  void a_notebook_outlives_the_gateway() {
    Pigeons pigeons = PigeonProvider.loft("notebook");
    String on = "channels: {pigeon: {loft: notebook}}";
    try (var _ = RunningGateway.withoutArticles(folder, clock, on)) {
      pigeons.surroundings().notebook().write(Map.of("read", "41"));
    }

    try (var _ = RunningGateway.withoutArticles(folder, clock, on)) {
      assertThat(pigeons.surroundings().notebook().read("read")).contains("41");
    }
  }

  @Test
  void without_its_section_a_channel_is_off() {
    try (var gateway = RunningGateway.withoutArticles(folder, clock)) {
      assertThat(
              Wire.send(
                      HttpRequest.newBuilder(gateway.base().resolve("/connectors/pigeon"))
                          .POST(BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void a_secret_comes_from_the_file_that_is_named() throws IOException {
    Files.writeString(folder.resolve("pigeon.key"), "kukuřice\n");
    String on = "channels: {pigeon: {loft: locked, locked: true, key-file: pigeon.key}}";

    try (var _ = RunningGateway.withoutArticles(folder, clock, on)) {
      assertThat(PigeonProvider.loft("locked").key()).isEqualTo("kukuřice");
    }
  }

  @Test
  void a_secret_in_the_settings_file_is_refused_and_not_repeated() {
    assertRefused("{loft: x, locked: true, key: kukuřice}", "may not stand in this file", "kukuřice");
  }

  @Test
  void what_is_wrong_is_told_all_at_once_with_its_line() {
    assertRefused("{loft: x, feathers: 1, beak: 2}", "channels.pigeon.feathers are too few", "\0");
    assertRefused("{loft: x, feathers: 1, beak: 2}", "channels.pigeon.beak is not a known key", "\0");
    assertRefused("{loft: x, locked: true}", "OKENKO_PIGEON_KEY", "\0");
    assertThatThrownBy(() -> RunningGateway.withoutArticles(folder, clock, "channels: {dove: {}}").close())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("channels.dove is not a known key");
  }

  @Test
  void a_channel_switched_off_keeps_its_other_keys() {
    String off = "channels: {pigeon: {on: false, loft: off, beak: 2}}";

    try (var _ = RunningGateway.withoutArticles(folder, clock, off)) {
      assertThat(PigeonProvider.loft("off").happened()).isEmpty();
    }
  }

  private void assertRefused(String section, String reason, String silent) {
    assertThatThrownBy(
            () -> RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: " + section + "}").close())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(reason)
        .hasMessageMatching("(?s).*okenko.yaml:\\d+: .*")
        .hasMessageNotContaining(silent);
  }
}
