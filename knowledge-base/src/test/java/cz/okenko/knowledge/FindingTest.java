package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.finding.Wordings;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions to the shipped content.
final class FindingTest {

  private static final Slug ID_CARD = new Slug("obcansky-prukaz-vydani");

  @TempDir static Path folder;
  private static KnowledgeBase knowledge;

  @BeforeAll
  static void open() {
    knowledge = new Desk(folder).open(new ContentSource.Shipped());
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kolik stojí nová občanka                   | obcansky-prukaz-vydani
          ztratil jsem občanku                       | obcansky-prukaz-ztrata
          potrebuju novej ridicak, propadl mi        | ridicsky-prukaz-vymena
          jak přepíšu auto na nového majitele        | vozidlo-prevod
          kde přihlásím psa                          | poplatek-pes
          chceme se vzít na radnici                  | snatek-obcansky
          kde mi ověří podpis                        | overeni-podpisu
          kdy máte otevřeno na úřadě                 | uredni-hodiny
          """)
  void a_plain_question_finds_its_article(String text, String slug) {
    Answer answer = ask(text);

    assertThat(answer).isInstanceOf(Answer.Found.class);
    assertThat(((Answer.Found) answer).passage().slug()).isEqualTo(new Slug(slug));
    assertThat(answer.shown()).isEqualTo(1);
    assertThat(answer.candidates().getFirst().slug()).isEqualTo(new Slug(slug));
    assertThat(answer.confidence()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Moc vám děkuju, ušetřili jste mi cestu. Musím si vzít i brýle?",
        "Jste skvělí, paráda. A bere se i hotovost?",
        "Danke, sehr nett von Ihnen! Gibt es dort einen Aufzug?"
      })
  void who_thanks_and_asks_on_is_not_answered_with_a_courtesy(String text) {
    assertThat(ask(text)).isNotInstanceOf(Answer.SmallTalk.class);
  }

  @Test
  void who_asks_for_a_person_in_danger_is_told_the_number() {
    String cry = "zavolejte mi zpátky, točí se nám všem hlava a kotel divně hučí";

    assertThat(ask(cry)).isInstanceOf(Answer.Emergency.class);
    assertThat(ask("zavolejte mi zpátky")).isInstanceOf(Answer.HandoffWish.class);
  }

  @Test
  void the_price_is_answered_with_the_price_and_its_source() {
    Answer.Found found = (Answer.Found) ask("kolik stojí nová občanka");

    assertThat(found.passage().aspect()).isEqualTo(Aspect.FEE);
    assertThat(found.passage().text()).contains("Kč").doesNotContain("{fact:");
    assertThat(found.passage().sources()).isNotEmpty();
    assertThat(found.passage().sources())
        .allSatisfy(source -> assertThat(source.url().getScheme()).isEqualTo("https"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dobrý den                          | SmallTalk
          Děkuji moc za pomoc!               | SmallTalk
          ???                                | SmallTalk
          chci mluvit s člověkem             | HandoffWish
          přepojte mě na úředníka            | HandoffWish
          hoří mi byt                        | Emergency
          chci se zabít                      | Emergency
          kdy můžu jít do důchodu            | Elsewhere
          čím se živí lenochod v pralese     | NotFound
          """)
  void what_is_no_matter_of_the_office_has_its_own_outcome(String text, String outcome) {
    assertThat(ask(text).getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(ask(text).shown()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a kolik to stojí?                         | obcansky-prukaz-vydani
          co si mám vzít s sebou?                   | obcansky-prukaz-vydani
          A jak dlouho to trvá?                     | obcansky-prukaz-vydani
          kde přihlásím psa                         | poplatek-pes
          a kde mi ověří podpis na smlouvě?         | overeni-podpisu
          """)
  void a_question_without_a_subject_means_what_is_talked_about(String text, String slug) {
    Answer answer = knowledge.answer(Question.about(ID_CARD, text, Language.CS));

    assertThat(answer).isInstanceOf(Answer.Found.class);
    assertThat(((Answer.Found) answer).passage().slug()).isEqualTo(new Slug(slug));
    assertThat(answer.candidates().getFirst().slug()).isEqualTo(new Slug(slug));
  }

  @Test
  void words_nobody_knows_find_nothing_even_in_the_middle_of_a_matter() {
    var about = new Question.Context.About(new Slug("poplatek-pes"));

    assertThat(ask("brekeke xyzzy")).isInstanceOf(Answer.NotFound.class);
    assertThat(knowledge.answer(new Question("brekeke xyzzy", Language.CS, about)))
        .isInstanceOf(Answer.NotFound.class);
  }

  @Test
  void a_question_without_a_subject_is_not_answered_out_of_the_blue() {
    assertThat(ask("a kolik to stojí?")).isNotInstanceOf(Answer.Found.class);
  }

  @Test
  void a_question_that_names_an_aspect_and_no_matter_is_not_answered_outright() {
    Wordings all = Wordings.read("aspects-alone.txt");

    assertThat(
            all.misses(
                (expected, text) -> {
                  Answer answer = ask(text);
                  boolean open =
                      answer instanceof Answer.NotFound || answer instanceof Answer.Ambiguous;
                  return open ? expected : answer.getClass().getSimpleName();
                }))
        .isEmpty();
    assertThat(all.size()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kam s psem prihlasit",
        "kde nahlásit psa",
        "kam jit prihlasit pejska",
        "mam noveho psa kam ho prihlasit",
        "přihlášení psa na úřadě",
        "pořídili jsme si štěně, kam ho nahlásit",
        "prihlasit cokla kam"
      })
  void a_dog_is_registered_at_the_office(String text) {
    Answer answer = ask(text);

    assertThat(answer.shown()).isPositive();
    assertThat(answer.candidates().getFirst().slug()).isEqualTo(new Slug("poplatek-pes"));
  }

  @Test
  void an_unknown_article_has_no_passage() {
    assertThat(knowledge.passage(new Slug("neni"), Language.CS, Aspect.FEE)).isEmpty();
  }

  @Test
  void every_article_has_every_aspect_without_a_hole() {
    for (ArticleTitle title : knowledge.titles(Language.CS)) {
      for (Aspect aspect : Aspect.values()) {
        Passage passage =
            knowledge.passage(title.slug(), Language.CS, aspect).orElseThrow();

        assertThat(passage.text()).as(title.slug() + " " + aspect).isNotBlank();
        assertThat(passage.text()).doesNotContain("{", "…");
        assertThat(passage.links())
            .allSatisfy(link -> assertThat(link.url()).isNotEqualTo(URI.create("")));
      }
    }
  }

  private static Answer ask(String text) {
    return knowledge.answer(Question.fresh(text, Language.CS));
  }
}
