package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said about a fact and an article on every day of their lives.
final class FreshnessTest {

  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
  private static final LocalDate TO = LocalDate.of(2026, 9, 30);
  private static final LocalDate REVIEW = LocalDate.of(2026, 8, 15);
  private static final LocalDate CHECKED = LocalDate.of(2026, 2, 20);

  private static final Map<Language, String> VALUES =
      Map.of(Language.EN, "CZK 600", Language.UK, "600 крон", Language.DE, "600 Kronen");

  @ParameterizedTest
  @EnumSource(Language.class)
  void on_no_day_is_a_fact_out_of_force_stated_as_current(Language language) {
    String value = VALUES.getOrDefault(language, "600 Kč");
    String stated = "F " + value + ".";
    for (LocalDate day = FROM.minusDays(40); day.isBefore(TO.plusDays(40)); day = day.plusDays(1)) {
      String text = text(language, Aspect.FEE, day, true);
      boolean inForce = !day.isBefore(FROM) && !day.isAfter(TO);

      assertThat(text.contains(stated)).as("%s: %s", day, text).isEqualTo(inForce);
      assertThat(text.startsWith("F … (")).as("%s: %s", day, text).isEqualTo(!inForce);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void from_the_day_after_review_on_every_answer_says_of_which_day_it_is(Language language) {
    for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
      String answer = text(language, Aspect.GENERAL, day, true);
      String fee = text(language, Aspect.FEE, day, true);
      boolean late = day.isAfter(REVIEW);

      assertThat(answer.lines().count() > 1).as("%s: %s", day, answer).isEqualTo(late);
      assertThat(fee.lines().count() > 1).as("%s: %s", day, fee).isEqualTo(late);
      assertThat(fee.contains("2026")).as("%s: %s", day, fee).isEqualTo(late);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CS | 2026-08-16 | F 600 Kč.\\n\\nÚdaje platí ke dni 20. 2. 2026, ověřte si je u nás.
          EN | 2026-08-16 | F CZK 600.\\n\\nThis information was valid as of 20 February 2026; please check it with us.
          DE | 2026-08-16 | F 600 Kronen.\\n\\nDie Angaben gelten mit Stand vom 20. 2. 2026; bitte fragen Sie bei uns nach.
          UK | 2026-08-16 | F 600 крон.\\n\\nДані дійсні станом на 20.02.2026, уточніть їх у нас.
          CS | 2026-02-28 | F … (od 1. 3. 2026 bude platit: 600 Kč).\\n\\nTam, kde jsou tři tečky, se údaj změnil nebo teprve začne platit; co platí dnes, si u nás ověřte.
          """)
  void the_sentences_are_these(Language language, LocalDate day, String expected) {
    assertThat(text(language, Aspect.FEE, day, true)).isEqualTo(expected.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void an_unconfirmed_fact_is_said_with_its_day_in_every_language(Language language) {
    String text = text(language, Aspect.FEE, FROM, false);

    assertThat(text.lines().toList()).hasSize(3);
    assertThat(text.lines().toList().getLast())
        .contains(VALUES.getOrDefault(language, "600 Kč"))
        .contains("2026");
  }

  private static String text(Language language, Aspect aspect, LocalDate day, boolean confirmed) {
    Fact fact =
        new Fact("p", "600 Kč", "", "", FROM, TO, URI.create(""), CHECKED, confirmed);
    Map<Language, Map<String, String>> shapes = new EnumMap<>(Language.class);
    VALUES.forEach((spoken, said) -> shapes.put(spoken, Map.of("# Kč", said.replace("600", "#"))));
    Composing composing = new Composing(Map.of("p", fact), new Sayings(shapes, Map.of()));
    return composing.passage(entry(), Variant.of(language), aspect, day).text();
  }

  private static Entry entry() {
    Map<Section, String> sections = Map.of(Section.ANSWER, "A.", Section.FEE, "F {fact:p}.");
    Slug slug = new Slug("pas");
    Entry entry =
        Entry.of(
            new LifeSituation(
                slug,
                "Pas",
                "doklady",
                "ORP",
                REVIEW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Ask.NONE,
                sections),
            1);
    for (Variant variant : List.of(Variant.EN, Variant.UK, Variant.DE)) {
      entry =
          entry.with(
              new Translation(slug, variant, "P", CHECKED, List.of(), Ask.NONE, sections), 2);
    }
    return entry;
  }
}
