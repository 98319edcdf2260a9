package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearningTest {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void the_shipped_content_needs_nothing_learned_at_start() {
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.Shipped())) {
      assertThat(knowledge.isLearned()).isTrue();
      assertThat(folder.resolve("classifier.gz")).doesNotExist();
      assertThat(folder.resolve("tone.gz")).doesNotExist();
    }
  }

  @Test
  void what_is_published_is_found_at_once_and_learned_soon_after() {
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.None())) {
      knowledge.publishAll(
          List.of(
              faq("bazen", "Kdy je otevřen plavecký bazén?", "Bazén je otevřen denně od 8 hodin."),
              faq("knihovna", "Jak prodloužím výpůjčku?", "Výpůjčku prodloužíte v katalogu.")));

      assertThat(first(knowledge, "v kolik se dá jít plavat do bazénu")).isEqualTo("bazen");
      awaitLearned(knowledge);
      assertThat(first(knowledge, "chci si nechat knížku z knihovny déle, prodloužit výpůjčku"))
          .isEqualTo("knihovna");
    }
    assertThat(Files.exists(folder.resolve("classifier.gz"))).isTrue();
  }

  @Test
  void what_an_office_imports_is_found_in_words_it_does_not_have() {
    List<Draft> drafts =
        List.of(
            faq("okruh", "Výše místního poplatku za obecní systém odpadového hospodářství", "950."),
            faq("pojizdny", "Kdy a kde zastavuje bibliobus?", "V úterý na návsi."),
            faq("pobyt", "Ohlášení změny místa trvalého pobytu", "Na ohlašovně."),
            faq("hrb", "Nájemní smlouva na hrobové místo", "U správce pohřebiště."));
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.None())) {
      knowledge.publishAll(drafts);

      assertThat(first(knowledge, "kolik se letos platí za popelnice")).isEqualTo("okruh");
      assertThat(first(knowledge, "stěhujeme se, kam to máme nahlásit")).isEqualTo("pobyt");
      awaitLearned(knowledge);
      assertThat(first(knowledge, "kolik se letos platí za popelnice")).isEqualTo("okruh");
    }
  }

  @Test
  void what_an_office_imports_does_not_push_the_articles_away() {
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.Shipped())) {
      String question = "ztratil jsem občanku, co mám dělat";
      String before = first(knowledge, question);
      knowledge.publishAll(
          List.of(faq("ztrata-klicu", "Našli jste na radnici ztracené klíče?", "Zeptejte se.")));

      assertThat(first(knowledge, question)).isEqualTo(before);
      assertThat(first(knowledge, "nemáte u vás na radnici moje klíče")).isEqualTo("ztrata-klicu");
    }
  }

  @Test
  void what_was_learned_is_kept_for_the_next_start() {
    Desk desk = new Desk(folder);
    try (KnowledgeBase knowledge = desk.open(new ContentSource.None())) {
      knowledge.publishAll(List.of(faq("bazen", "Kdy je otevřen bazén?", "Denně od 8 hodin.")));
      awaitLearned(knowledge);
    }

    try (KnowledgeBase again = desk.open(new ContentSource.None())) {
      assertThat(again.isLearned()).isTrue();
    }
  }

  @Test
  void what_is_published_changes_nothing_of_what_danger_sounds_like() {
    String cry = "opa liegt im bad auf dem boden und atmet ganz komisch";
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.None())) {
      Answer before = knowledge.answer(Question.fresh(cry, Language.CS));
      knowledge.publishAll(List.of(faq("bazen", "Kdy je otevřen bazén?", "Denně od 8 hodin.")));
      awaitLearned(knowledge);

      assertThat(before).isInstanceOf(Answer.Emergency.class);
      assertThat(knowledge.answer(Question.fresh(cry, Language.CS)))
          .isInstanceOf(Answer.Emergency.class);
      assertThat(folder.resolve("tone.gz")).doesNotExist();
    }
  }

  @Test
  void sentences_of_the_offices_own_are_learned_for_the_ear() throws Exception {
    Path content = Files.createDirectory(folder.resolve("content"));
    Files.writeString(
        content.resolve("said.yaml"),
        """
        danger: {}
        handoff: {cs: [dejte mi Marušku, já chci Marušku, kde je Maruška]}
        tampering: {}
        small-talk: {}
        matter: {}
        """);
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.Folder(content))) {
      awaitLearned(knowledge);
      assertThat(folder.resolve("tone.gz")).exists();
      assertThat(knowledge.files().get("said.yaml")).contains("Marušku");
    }
  }

  private static void awaitLearned(KnowledgeBase knowledge) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!knowledge.isLearned() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertThat(knowledge.isLearned()).isTrue();
  }

  private static String first(KnowledgeBase knowledge, String text) {
    return knowledge
        .answer(Question.fresh(text, Language.CS))
        .candidates()
        .getFirst()
        .slug()
        .value();
  }

  private static Draft faq(String id, String question, String answer) {
    return new Draft.FaqEntry(Faq.of(new Slug(id), question, answer));
  }
}
