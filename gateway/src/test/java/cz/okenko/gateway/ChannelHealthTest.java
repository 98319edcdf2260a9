package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Health;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
final class ChannelHealthTest {
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");

  @Test
  void a_channel_that_fails_says_why_and_the_gateway_stays_ready() {
    Pigeons pigeons = PigeonProvider.loft("health");
    var failing =
        new Health(Health.State.FAILING, Health.Trouble.NOT_SIGNED_IN, Duration.ofMinutes(3));
    try (var gateway = RunningGateway.withoutArticles(folder, clock, "channels: {pigeon: {loft: health}}")) {
      pigeons.is(failing);

      HttpResponse<String> ready = get(gateway, "/health/ready");
      String metrics = get(gateway, "/metrics").body();

      assertThat(ready.statusCode()).isEqualTo(200);
      JsonNode pigeon = channel(Wire.json(ready.body()), "pigeon");
      assertThat(pigeon.path("state").asText()).isEqualTo("failing");
      assertThat(pigeon.path("trouble").asText()).isEqualTo("not-signed-in");
      assertThat(pigeon.path("text").asText()).startsWith("Platforma nepřijímá naše heslo");
      assertThat(pigeon.path("lagSeconds").asInt()).isEqualTo(180);
      assertThat(channel(Wire.json(ready.body()), "webchat").has("trouble")).isFalse();
      assertThat(metrics)
          .contains("okenko_channel_connected{channel=\"pigeon\"} 0.0")
          .contains("okenko_channel_connected{channel=\"webchat\"} 1.0")
          .contains("okenko_channel_lag_seconds{channel=\"pigeon\"} 180.0");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void every_trouble_has_a_sentence(Health.Trouble trouble) {
    String key = "health." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');

    assertThat(Texts.load().keys()).contains(key);
  }

  private static JsonNode channel(JsonNode ready, String name) {
    for (JsonNode channel : ready.path("channels")) {
      if (channel.path("channel").asText().equals(name)) {
        return channel;
      }
    }
    throw new AssertionError("no channel " + name + " in " + ready);
  }

  private static HttpResponse<String> get(RunningGateway gateway, String path) {
    return Wire.send(HttpRequest.newBuilder(gateway.base().resolve(path)).GET());
  }
}
