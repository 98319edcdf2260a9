package cz.okenko.knowledge.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Aspect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AspectDetectionTest {

  private final AspectDetection aspects = new AspectDetection();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kolik stojí nová občanka                          | FEE
          ztratil jsem obcanku, kolik stoji nova?           | FEE
          Platí se něco za ověření podpisu?                 | FEE
          jaký je poplatek za psa                           | FEE
          kolik za to dám                                   | FEE
          How much does a passport cost?                    | FEE
          Was kostet ein neuer Ausweis?                     | FEE
          Скільки коштує паспорт?                           | FEE
          co s sebou na svatbu                              | DOCUMENTS
          Jaké doklady potřebuji k sňatku?                  | DOCUMENTS
          co mám donést na přepis auta                      | DOCUMENTS
          What documents do I need?                         | DOCUMENTS
          Welche Unterlagen brauche ich?                    | DOCUMENTS
          Kde si můžu vyřídit pas?                          | WHERE
          kam mám jít s pasem                               | WHERE
          na který úřad mám jít                             | WHERE
          Do kdy musím přihlásit psa?                       | WHEN
          v jaké lhůtě to mám oznámit                       | WHEN
          Jak dlouho trvá vyřízení pasu?                    | HOW_LONG
          za jak dlouho bude občanka hotová                 | HOW_LONG
          Jak dlouho platí občanský průkaz?                 | HOW_LONG
          jak si vyřídím novou občanku                      | HOW
          dá se to vyřídit online                           | HOW
          Kdo může zapsat otce?                             | WHO
          může pro občanku přijít za mě manžel              | WHO
          zamítli mi žádost, jak se odvolám                 | APPEAL
          ztratil jsem občanku                              | GENERAL
          nová občanka                                      | GENERAL
          kolik to stojí, co s sebou a kam mám přijít       | GENERAL
          """)
  void the_asked_aspect_is_told_from_the_wording(String text, Aspect asked) {
    assertThat(aspects.of(text)).isEqualTo(asked);
  }
}
