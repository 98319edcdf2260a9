package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranslationsTest {

  private static final Slug DOG = LibraryFolder.DOG;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir Path folder;
  private Desk desk;
  private LibraryFolder content;
  private KnowledgeBase knowledge;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
    content = new LibraryFolder(folder.resolve("content"));
    knowledge = desk.open(content.source());
  }

  @AfterEach
  void close() {
    knowledge.close();
  }

  @Test
  void a_translation_says_the_facts_in_its_own_language() {
    Passage fee = passage(Language.EN, Aspect.FEE);

    assertThat(fee.language()).isEqualTo(Language.EN);
    assertThat(fee.title()).isEqualTo("Dog fee");
    assertThat(fee.text()).isEqualTo("You pay CZK 1 000.5.");
    assertThat(passage(Language.EN, Aspect.GENERAL).text())
        .isEqualTo("Register your dog within 15 days.\n\nWhat to bring:\n\n- identity card");
  }

  @Test
  void without_a_translation_the_czech_text_says_that_it_is_czech() {
    Passage fee = passage(Language.DE, Aspect.FEE);

    assertThat(fee.language()).isEqualTo(Language.CS);
    assertThat(fee.text()).isEqualTo("Zaplatíte 1 000,5 Kč.");
  }

  @Test
  void an_aspect_the_translation_leaves_out_is_answered_in_that_language_by_the_whole_matter() {
    assertThat(passage(Language.EN, Aspect.HOW).aspect()).isEqualTo(Aspect.GENERAL);
    assertThat(passage(Language.CS, Aspect.HOW).aspect()).isEqualTo(Aspect.HOW);
  }

  @Test
  void one_edit_of_a_fact_changes_every_language() {
    Fact before = knowledge.facts().getOrDefault("pes-lhuta", Fact.local("x", "x", TODAY));
    knowledge.publish(new Draft.FactValue(Fact.local("pes-lhuta", "30 dnů", before.checked())));

    assertThat(passage(Language.EN, Aspect.GENERAL).text()).contains("within 30 days");
    assertThat(passage(Language.CS, Aspect.GENERAL).text()).contains("do 30 dnů");
    assertThat(knowledge.easy(DOG).orElseThrow().sections().get(Section.ANSWER))
        .contains("30 dnů");
  }

  @Test
  void an_edited_fact_and_an_edited_translation_survive_an_upgrade() {
    knowledge.publish(
        new Draft.Text(
            DOG, Variant.EN, LibraryFolder.ENGLISH.replace("Register", "Please register")));
    knowledge.publish(new Draft.FactValue(Fact.local("pes-lhuta", "30 dnů", TODAY)));
    knowledge.close();
    content.write("en/poplatek-pes.md", LibraryFolder.ENGLISH.replace("Register", "Sign up"));
    content.write("cs/poplatek-pes.md", LibraryFolder.czech("2027-12-31"));
    knowledge = desk.open(content.source());

    assertThat(passage(Language.EN, Aspect.GENERAL).text())
        .startsWith("Please register your dog within 30 days.");
    assertThat(knowledge.article(DOG, Language.CS).orElseThrow().reviewBy())
        .hasToString("2027-12-31");
  }

  @Test
  void a_question_in_a_language_finds_the_translation() {
    Answer answer =
        knowledge.answer(Question.fresh("how much is the fee for my dog", Language.EN));

    assertThat(answer).isInstanceOf(Answer.Found.class);
    assertThat(answer.candidates().getFirst().title()).isEqualTo("Dog fee");
    assertThat(knowledge.titles(Language.EN)).extracting(ArticleTitle::title).contains("Dog fee");
    assertThat(knowledge.titles(Language.UK))
        .extracting(ArticleTitle::language)
        .containsExactly(Language.CS);
  }

  @Test
  void the_question_tree_comes_with_its_facts_filled_in() {
    Ask ask = passage(Language.EN, Aspect.GENERAL).ask();

    assertThat(ask.question()).isEqualTo("Where do you live?");
    assertThat(ask.options().getFirst().next())
        .isEqualTo(new Ask.Next.Text("You pay CZK 1 000.5."));
    assertThat(ask.options().getLast().next()).isInstanceOf(Ask.Next.Further.class);
    assertThat(passage(Language.CS, Aspect.GENERAL).ask().isEmpty()).isTrue();
  }

  @Test
  void an_article_shows_all_it_has() {
    FullArticle article = knowledge.article(DOG, Language.EN).orElseThrow();

    assertThat(article.sections())
        .containsEntry(Section.FEE, "You pay CZK 1 000.5.")
        .containsOnlyKeys(Section.ANSWER, Section.FEE, Section.DOCUMENTS);
    assertThat(article.variants()).containsExactlyInAnyOrder(Variant.CS, Variant.EN, Variant.EASY);
    assertThat(article.sources()).extracting(Source::paragraph).containsExactly("§ 2");
    assertThat(article.checked()).hasToString("2026-11-21");
    assertThat(article.caution()).isEmpty();
    assertThat(knowledge.easy(new Slug("pes"))).isEmpty();
  }

  @Test
  void an_office_may_say_its_own_facts_in_other_languages() {
    Sayings sayings =
        new Sayings(Map.of(), Map.of(Language.EN, Map.of("urad-hodiny", "Mondays 8 to 5")));
    Fact hours = Fact.local("urad-hodiny", "pondělí 8.00–17.00", TODAY);

    assertThat(sayings.said(hours, Language.EN)).isEqualTo("Mondays 8 to 5");
    assertThat(sayings.said(hours, Language.DE)).isEqualTo("pondělí 8.00–17.00");
  }

  @Test
  void what_is_written_out_as_files_makes_the_same_knowledge_base() {
    knowledge.publish(
        new Draft.FaqEntry(Faq.of(new Slug("A.1"), "Kde je \"bazén\"?", "Za školou.\n\n- tam")));
    knowledge.publish(new Draft.FactValue(Fact.local("pes-lhuta", "30 dnů: asi", TODAY)));
    Map<String, String> files = knowledge.files();
    LibraryFolder copied = new LibraryFolder(folder.resolve("copy"));
    files.forEach(copied::write);
    Path other = folder.resolve("other");
    assertThat(other.toFile().mkdir()).isTrue();

    try (KnowledgeBase copy = new Desk(other).open(copied.source())) {
      assertThat(copy.files()).isEqualTo(files);
      assertThat(copy.facts()).isEqualTo(knowledge.facts());
      assertThat(copy.article(new Slug("A.1"), Language.CS))
          .isEqualTo(knowledge.article(new Slug("A.1"), Language.CS));
    }
  }


  private Passage passage(Language language, Aspect aspect) {
    return knowledge.passage(DOG, language, aspect).orElseThrow();
  }
}
