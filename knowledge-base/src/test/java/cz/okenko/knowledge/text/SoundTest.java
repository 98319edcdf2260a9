package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoundTest {

  @ParameterizedTest
  @CsvSource({
    "polycii,policii",
    "vozralej,ozraly",
    "staryho,stareho",
    "mrtvejch,mrtvych",
    "sem,jsem",
    "zkoncit,skoncit",
    "poooozar,pozar",
    "powolat,povolat",
  })
  void words_written_by_ear_sound_alike(String heard, String meant) {
    assertThat(Sound.of(heard)).isEqualTo(Sound.of(meant));
  }

  @ParameterizedTest
  @CsvSource({"hori,hory", "zbil,zbyl", "11,1", "napadl,napadlo"})
  void other_words_do_not(String one, String other) {
    assertThat(Sound.of(one)).isNotEqualTo(Sound.of(other));
  }

  @ParameterizedTest
  @CsvSource({"mrtv,mrtvej", "plyn,plynovou", "smy,smyk", "vyhroz,vyhrozuje"})
  void a_beginning_begins_the_sound_of_its_words(String beginning, String word) {
    assertThat(Sound.ofBeginning(beginning)).anyMatch(Sound.of(word)::startsWith);
  }
}
