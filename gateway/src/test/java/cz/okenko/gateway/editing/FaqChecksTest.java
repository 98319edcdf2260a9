package cz.okenko.gateway.editing;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.editing.FaqChecks.Checked;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which rows become questions, and what is said of the others.
final class FaqChecksTest {

  @Test
  void a_bad_row_is_refused_with_its_line_and_the_rest_goes_in() {
    Checked checked =
        FaqChecks.of(
            List.of(
                row(2, "a-1", "Smím?", "Ano."),
                row(3, "á b", "Smím?", "Ano."),
                row(4, "c", "", "Ano."),
                row(5, "d", "Smím?", " "),
                row(6, "A-1", "Podruhé?", "Ne."),
                new FaqRow(7, "e", "Smím?", "Ano.", "javascript:alert(1)", ""),
                new FaqRow(8, "f", "Smím?", "Ano.", "https://obec.example/", "fr")));

    assertThat(checked.entries()).extracting(entry -> entry.faq().slug().value())
        .containsExactly("a-1");
    assertThat(checked.refusals()).extracting(Refusal::toString).satisfiesExactly(
        r -> assertThat(r).startsWith("line 3: id “á b” may have letters without diacritics"),
        r -> assertThat(r).isEqualTo("line 4: has no question"),
        r -> assertThat(r).isEqualTo("line 5: has no answer"),
        r -> assertThat(r).isEqualTo("line 6: id “A-1” stands on line 2 already"),
        r -> assertThat(r).startsWith("line 7: “javascript:alert(1)” is not the address"),
        r -> assertThat(r).startsWith("line 8: lang “fr” is none of"));
  }

  @Test
  void a_missing_id_is_made_of_the_question() {
    assertThat(FaqChecks.madeOf("Kde přihlásím psa?")).isEqualTo("kde-prihlasim-psa");
    assertThat(FaqChecks.madeOf("Скільки коштує паспорт?")).isEqualTo("skilky-kostuje-pasport");
    assertThat(FaqChecks.madeOf("？！")).isEmpty();
    assertThat(FaqChecks.of(List.of(row(1, "", "Smím?", "Ano."), row(2, "", "Smím?", "Ne.")))
            .refusals())
        .hasSize(1);
  }

  private static FaqRow row(int line, String id, String question, String answer) {
    return new FaqRow(line, id, question, answer, "", "");
  }
}
