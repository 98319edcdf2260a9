package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluationTest {

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

  @Test
  void a_run_has_a_line_for_every_question_whatever_the_order_of_columns() throws IOException {
    Path questions = folder.resolve("questions.tsv");
    Path run = folder.resolve("run.tsv");
    Files.writeString(
        questions,
        """
        gold\tquery\tnote\tqid
        obcansky-prukaz-vydani\tkolik stojí nová občanka\tx\tq1
        none\tjak se vaří vejce\tx\tq2
        """);
    StringWriter summary = new StringWriter();

    new Evaluation(knowledge).run(questions, run, new PrintWriter(summary));

    assertThat(Files.readAllLines(run))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches("q1\tobcansky-prukaz-vydani:[01]\\.\\d{4}(,.+)?\t\\d+\\.\\d{3}"),
            line -> assertThat(line).matches("q2\t\t\\d+\\.\\d{3}"));
    assertThat(summary.toString()).contains("cs/any", "R@1 1.000");
  }

  @Test
  void a_file_without_a_needed_column_is_refused() throws IOException {
    Path questions = folder.resolve("bad.tsv");
    Files.writeString(questions, "qid\tquery\n");

    assertThatThrownBy(
            () ->
                new Evaluation(knowledge)
                    .run(questions, folder.resolve("r"), new PrintWriter(new StringWriter())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no column gold");
  }

  @Test
  void the_questions_to_develop_against_find_their_articles() throws IOException {
    Optional<Path> dev = Shared.file("questions/dev.tsv");
    if (dev.isEmpty()) {
      return;
    }
    Evaluation evaluation = new Evaluation(knowledge);

    Evaluation.Figures plain = evaluation.figures(dev.get(), "cs/plain"::equals, true);
    Evaluation.Figures czech = evaluation.figures(dev.get(), s -> s.startsWith("cs/"), true);
    Evaluation.Figures bare = evaluation.figures(dev.get(), s -> s.startsWith("cs/"), false);

    assertThat(plain.first()).isGreaterThanOrEqualTo(0.85);
    assertThat(czech.first()).isGreaterThanOrEqualTo(0.90);
    assertThat(czech.wrong()).isLessThanOrEqualTo(0.05);
    assertThat(bare.first()).isGreaterThanOrEqualTo(czech.first() - 0.01);
  }
}
