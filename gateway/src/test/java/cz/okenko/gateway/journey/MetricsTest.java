package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Wire;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsTest {
  private static final InstantSource MONDAY =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

  @Test
  void a_conversation_is_counted_and_nothing_of_it_is_shown(@TempDir Path folder) {
    try (var gateway = RunningGateway.start(folder, MONDAY)) {
      ChatClient citizen = gateway.chat();
      citizen.send("kolik stojí nová občanka");
      citizen.answer(1);
      citizen.choose("handoff", "Mluvit s člověkem");
      citizen.awaitState("waiting");
      gateway.admin().conversation(citizen.conversation());

      String metrics =
          Wire.send(HttpRequest.newBuilder(gateway.base().resolve("/metrics"))).body();

      assertThat(metrics)
          .contains("okenko_messages_received_total{channel=\"webchat\"} 2.0")
          .contains("okenko_answers_total{outcome=\"found\"} 1.0")
          .contains("okenko_writer_synchronous 2.0")
          .contains("okenko_queue_waiting{agenda=\"doklady\"} 1.0")
          .containsPattern("okenko_writer_commits_total [1-9]")
          .containsPattern("okenko_writer_units_total [1-9]")
          .contains("okenko_webchat_streams 1.0")
          .containsPattern("okenko_http_requests_seconds_count\\{route=\"/api/chat/messages\",status=\"202\"}")
          .containsPattern("okenko_http_requests_seconds_count\\{route=\"[^\"]*/conversations/\\{id}\",status=\"200\"}")
          .doesNotContain(citizen.conversation(), citizen.token(), "občanka");
    }
  }
}
