package cz.okenko.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.Wire;
import java.net.http.HttpResponse;

/// What holds for every answer, whatever was asked.
final class Hostile {
  static final String NO_LIMITS =
      """
      limits:
        conversation: {burst: 1000000, per-second: 1000000}
        address: {burst: 1000000, per-second: 1000000}
        opening: {burst: 1000000, per-second: 1000000}
      """;

  private Hostile() {}

  static boolean byCitizen(JsonNode line) {
    return line.path("author").asText().equals("citizen");
  }

  static void assertProblem(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertHarmless(response);
  }

  /// No fault of ours; a refusal is a problem a program can read; no look inside.
  static void assertHarmless(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isLessThan(500);
    assertThat(response.body()).doesNotContain("\tat ", "Exception", "cz.okenko", "io.helidon");
    if (response.statusCode() >= 400) {
      assertThat(response.headers().firstValue("Content-Type"))
          .as(response.uri() + " " + response.body())
          .contains("application/problem+json");
      JsonNode problem = Wire.json(response.body());
      assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
      assertThat(problem.path("title").asText()).isNotEmpty();
      assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    }
  }
}
