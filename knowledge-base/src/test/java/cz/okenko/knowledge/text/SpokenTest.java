package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Spoken Czech is read as it is written.
final class SpokenTest {

  @ParameterizedTest
  @CsvSource({
    "vobcanku, obcanku", "vokna, okna", "vodhlasit, odhlasit", "vosobni, osobni", "votevreno, otevreno",
    "vovereni, overeni", "novej, novy", "novyho, noveho", "malymu, malemu", "novejch, novych",
    "poplatkama, poplatkami", "tejden, tyden", "bejvalej, byvaly", "dyz, kdyz", "vod, od", "zejtra, zitra"
  })
  void a_spoken_word_is_read_as_the_written_one(String spoken, String written) {
    assertThat(Spoken.written(spoken)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "voda", "vodne", "vodic", "volby", "volno", "vozidlo", "vojak", "vote", "vordruck", "vollmacht",
        "vor", "nejde", "nejnovejsi", "tej", "olej", "mame"
      })
  void other_words_stay(String word) {
    assertThat(Spoken.written(word)).isEqualTo(word);
  }
}
