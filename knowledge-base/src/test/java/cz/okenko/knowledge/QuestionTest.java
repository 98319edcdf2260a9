package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuestionTest {

  @Test
  void of_a_long_text_the_beginning_is_asked() {
    String asked = Question.fresh("a".repeat(20_000), Language.CS).text();

    assertThat(asked).isEqualTo("a".repeat(Question.LONGEST_TEXT));
  }

  @Test
  void a_character_is_never_cut_in_two() {
    String asked = Question.fresh("a".repeat(3_999) + "🐕".repeat(9), Language.CS).text();

    assertThat(asked).isEqualTo("a".repeat(3_999));
  }
}
