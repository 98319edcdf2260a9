package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BeginningsTest {
  private final Beginnings beginnings =
      new Beginnings(List.of("plat", "platba", "pla", "za", "zap", "obc", "ž"));

  @ParameterizedTest
  @ValueSource(strings = {"pla", "plat", "platy", "plazma", "za", "zazvonit", "obcanka"})
  void a_word_that_begins_so_is_known(String word) {
    assertThat(beginnings.begin(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "pl", "pes", "z", "ob", "obd", "a"})
  void another_is_not(String word) {
    assertThat(beginnings.begin(word)).isFalse();
  }

  @Test
  void no_beginnings_begin_nothing() {
    assertThat(new Beginnings(List.of()).begin("slovo")).isFalse();
  }
}
