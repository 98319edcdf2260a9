package cz.okenko.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordPatternsTest {
  private final WordTree tree = new WordTree();

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
    "policie,polycie,true",
    "drží + cizí|někdo,někdo mě tady drží,true",
    "drží + cizí|někdo,drží mě tady cizí pán,true",
    "drží + cizí|někdo,drží mě tady,false",
    "drží + někdo,někdo to jednou dva tři čtyři pět šest sedm osm devět deset drží,false",
    "drží ! slovo,drží mě tady,true",
    "drží ! slovo,tady se slovo drží,false",
    "jde_po|honí mě|nás,jde po mě,true",
    "jde_po|honí mě|nás,honí nás,true",
    "jde_po|honí mě|nás,jde nás,false",
    "jde_za*|honí mě|nás,jde zase mě,true",
    "jde*_po|honí mě|nás,jdete po mě,true",
    "jde*_po|honí mě|nás,jdete pod mě,false",
    "can't|cannot breathe,i can't breathe,true",
    "can't|cannot breathe,i cannot breathe,true",
  })
  void a_wording_is_found_anywhere(String wording, String text, boolean found) {
    var patterns = new WordPatterns<>(tree, Map.of("x", List.of(wording)));

    assertThat(patterns.occurIn(tree.read(FoldedText.of(text)))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "dobrý den děkuji,true",
    "dobrý den a děkuji,true",
    "dobrý den kolik stojí pas,false",
    "a a a,false",
  })
  void a_cover_leaves_no_word_over(String text, boolean covered) {
    var patterns =
        new WordPatterns<>(
            tree, Map.of("greeting", List.of("dobrý den"), "thanks", List.of("děkuji")));
    var fillers = new WordPatterns<>(tree, Map.of(true, List.of("a")));

    assertThat(patterns.coverOf(tree.read(FoldedText.of(text)), fillers).isEmpty())
        .isNotEqualTo(covered);
  }
}
