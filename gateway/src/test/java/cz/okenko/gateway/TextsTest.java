package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.knowledge.Language;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextsTest {

  @Test
  void every_shipped_text_is_there_in_every_language() {
    assertThat(Texts.load().keys()).isNotEmpty();
  }

  @Test
  void a_text_missing_in_one_language_stops_the_start() {
    Map<Language, Map<String, String>> texts = everywhere(Map.of("hello", "Ahoj"));
    texts.put(Language.UK, Map.of());

    assertThatThrownBy(() -> new Texts(texts)).hasMessageContaining("hello is missing in uk");
  }

  @Test
  void a_text_with_other_arguments_in_one_language_stops_the_start() {
    Map<Language, Map<String, String>> texts = everywhere(Map.of("hello", "Ahoj {0}"));
    texts.put(Language.DE, Map.of("hello", "Hallo"));

    assertThatThrownBy(() -> new Texts(texts)).hasMessageContaining("other arguments in de");
  }

  @Test
  void arguments_are_filled_as_they_are() {
    Texts texts = new Texts(everywhere(Map.of("hello", "{1} píše {0}.")));

    assertThat(texts.text(Language.CS, "hello", "$1 {1} \\", "Jan"))
        .isEqualTo("Jan píše $1 {1} \\.");
  }

  @ParameterizedTest
  @CsvSource({
    "CS, 1, one", "CS, 3, few", "CS, 5, other", "CS, 0, other", "CS, 22, other",
    "EN, 1, one", "EN, 3, other", "DE, 2, other",
    "UK, 21, one", "UK, 11, other", "UK, 23, few", "UK, 13, other", "UK, 5, other"
  })
  void a_number_takes_the_form_its_language_asks_for(Language language, long number, String form) {
    Texts texts =
        new Texts(
            everywhere(
                Map.of("n.one", "{0} one {1}", "n.few", "{0} few {1}", "n.other", "{0} other {1}")));

    assertThat(texts.count(language, "n", number, "x")).isEqualTo(number + " " + form + " x");
  }

  @Test
  void an_unknown_key_is_a_fault_of_the_program() {
    Texts texts = Texts.load();

    assertThatThrownBy(() -> texts.text(Language.CS, "no.such.key"))
        .hasMessageContaining("no.such.key");
  }

  private static Map<Language, Map<String, String>> everywhere(Map<String, String> texts) {
    Map<Language, Map<String, String>> languages = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      languages.put(language, texts);
    }
    return languages;
  }
}
