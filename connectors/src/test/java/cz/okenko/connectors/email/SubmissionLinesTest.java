package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How many connections answers take.
@Timeout(60)
final class SubmissionLinesTest {
  private static final Speaker CLERK = new Speaker.Clerk("Jana Nová", "Doklady");

  @TempDir Path folder;
  private Bench bench;
  private InboundMessage asked;

  @BeforeEach
  void ask() {
    bench = new Bench(folder);
    asked = bench.comes(Bench.mail("jana@posta.example", "1@posta.example", "", "Dotaz"));
  }

  @AfterEach
  void close() {
    bench.postman().close();
    bench.close();
  }

  @Test
  void mails_go_one_after_the_other_over_one_connection() {
    for (int i = 0; i < 5; i++) {
      assertThat(bench.says(CLERK, asked, "Odpověď " + i)).isEqualTo(new Delivery.Delivered());
    }

    assertThat(bench.provider.taken()).hasSize(5);
    assertThat(bench.provider.connections()).isEqualTo(1);
  }

  @Test
  void a_connection_the_server_has_ended_is_not_used() {
    bench.says(CLERK, asked, "První");
    bench.provider.hangUp();

    assertThat(bench.says(CLERK, asked, "Druhá")).isEqualTo(new Delivery.Delivered());
    assertThat(bench.provider.taken()).hasSize(2);
  }

  @Test
  void many_at_once_share_few_connections() throws InterruptedException, ExecutionException {
    List<Callable<Delivery>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      var message = bench.outbound(CLERK, asked, "Odpověď " + i);
      work.add(() -> bench.postman().deliver(message));
    }

    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Delivery> done : together.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(new Delivery.Delivered());
      }
    }

    assertThat(bench.provider.taken()).hasSize(40);
    assertThat(bench.provider.connections()).isLessThanOrEqualTo(3);
  }
}
