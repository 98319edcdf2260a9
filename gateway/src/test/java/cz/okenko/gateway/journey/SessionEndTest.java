package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.ConsoleClient;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class SessionEndTest {
  private static final InstantSource MONDAY =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

  @Test
  @Timeout(60)
  void whoever_signed_out_hears_of_no_more_changes(@TempDir Path folder) {
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try (var gateway = RunningGateway.withoutArticles(folder, MONDAY)) {
      ConsoleClient clerk = gateway.admin();
      ChatClient citizen = gateway.chat();
      Iterator<String> events = clerk.events().iterator();
      assertThat(events.next()).startsWith(":");
      citizen.send("kolik stojí občanka");
      while (!events.next().contains(citizen.conversation())) {
        // whatever comes before the change
      }

      clerk.signOut();
      ChatClient other = gateway.chat();
      other.send("kolik stojí občanka");

      while (events.hasNext()) {
        assertThat(events.next()).doesNotContain(other.conversation());
      }
      assertThat(List.copyOf(log.list)).extracting(event -> event.getLevel().toString())
          .doesNotContain("WARN", "ERROR");
    } finally {
      root.detachAppender(log);
    }
  }
}
