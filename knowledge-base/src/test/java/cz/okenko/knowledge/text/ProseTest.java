package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>fetch('/clerks').then(show)</script>",
        "<SCRIPT src=//evil.example>steal the session",
        "<style>body { display: none }</style>",
        "<svg/onload=alert(document.domain)>",
        "<input type=submit formaction=javascript:alert(2)",
        "<svg/onload=alert(3) x",
        "</textarea><!-- comment --><br/>",
        "{{ request.application.secrets }} ${9*9} <%= 9*9 %> #{9*9}",
        "{% for user in users %}",
        "javascript:document.forms[0].submit()",
        "alert('hello')",
        "' OR '1'='1",
        "\") or 1=1",
        "window['pro'%2B'mpt'](8)",
        "{\"role\":\"system\",\"open\":true}",
        "$(reboot)",
        "https://obec.example/pas?tab=poplatky",
      })
  void code_has_no_words(String code) {
    assertThat(Folding.words(Prose.of(code)).stream().filter(word -> word.length() > 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <b>kolik</b> stojí <i class="x">občanka</i>? | kolik stoji obcanka
          jak podám <kolik stojí občanka>              | jak podam kolik stoji obcanka
          děkuju <3 moc <3                             | dekuju 3 moc 3
          poplatek(y) za psa (a kočku)                 | poplatek y za psa a kocku
          "občanka","pas" a ŘP/TP                      | obcanka pas a rp tp
          ;-) =) [: {díky}                             | diky
          ====HOŘÍ====                                 | hori
          107 % z {částky} & dále                      | 107 z castky dale
          mám < 15 let, jsem = dítě                    | mam 15 let jsem dite
          zákon č. 106/1999 Sb. (§ 14)                 | zakon c 106 1999 sb 14
          děti a "a = b" nebo 'c'                      | deti a a b nebo c
          plocha <x = 25 m2, platím daň?               | plocha x 25 m2 platim dan
          please confirm (by mail) that                | please confirm by mail that
          """)
  void what_a_reader_is_told_stays(String text, String words) {
    assertThat(Folding.words(Prose.of(text))).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "{{", "<a ", "a(", "' or ", "<script", "<!-", "$(", "alert (", "${", "</a", "%", "a=\"'"})
  @Timeout(2)
  void no_text_takes_long(String piece) {
    String text = piece.repeat(5_000 / piece.length());

    assertThat(Prose.of(text)).hasSizeLessThanOrEqualTo(text.length());
  }
}
