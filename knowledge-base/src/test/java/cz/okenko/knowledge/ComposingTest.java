package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.LegalBasis;
import cz.okenko.knowledge.LifeSituation;
import cz.okenko.knowledge.Section;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComposingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final URI PAGE = URI.create("https://www.zakonyprolidi.cz/cs/2004-634");

  private final LifeSituation article =
      new LifeSituation(
          new Slug("pas"),
          "Pas",
          "doklady",
          "ORP",
          LocalDate.of(2027, 6, 30),
          List.of(),
          List.of(),
          List.of(new LegalBasis("zákon č. 329/1999 Sb.", "§ 17", PAGE)),
          List.of(new Link("Ministerstvo vnitra", PAGE), new Link("Formuláře a podání", PAGE)),
          List.of(),
          Ask.NONE,
          Map.of(
              Section.ANSWER, "Požádejte u nás.",
              Section.FEE, "Pas stojí {fact:pas}. Dítě zaplatí {fact:pas-dite}.",
              Section.HOW_LONG, "Hotový je za {fact:lhuta}.",
              Section.DOCUMENTS, "Vezměte si občanku.\n- občanku\n- starý pas"));

  @Test
  void facts_are_filled_in_and_come_first_among_the_sources() {
    Passage passage = passage(Aspect.FEE, true, Fact.OPEN_END);

    assertThat(passage.text()).isEqualTo("Pas stojí 600 Kč. Dítě zaplatí 100 Kč.");
    assertThat(passage.sources())
        .extracting(Source::statute)
        .containsExactly("zákon č. 634/2004 Sb.", "zákon č. 329/1999 Sb.");
  }

  @Test
  void an_unconfirmed_fact_is_said_to_be_one() {
    Passage passage = passage(Aspect.FEE, false, Fact.OPEN_END);

    assertThat(passage.text())
        .startsWith("Pas stojí 600 Kč.")
        .endsWith("Údaj „600 Kč“ uvádíme podle stavu k 21. 11. 2026, raději si ho u nás ověřte.");
    assertThat(passage.sources().getFirst().confirmed()).isFalse();
  }

  @Test
  void a_fact_past_its_validity_is_not_stated_as_current() {
    Passage passage = passage(Aspect.FEE, true, TODAY.minusDays(1));

    assertThat(passage.text())
        .startsWith("Pas stojí … (do 22. 11. 2026 platilo: 600 Kč). Dítě zaplatí 100 Kč.")
        .endsWith("co platí dnes, si u nás ověřte.");
    assertThat(passage.sources().getFirst().confirmed()).isFalse();
  }

  @Test
  void the_whole_matter_is_the_answer_and_a_short_list() {
    assertThat(passage(Aspect.GENERAL, true, Fact.OPEN_END).text())
        .isEqualTo("Požádejte u nás.\n\nCo si vzít s sebou:\n\n- občanku\n- starý pas");
  }

  @Test
  void a_missing_aspect_falls_back_to_its_relative_or_the_answer() {
    assertThat(passage(Aspect.WHEN, true, Fact.OPEN_END).aspect()).isEqualTo(Aspect.HOW_LONG);
    assertThat(passage(Aspect.APPEAL, true, Fact.OPEN_END).aspect()).isEqualTo(Aspect.GENERAL);
  }

  @Test
  void who_asks_for_the_form_is_sent_to_the_forms_first() {
    assertThat(passage(Aspect.FORM, true, Fact.OPEN_END).links())
        .extracting(Link::label)
        .containsExactly("Formuláře a podání", "Ministerstvo vnitra");
    assertThat(passage(Aspect.FEE, true, Fact.OPEN_END).links())
        .extracting(Link::label)
        .containsExactly("Ministerstvo vnitra", "Formuláře a podání");
  }

  private Passage passage(Aspect aspect, boolean confirmed, LocalDate validTo) {
    Map<String, Fact> facts =
        Map.of(
            "pas", fact("pas", "600 Kč", confirmed, validTo),
            "pas-dite", fact("pas-dite", "100 Kč", true, Fact.OPEN_END),
            "lhuta", fact("lhuta", "30 dnů", true, Fact.OPEN_END));
    return new Composing(facts, new Sayings(Map.of(), Map.of()))
        .passage(Entry.of(article, 3), Variant.CS, aspect, TODAY);
  }

  private static Fact fact(String key, String value, boolean confirmed, LocalDate validTo) {
    return new Fact(
        key,
        value,
        "zákon č. 634/2004 Sb.",
        "položka 115",
        LocalDate.of(2024, 1, 1),
        validTo,
        PAGE,
        LocalDate.of(2026, 11, 21),
        confirmed);
  }
}
