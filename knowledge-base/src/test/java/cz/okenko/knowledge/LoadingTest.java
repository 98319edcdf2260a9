package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.knowledge.store.Facts;
import cz.okenko.knowledge.store.PublishedText;
import cz.okenko.knowledge.store.Revisions;
import cz.okenko.knowledge.store.TextKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadingTest {

  private static final Slug PES = new Slug("poplatek-pes");
  private static final TextKey KEY = new TextKey(PES, Variant.CS);

  private static final String PENSION =
      """
      - topic: duchod
        title: Důchod
        text: O důchodu rozhoduje ČSSZ.
        phrases:
          - kdy mi přijde důchod
          - o kolik mi zvýší důchod
          - jak požádám o důchod
          - komu mám napsat kvůli důchodu
          - nepřišel mi důchod
        links: [{label: ČSSZ, url: "https://www.cssz.cz"}]
      """;

  @TempDir Path folder;
  private Desk desk;
  private Path content;
  private final Revisions revisions = new Revisions(Desk.CLOCK);

  @BeforeEach
  void lay_out_content() throws IOException {
    desk = new Desk(folder);
    content = folder.resolve("content");
    Files.createDirectories(content.resolve("cs"));
    write("facts.yaml", "pes-lhuta: {value: 15 dnů, checked: 2026-11-21, status: confirmed}\n");
    article("poplatek-pes", "Psa přihlaste do {fact:pes-lhuta}.");
  }

  @Test
  void content_becomes_revisions_and_facts() {
    open().close();

    assertThat(published()).extracting(PublishedText::key).containsExactly(KEY);
    assertThat(published()).extracting(PublishedText::revision).containsExactly(1L);
    assertThat(desk.<List<Fact>>read(new Facts()::all))
        .extracting(Fact::value)
        .containsExactly("15 dnů");
  }

  @Test
  void a_second_start_with_the_same_content_makes_no_revision() {
    open().close();
    open().close();

    assertThat(published()).extracting(PublishedText::revision).containsExactly(1L);
  }

  @Test
  void lists_are_there_after_a_second_start_with_the_same_content() throws IOException {
    write("elsewhere.yaml", PENSION);
    open().close();

    try (KnowledgeBase knowledge = open()) {
      assertThat(ask(knowledge, "kdy mi přijde důchod")).isInstanceOf(Answer.Elsewhere.class);
    }
    write("elsewhere.yaml", PENSION.replace("ČSSZ", "Správa"));
    try (KnowledgeBase knowledge = open()) {
      Answer answer = ask(knowledge, "kdy mi přijde důchod");
      assertThat(((Answer.Elsewhere) answer).referral().text()).contains("Správa");
    }
  }

  @Test
  void the_same_content_is_checked_again_when_the_settings_say_other_facts() throws IOException {
    article("pes-ztrata", "Zavolejte na {fact:utulek-telefon}.");
    Fact phone = Fact.local("utulek-telefon", "123 456 789", LocalDate.of(2026, 11, 1));
    desk.open(new ContentSource.Folder(content), phone).close();

    assertThatThrownBy(this::open)
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("unknown fact utulek-telefon");
  }

  @Test
  void changed_content_becomes_a_new_revision() throws IOException {
    open().close();
    article("poplatek-pes", "Psa přihlaste hned.");

    try (KnowledgeBase knowledge = open()) {
      Passage passage = knowledge.passage(PES, Language.CS, Aspect.GENERAL).orElseThrow();
      assertThat(passage.text()).isEqualTo("Psa přihlaste hned.");
      assertThat(passage.revision()).isEqualTo(2);
    }
  }

  @Test
  void an_article_the_office_edited_is_left_alone() throws IOException {
    open().close();
    String edited = published().getFirst().content().replace("Psa přihlaste", "U nás psa hlaste");
    desk.write(
        handle -> {
          revisions.publishOffices(handle, Map.of(KEY, edited));
          return true;
        });
    article("poplatek-pes", "Psa přihlaste hned.");

    try (KnowledgeBase knowledge = open()) {
      assertThat(knowledge.passage(PES, Language.CS, Aspect.GENERAL).orElseThrow().text())
          .isEqualTo("U nás psa hlaste do 15 dnů.");
    }
  }

  @Test
  void an_article_gone_from_the_content_is_withdrawn_and_may_come_back() throws IOException {
    article("pes-ztrata", "Zavolejte do útulku.");
    open().close();
    Files.delete(content.resolve("cs/pes-ztrata.md"));
    open().close();
    assertThat(published()).hasSize(1);

    article("pes-ztrata", "Zavolejte do útulku.");
    open().close();

    assertThat(published()).hasSize(2);
  }

  @Test
  void of_a_broken_content_nothing_is_loaded() throws IOException {
    open().close();
    article("poplatek-pes", "Psa přihlaste hned.");
    article("pes-ztrata", "Zavolejte na {fact:utulek-telefon}.");

    assertThatThrownBy(this::open)
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("unknown fact utulek-telefon");
    assertThat(published()).extracting(PublishedText::revision).containsExactly(1L);
  }

  @Test
  void a_local_fact_overrides_the_shipped_one() {
    Fact local = Fact.local("pes-lhuta", "30 dnů", LocalDate.of(2026, 11, 1));

    try (KnowledgeBase knowledge = desk.open(new ContentSource.Folder(content), local)) {
      assertThat(knowledge.passage(PES, Language.CS, Aspect.GENERAL).orElseThrow().text())
          .isEqualTo("Psa přihlaste do 30 dnů.");
    }
  }

  @Test
  void without_content_only_small_talk_handoff_and_emergency_are_known() {
    try (KnowledgeBase knowledge = desk.open(new ContentSource.None())) {
      assertThat(knowledge.titles(Language.CS)).isEmpty();
      assertThat(ask(knowledge, "kolik stojí nová občanka")).isInstanceOf(Answer.NotFound.class);
      assertThat(ask(knowledge, "kdy půjdu do důchodu")).isInstanceOf(Answer.NotFound.class);
      assertThat(ask(knowledge, "Dobrý den")).isInstanceOf(Answer.SmallTalk.class);
      assertThat(ask(knowledge, "chci mluvit s člověkem")).isInstanceOf(Answer.HandoffWish.class);
      assertThat(ask(knowledge, "hoří mi dům")).isInstanceOf(Answer.Emergency.class);
    }
  }

  private static Answer ask(KnowledgeBase knowledge, String text) {
    return knowledge.answer(Question.fresh(text, Language.CS));
  }

  private KnowledgeBase open() {
    return desk.open(new ContentSource.Folder(content));
  }

  private List<PublishedText> published() {
    return desk.read(revisions::published);
  }

  private void article(String slug, String answer) throws IOException {
    write(
        "cs/" + slug + ".md",
        """
        ---
        slug: %s
        title: Pes
        agenda: poplatky
        authority: obec
        review-by: 2027-06-30
        terms: [pes]
        phrases: [co s psem %s]
        legal-basis: []
        related: []
        ---
        ## answer
        %s
        """
            .formatted(slug, slug, answer));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(content.resolve(name), text);
  }
}
