package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishingTest {

  private static final Slug SWIMMING = new Slug("FAQ_12");
  private static final Slug DOG = new Slug("poplatek-pes");

  @TempDir Path folder;
  private Desk desk;
  private KnowledgeBase knowledge;

  @BeforeEach
  void open_an_empty_base() {
    desk = new Desk(folder);
    knowledge = desk.open(new ContentSource.None());
  }

  @AfterEach
  void close() {
    knowledge.close();
  }

  @Test
  void an_empty_base_takes_questions_and_answers_with_them_at_once() {
    List<Effect> effects = knowledge.publishAll(List.of(swimming("Ve všední dny od osmi.")));

    assertThat(effects).containsExactly(Effect.NEW);
    assertThat(found("kdy má otevřeno krytý bazén").text()).isEqualTo("Ve všední dny od osmi.");
    assertThat(knowledge.titles(Language.CS)).extracting(ArticleTitle::slug).contains(SWIMMING);
  }

  @Test
  void the_same_question_again_changes_nothing_and_another_answer_is_a_revision() {
    knowledge.publish(swimming("Ve všední dny od osmi."));

    assertThat(knowledge.publish(swimming("Ve všední dny od osmi."))).isEqualTo(Effect.SAME);
    assertThat(knowledge.preview(List.of(swimming("Denně od devíti."))))
        .containsExactly(Effect.CHANGED);
    assertThat(passage(SWIMMING).revision()).isEqualTo(1);

    assertThat(knowledge.publish(swimming("Denně od devíti."))).isEqualTo(Effect.CHANGED);
    assertThat(passage(SWIMMING).text()).isEqualTo("Denně od devíti.");
    assertThat(passage(SWIMMING).revision()).isEqualTo(2);
  }

  @Test
  void what_was_published_is_there_after_a_restart() {
    knowledge.publishAll(
        List.of(swimming("Denně \"od devíti\".\n---\n{cena} je 100 % * dvě"), fee("200 Kč"), dog()));
    knowledge.close();
    knowledge = desk.open(new ContentSource.None());

    assertThat(passage(SWIMMING).text()).isEqualTo("Denně \"od devíti\".\n---\n{cena} je 100 % * dvě");
    assertThat(passage(DOG).text()).isEqualTo("Za psa zaplatíte 200 Kč.");
  }

  @Test
  void one_edit_of_a_fact_changes_every_text_that_names_it() {
    knowledge.publishAll(List.of(fee("200 Kč"), dog()));
    assertThat(passage(DOG).text()).isEqualTo("Za psa zaplatíte 200 Kč.");

    assertThat(knowledge.publish(fee("300 Kč"))).isEqualTo(Effect.CHANGED);

    assertThat(passage(DOG).text()).isEqualTo("Za psa zaplatíte 300 Kč.");
    assertThat(found("kolik stojí pes").text()).contains("300 Kč");
  }

  @Test
  void faulty_drafts_are_refused_all_together_and_nothing_is_published() {
    assertThatThrownBy(
            () -> knowledge.publishAll(List.of(swimming("Denně."), dog(), swimming("Nikdy."))))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("cs/poplatek-pes.md:14: unknown fact pes-sazba")
        .hasMessageContaining("faq/FAQ_12.md: slug is used by another file");
    assertThat(knowledge.titles(Language.CS)).isEmpty();
  }

  @Test
  void what_was_withdrawn_answers_no_more_and_stays_away_after_a_restart() {
    knowledge.publish(swimming("Denně."));

    assertThat(knowledge.publish(new Draft.Withdrawal(SWIMMING, Variant.FAQ)))
        .isEqualTo(Effect.GONE);
    assertThat(knowledge.titles(Language.CS)).isEmpty();
    knowledge.close();
    knowledge = desk.open(new ContentSource.None());
    assertThat(knowledge.passage(SWIMMING, Language.CS, Aspect.GENERAL)).isEmpty();
  }

  @Test
  void readers_answer_from_one_edition_or_the_next_while_it_changes() throws Exception {
    knowledge.publishAll(List.of(fee("100 Kč"), dog()));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> asked =
          readers.submit(
              () -> {
                int count = 0;
                while (!done.get() || count < 10) {
                  assertThat(found("kolik stojí pes").text()).matches("Za psa zaplatíte \\d00 Kč\\.");
                  count++;
                }
                return count;
              });
      for (int i = 2; i < 10; i++) {
        knowledge.publishAll(List.of(fee(i + "00 Kč"), swimming("Od " + i + " hodin.")));
        assertThat(passage(DOG).text()).isEqualTo("Za psa zaplatíte " + i + "00 Kč.");
      }
      done.set(true);
      assertThat(asked.get()).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void answers_are_counted_by_article_and_day_and_the_counts_outlive_a_restart() {
    knowledge.publish(swimming("Denně."));
    found("kdy má otevřeno krytý bazén");
    found("kdy má otevřeno krytý bazén");
    knowledge.close();
    knowledge = desk.open(new ContentSource.None());
    found("kdy má otevřeno krytý bazén");

    assertThat(knowledge.answeredSince(LocalDate.of(2026, 11, 23))).containsEntry(SWIMMING, 3L);
    knowledge.chosen(SWIMMING, Language.CS, Aspect.GENERAL);
    assertThat(knowledge.answeredSince(LocalDate.of(2026, 11, 23))).containsEntry(SWIMMING, 4L);
    assertThat(knowledge.answeredSince(LocalDate.of(2026, 11, 24))).isEmpty();
  }

  private Passage found(String question) {
    Answer answer = knowledge.answer(Question.fresh(question, Language.CS));
    return switch (answer) {
      case Answer.Found found -> found.passage();
      default -> throw new AssertionError("not found but " + answer);
    };
  }

  private Passage passage(Slug slug) {
    return knowledge.passage(slug, Language.CS, Aspect.GENERAL).orElseThrow();
  }

  private static Draft swimming(String answer) {
    return new Draft.FaqEntry(
        Faq.of(SWIMMING, "Kdy má otevřeno:  krytý\nbazén?", answer));
  }

  private static Draft fee(String value) {
    return new Draft.FactValue(
        new Fact(
            "pes-sazba",
            value,
            "",
            "",
            LocalDate.of(2026, 1, 1),
            Fact.OPEN_END,
            URI.create(""),
            LocalDate.of(2026, 11, 20),
            true));
  }

  private static Draft dog() {
    return new Draft.Text(
        DOG,
        Variant.CS,
        """
        ---
        slug: poplatek-pes
        title: Poplatek ze psa
        agenda: poplatky
        authority: obec
        review-by: 2027-06-30
        terms: [pes]
        phrases: [kolik stojí pes]
        legal-basis: []
        links: []
        related: []
        ---
        ## answer
        Za psa zaplatíte {fact:pes-sazba}.
        """);
  }
}
