package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.PigeonProvider;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdleTest {
  private static final Pattern COMMITS =
      Pattern.compile("okenko_writer_commits_total ([0-9.]+)");

  /// Time must pass here: what is looked for is what somebody does every second or ten without need.
  @Test
  void a_gateway_nobody_writes_to_writes_nothing(@TempDir Path folder) {
    PigeonProvider.loft("idle");
    try (var gateway =
        RunningGateway.withoutArticles(
            folder, InstantSource.system(), "channels: {pigeon: {loft: idle}}")) {
      awaitQuiet(gateway);
      double before = commits(gateway);

      LockSupport.parkNanos(Duration.ofSeconds(11).toNanos());

      assertThat(commits(gateway)).isEqualTo(before);
    }
  }

  /// What is done once after a start is over when a second went by without a commit, at the latest
  /// after ten.
  private static void awaitQuiet(RunningGateway gateway) {
    double before = -1;
    for (int i = 0; i < 10 && commits(gateway) != before; i++) {
      before = commits(gateway);
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  private static double commits(RunningGateway gateway) {
    String metrics =
        Wire.send(HttpRequest.newBuilder(gateway.base().resolve("/metrics"))).body();
    Matcher found = COMMITS.matcher(metrics);
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }
}
