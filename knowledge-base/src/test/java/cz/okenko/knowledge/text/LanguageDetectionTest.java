package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.finding.Wordings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In which language short messages are, or that it is not clear.
final class LanguageDetectionTest {

  @Test
  void nearly_every_short_message_is_told_and_none_of_another_language() {
    List<String> misses = Wordings.read("languages.txt").misses(LanguageDetectionTest::told);

    assertThat(misses).hasSizeLessThanOrEqualTo(4);
    assertThat(misses).allSatisfy(miss -> assertThat(miss).contains("?"));
  }

  @Test
  void numbers_signs_and_endless_texts_are_of_no_language_or_of_one() {
    assertThat(told("")).isEqualTo("?");
    assertThat(told("12345 !!! 😀")).isEqualTo("?");
    assertThat(told("<script>alert(document.cookie)</script>")).isEqualTo("?");
    assertThat(told("<p class=\"question\">kde přihlásím psa</p>")).isEqualTo("cs");
    assertThat(told("kolik stojí nový pas ".repeat(1000))).isEqualTo("cs");
  }

  private static String told(String text) {
    return Language.clearlyOf(text).map(Language::code).orElse("?");
  }
}
