package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Archive.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions are imported beside a running knowledge base.
final class ArchiveTest {
  private static final Outcome NEW = new Outcome.Taken(Effect.NEW);
  private static final Outcome SAME = new Outcome.Taken(Effect.SAME);
  private static final Outcome CHANGED = new Outcome.Taken(Effect.CHANGED);

  @TempDir Path folder;
  private Desk desk;
  private KnowledgeBase knowledge;
  private Archive archive;

  @BeforeEach
  void open_an_empty_base_and_an_archive_beside_it() {
    desk = new Desk(folder);
    knowledge = desk.open(new ContentSource.None());
    archive = new Archive(desk, List.of(), Desk.CLOCK);
  }

  @AfterEach
  void close() {
    knowledge.close();
  }

  @Test
  void the_same_list_twice_changes_nothing_and_a_changed_row_is_a_revision() {
    Faq pool = pool("Ve všední dny od osmi.");

    assertThat(archive.previewFaqs(List.of(pool))).containsExactly(NEW);
    assertThat(archive.importFaqs(List.of(pool))).containsExactly(NEW);
    assertThat(archive.importFaqs(List.of(pool))).containsExactly(SAME);
    assertThat(archive.importFaqs(List.of(pool("Denně.")))).containsExactly(CHANGED);

    assertThat(knowledge.follow()).isTrue();
    assertThat(full().revision()).isEqualTo(2);
  }

  @Test
  void a_running_base_takes_up_what_was_imported() {
    archive.importFaqs(List.of(pool("Ve všední dny od osmi.")));

    assertThat(knowledge.article(pool("x").slug(), Language.CS)).isEmpty();
    assertThat(knowledge.follow()).isTrue();
    assertThat(full().sections()).containsEntry(Section.ANSWER, "Ve všední dny od osmi.");
    assertThat(knowledge.follow()).isFalse();
  }

  @Test
  void a_running_base_takes_up_lists_as_well() throws IOException {
    Question question = Question.fresh("Kdo opraví ten orloj na věži?", Language.CS);
    archive.importFaqs(List.of(pool("Ve všední dny od osmi.")));
    knowledge.follow();
    assertThat(knowledge.answer(question)).isNotInstanceOf(Answer.Elsewhere.class);

    Path lists = Files.createDirectory(folder.resolve("lists"));
    Files.writeString(
        lists.resolve("elsewhere.yaml"),
        """
        - topic: orloj
          title: Orloj na věži
          text: O orloj se stará spolek. Napište mu.
          links:
            - label: Spolek
              url: https://orloj.example
          phrases:
            - kdo opraví ten orloj na věži
            - orloj na věži nejde
            - orloj se opožďuje
            - oprava orloje
            - komu říct, že orloj stojí
        """);
    assertThat(archive.importFolder(new ContentSource.Folder(lists), false).faults()).isEmpty();

    assertThat(knowledge.follow()).isTrue();
    assertThat(knowledge.answer(question))
        .isInstanceOfSatisfying(
            Answer.Elsewhere.class,
            answer -> assertThat(answer.referral().title()).isEqualTo("Orloj na věži"));
    assertThat(knowledge.follow()).isFalse();
  }

  @Test
  void a_base_that_publishes_loses_nothing_of_an_import_it_has_not_taken_up_yet() {
    archive.importFaqs(List.of(pool("Ve všední dny od osmi.")));
    knowledge.publish(new Draft.FaqEntry(Faq.of(new Slug("led"), "Kdy se bruslí?", "V zimě.")));

    assertThat(knowledge.titles(Language.CS)).extracting(title -> title.slug().value())
        .containsExactlyInAnyOrder("bazen", "led");
    assertThat(knowledge.follow()).isFalse();
  }

  @Test
  void what_the_office_has_edited_or_withdrawn_since_is_left_alone() {
    archive.importFaqs(List.of(pool("Ve všední dny od osmi.")));
    knowledge.publish(new Draft.FaqEntry(pool("Podle kalendáře.")));

    assertThat(archive.importFaqs(List.of(pool("Denně."))).getFirst())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, r -> assertThat(r.reason()).contains("edited at the office"));
    assertThat(archive.importFaqs(List.of(pool("Podle kalendáře.")))).containsExactly(SAME);

    knowledge.publish(new Draft.Withdrawal(new Slug("bazen"), Variant.FAQ));
    assertThat(archive.importFaqs(List.of(pool("Podle kalendáře."))).getFirst())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, r -> assertThat(r.reason()).contains("was withdrawn"));
  }

  @Test
  void one_question_that_cannot_be_taken_stops_no_other() {
    Faq unknown = Faq.of(new Slug("led"), "Za kolik?", "Za {fact:neznamy}.");

    assertThat(archive.importFaqs(List.of(unknown, pool("Denně."), pool("Nikdy."))))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new Outcome.Refused("unknown fact neznamy")),
            second -> assertThat(second).isEqualTo(NEW),
            third -> assertThat(third).isInstanceOf(Outcome.Refused.class));
  }

  private FullArticle full() {
    return knowledge.article(new Slug("bazen"), Language.CS).orElseThrow();
  }

  private static Faq pool(String answer) {
    return Faq.of(new Slug("bazen"), "Kdy má otevřeno krytý bazén?", answer);
  }
}
