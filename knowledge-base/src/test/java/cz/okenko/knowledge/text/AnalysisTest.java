package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnalysisTest {

  private final Analysis analysis =
      new Analysis(
          new Lexicon(
              Map.of(
                  "ridicak", List.of("řidičák*", "řidičský průkaz", "papíry na auto"),
                  "pes", List.of("čokl*"))));

  @ParameterizedTest
  @CsvSource({
    "Občanka,obcanky",
    "občance,občanku",
    "velkej,velký",
    "velkejch,velkých",
    "novejho,nového",
    "knihy,knize",
    "poplatek,poplatek",
    "ŽIVNOST,živnosti",
    "stavbě,stavby",
    "popelnice,popelnicích",
    "Straße,strasse",
    "паспорта,паспорту",
    "сім'я,сімя",
    "сімʼя,сім’я",
  })
  void forms_of_one_word_meet_in_one_stem(String one, String other) {
    assertThat(analysis.of(one).stems()).isEqualTo(analysis.of(other).stems());
  }

  @Test
  void diacritics_make_no_difference_at_all() {
    Features with = analysis.of("Ztratil jsem řidičský průkaz, kde požádám o nový?");
    Features without = analysis.of("Ztratil jsem ridicsky prukaz, kde pozadam o novy?");

    assertThat(without).isEqualTo(with);
  }

  @Test
  void concepts_are_found_by_beginnings_and_by_several_words() {
    assertThat(analysis.of("mám řidičáku dost").concepts()).containsExactly("ridicak");
    assertThat(analysis.of("nemám papíry na auto").concepts()).containsExactly("ridicak");
    assertThat(analysis.of("papíry na psa").concepts()).isEmpty();
    assertThat(analysis.of("čoklík").concepts()).containsExactly("pes");
  }

  @Test
  void words_that_say_nothing_leave_no_stem() {
    assertThat(analysis.of("Dobrý den, chtěl bych se zeptat, jak to je").stems())
        .containsExactly("zept");
  }

  @Test
  void numbers_as_long_as_a_birth_number_are_ignored() {
    assertThat(analysis.of("zákon 106 a 8001011234").stems()).containsExactly("zakon", "106");
  }

  @ParameterizedTest
  @CsvSource({"obcnak,obcank", "obcnk,obcank", "obcannk,obcank", "obcamk,obcank"})
  void one_slip_is_corrected(String slip, String meant) {
    Spelling spelling = new Spelling(List.of("obcank", "ridicak"));

    assertThat(spelling.corrected(slip)).contains(meant);
  }

  @Test
  void two_slips_and_short_words_are_left_alone() {
    Spelling spelling = new Spelling(List.of("obcank", "pes"));

    assertThat(spelling.corrected("obxamk")).isEmpty();
    assertThat(spelling.corrected("pas")).isEmpty();
  }
}
