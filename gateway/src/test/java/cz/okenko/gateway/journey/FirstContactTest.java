package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.ChatClient;
import cz.okenko.gateway.RunningGateway;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstContactTest {
  private static final InstantSource MONDAY_MORNING =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

  @Test
  void a_question_is_answered_from_the_knowledge_base_and_seen_in_the_console(
      @TempDir Path folder) {
    try (var gateway = RunningGateway.start(folder, MONDAY_MORNING)) {
      ChatClient citizen = gateway.chat();

      citizen.send("kolik stojí nová občanka");

      JsonNode answer = citizen.answer(1).path("answer");
      assertThat(answer.path("slug").asText()).isEqualTo("obcansky-prukaz-vydani");
      assertThat(answer.path("aspect").asText()).isEqualTo("fee");
      JsonNode lines = gateway.clerk("jana").conversation(citizen.conversation()).path("lines");
      assertThat(lines.findValuesAsText("author")).containsExactly("citizen", "bot");
    }
  }
}
