package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpkeepCommandTest {
  @TempDir Path folder;
  private Map<String, String> environment = Map.of();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void lay_out_content_and_settings() throws IOException {
    write("content/facts.yaml", "pes-lhuta: {value: 15 dnů, checked: 2026-11-21, status: confirmed}");
    write(
        "content/cs/pes-ztrata.md",
        """
        ---
        slug: pes-ztrata
        title: Ztratil se pes
        agenda: odpady
        authority: obec
        review-by: 2020-01-01
        terms: [pes]
        phrases: [utekl mi pes]
        legal-basis: []
        related: []
        ---
        ## answer
        Zavolejte do {fact:pes-lhuta}.
        """);
    write(
        "content/en/pes-ztrata.md",
        """
        ---
        slug: pes-ztrata
        title: Lost dog
        translated: 2026-11-01
        phrases: [my dog ran away]
        ---
        ## answer
        Call us within {fact:pes-lhuta}.
        """);
    environment =
        Map.of(
            "OKENKO_CONFIG", RunningGateway.settings(folder).toString(),
            "OKENKO_DATA_DIR", Files.createDirectories(folder.resolve("data")).toString(),
            "OKENKO_CONTENT", folder.resolve("content").toString());
  }

  @Test
  void check_lists_what_is_to_be_done_about_the_content() throws Exception {
    assertThat(run("check")).isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("translations older than their facts: 1")
        .contains("  en/pes-ztrata: written 2026-11-01, fact pes-lhuta is of 2026-11-21")
        .contains("values.yaml does not say “# dnů”")
        .contains("  cs/pes-ztrata: to be reviewed by 2020-01-01")
        .contains("texts: cs 1, en 1");
  }

  @Test
  void due_lists_what_an_office_has_published_with_how_often_it_answered() throws Exception {
    assertThat(run("due")).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("start Okénko once");
    InstantSource clock = InstantSource.system();
    Settings settings = Settings.load(environment, clock);
    try (Store store = Store.open(folder.resolve("data/okenko.db"));
        KnowledgeBase knowledge =
            KnowledgeBase.open(settings.knowledge(folder.resolve("index")), store, clock)) {
      assertThat(knowledge.answer(Question.fresh("utekl mi pes", Language.CS)))
          .isInstanceOf(Answer.Found.class);
    }

    assertThat(run("due")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("     1  pes-ztrata  Ztratil se pes\n        cs/pes-ztrata: to be reviewed");
  }

  private int run(String command) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Main.Command(environment, out, out).run(List.of(command));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(file, text + "\n");
  }
}
