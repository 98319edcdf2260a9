package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Upkeep.Item;
import cz.okenko.knowledge.Upkeep.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpkeepTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  /// From so many translations of a language on, its list of values counts as finished.
  private static final int ENOUGH = 60;

  @TempDir Path folder;

  @Test
  void a_content_in_order_has_nothing_to_be_done() {
    assertThat(report(content(), TODAY).items()).isEmpty();
  }

  @Test
  void a_translation_older_than_a_fact_of_its_czech_article_is_told() {
    LibraryFolder content = content();
    content.write(
        "en/poplatek-pes.md", LibraryFolder.ENGLISH.replace("2026-11-28", "2026-11-20"));

    assertThat(report(content, TODAY).items())
        .extracting(Item::toString)
        .containsExactly("en/poplatek-pes: written 2026-11-20, fact pes-sazba is of 2026-11-21");
  }

  @Test
  void a_value_nobody_said_in_the_language_and_a_section_nobody_translated_are_told() {
    LibraryFolder content = content();
    content.write("en/values.yaml", "\"# Kč\": \"CZK #\"\n");
    content.write(
        "en/poplatek-pes.md",
        LibraryFolder.ENGLISH.substring(0, LibraryFolder.ENGLISH.indexOf("## documents")));

    assertThat(report(content, TODAY).items())
        .extracting(Item::toString)
        .containsExactly(
            "en/poplatek-pes: values.yaml does not say “# dnů” (fact pes-lhuta)",
            "en/poplatek-pes: has no section documents");
  }

  @Test
  void an_article_near_its_review_and_a_fact_that_ran_out_are_told() {
    assertThat(report(content(), LocalDate.of(2027, 6, 1)).items())
        .extracting(Item::kind)
        .containsExactly(Kind.REVIEW_DUE, Kind.FACT_EXPIRED);
    assertThat(report(content(), LocalDate.of(2027, 5, 31)).items())
        .extracting(Item::kind)
        .containsExactly(Kind.FACT_EXPIRED);
  }

  @Test
  void what_is_due_comes_in_the_order_of_how_often_it_answered() {
    Desk desk = new Desk(folder);
    LibraryFolder content = content();
    for (String slug : List.of("a", "b")) {
      content.write(
          "cs/" + slug + ".md",
          LibraryFolder.czech("2026-11-01")
              .replace("poplatek-pes", slug)
              .replace("kolik stojí pes", "slovo " + slug + slug + slug + slug));
    }
    try (KnowledgeBase knowledge = desk.open(content.source())) {
      for (int i = 0; i < 3; i++) {
        assertThat(knowledge.answer(Question.fresh("slovo bbbb", Language.CS)))
            .isInstanceOf(Answer.Found.class);
      }
    }
    KnowledgeSettings settings =
        new KnowledgeSettings(content.source(), folder.resolve("index"), List.of());

    assertThat(UpkeepReport.due(settings, desk, Desk.CLOCK))
        .extracting(due -> due.slug() + " " + due.answered())
        .containsExactly("b 3", "a 0");
  }

  @Test
  void the_shipped_content_says_every_value_in_the_languages_that_are_finished() {
    KnowledgeSettings settings =
        new KnowledgeSettings(
            new ContentSource.Shipped(), folder.resolve("index"), List.of());
    LocalDate today = LocalDate.ofInstant(Desk.CLOCK.instant(), ZoneOffset.UTC);
    UpkeepReport report = UpkeepReport.ofFiles(settings, today);

    report.items().stream()
        .filter(item -> item.kind() == Kind.TRANSLATION_OLD)
        .forEach(item -> System.err.println("TO BE TRANSLATED ANEW: " + item));
    assertThat(report.items())
        .filteredOn(item -> item.kind() == Kind.SAYING_MISSING)
        .filteredOn(item -> report.texts().getOrDefault(item.variant(), 0) >= ENOUGH)
        .isEmpty();
  }

  private LibraryFolder content() {
    return new LibraryFolder(folder.resolve("content"));
  }

  private UpkeepReport report(LibraryFolder content, LocalDate today) {
    return UpkeepReport.ofFiles(
        new KnowledgeSettings(content.source(), folder.resolve("index"), List.of()), today);
  }
}
