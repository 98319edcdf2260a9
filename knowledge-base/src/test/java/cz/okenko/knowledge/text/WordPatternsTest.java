package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPatternsTest {

  @ParameterizedTest
  @CsvSource({
    "hoří dům,Pomoc hori dum!,true",
    "hoří … dům,hoří nám tu celý dům,true",
    "hoří … dům,hoří nám tu ten celý dům,false",
    "hoří dům|byt,hoří byt,true",
    "hoří dům|byt,hoří les,false",
    "přepoj* na,přepojte mě,false",
    "přepoj* na,přepojte na,true",
    "člověk,bezvěk,false",
    "nechci žít $,už nechci žít,true",
    "nechci žít $,nechci žít ve městě,false",
    "nechci žít $|a,už nechci žít,true",
    "nechci žít $|a,nechci žít ve městě,false",
    "^ operátor,operátor,true",
    "^ operátor,jiný operátor,false",
    "zavolejte hasiče,zavoljete hasiče,true",
    "napadl mě,napadlo mě jít,false",
  })
  void a_wording_is_found_anywhere(String wording, String text, boolean found) {
    WordPatterns<String> patterns = new WordPatterns<>();
    patterns.add("x", wording);

    assertThat(patterns.firstIn(FoldedText.of(text)).isPresent()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "dobrý den děkuji,true",
    "dobrý den a děkuji,true",
    "dobrý den kolik stojí pas,false",
    "a a a,false",
  })
  void a_cover_leaves_no_word_over(String text, boolean covered) {
    WordPatterns<String> patterns = new WordPatterns<>();
    patterns.add("greeting", "dobrý den");
    patterns.add("thanks", "děkuji");

    assertThat(patterns.coverOf(FoldedText.of(text), Set.of("a")).isEmpty()).isNotEqualTo(covered);
  }
}
