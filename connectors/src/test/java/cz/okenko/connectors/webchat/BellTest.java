package cz.okenko.connectors.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BellTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Bell bell = new Bell();
  private final Address address = new Address("webchat", "somebody");

  @AfterEach
  void close() {
    bell.close();
  }

  @Test
  void a_line_nobody_answers_is_told_soon_all_the_same() throws InterruptedException {
    try (Bell.Ear ear = bell.listen(address)) {
      bell.expectAnswer(address);

      assertThat(ear.await(LONG)).isTrue();
      assertThat(ear.await(SHORT)).isFalse();
    }
  }

  @Test
  void an_answer_tells_of_the_line_too() throws InterruptedException {
    try (Bell.Ear ear = bell.listen(address)) {
      bell.expectAnswer(address);
      bell.ring(address);

      assertThat(ear.await(LONG)).isTrue();
      assertThat(ear.await(SHORT)).isFalse();
    }
  }

  @Test
  void each_line_is_told_of() throws InterruptedException {
    try (Bell.Ear ear = bell.listen(address)) {
      for (int i = 0; i < 20; i++) {
        bell.expectAnswer(address);

        assertThat(ear.await(LONG)).isTrue();
      }
    }
  }

  @Test
  void nobody_else_is_woken() throws InterruptedException {
    try (Bell.Ear ear = bell.listen(new Address("webchat", "somebody else"))) {
      bell.expectAnswer(address);

      assertThat(ear.await(SHORT)).isFalse();
    }
  }
}
