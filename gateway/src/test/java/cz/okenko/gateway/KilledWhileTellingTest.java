package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.gateway.Receiver.Heard;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real process is killed while another program is being told what happened.
final class KilledWhileTellingTest {
  @TempDir Path folder;

  @Test
  void what_was_under_way_is_told_by_the_next_process_under_the_same_name() throws Exception {
    Path settings = RunningGateway.settings(folder, "hooks: {internal-addresses: true}");
    try (var receiver = new Receiver();
        var gateway = new ChildGateway(folder, settings, RunningGateway.freePort(), "none")) {
      gateway.awaitUp();
      String secret = hooked(gateway, receiver);
      receiver.hangs();
      ChatClient citizen = ChatClient.open(gateway.base(), "cs");
      citizen.send("Dobrý den");
      assertThat(citizen.post("close", Map.of()).statusCode()).isEqualTo(204);
      Heard before = receiver.await(1).getFirst();
      gateway.kill();

      receiver.answers(204);
      gateway.startAgain();
      gateway.awaitUp();

      Heard after = receiver.await(2).getLast();
      assertThat(after.id()).isEqualTo(before.id());
      assertThat(after.body()).isEqualTo(before.body());
      assertThat(after.signedWith(secret)).isTrue();
    }
  }

  private static String hooked(ChildGateway gateway, Receiver receiver) {
    ConsoleClient admin =
        ConsoleClient.signIn(gateway.base(), "admin", RunningGateway.ADMIN_PASSWORD);
    HttpResponse<String> added =
        admin.post(
            "hooks",
            Map.of(
                "name", "Spisovka",
                "url", receiver.url().toString(),
                "events", List.of("conversation.closed"),
                "on", true));
    JsonNode hook = Wire.json(added.body());
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return hook.path("secret").asText();
  }
}
