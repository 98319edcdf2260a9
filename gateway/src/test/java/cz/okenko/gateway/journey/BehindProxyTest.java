package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BehindProxyTest {
  private static final InstantSource MONDAY =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
  private static final String TIGHT = "limits: {opening: {burst: 2, per-second: 1}}";

  @TempDir Path folder;

  @Test
  void behind_a_trusted_proxy_each_citizen_has_a_limit_of_their_own() {
    String trusted = "server: {trusted-proxies: [127.0.0.1, \"::1\"]}";
    try (var gateway = RunningGateway.withoutArticles(folder, MONDAY, trusted, TIGHT)) {
      assertThat(open(gateway, "198.51.100.1")).isEqualTo(201);
      assertThat(open(gateway, "198.51.100.1")).isEqualTo(201);
      assertThat(open(gateway, "203.0.113.9, 198.51.100.1")).isEqualTo(429);
      assertThat(open(gateway, "198.51.100.2")).isEqualTo(201);
    }
  }

  @Test
  void a_caller_nobody_trusts_cannot_invent_addresses() {
    try (var gateway = RunningGateway.withoutArticles(folder, MONDAY, TIGHT)) {
      assertThat(open(gateway, "198.51.100.1")).isEqualTo(201);
      assertThat(open(gateway, "198.51.100.2")).isEqualTo(201);
      assertThat(open(gateway, "198.51.100.3")).isEqualTo(429);
    }
  }

  private static int open(RunningGateway gateway, String forwarded) {
    return Wire.send(
            HttpRequest.newBuilder(gateway.base().resolve("/api/chat"))
                .header("X-Forwarded-For", forwarded)
                .POST(BodyPublishers.noBody()))
        .statusCode();
  }
}
