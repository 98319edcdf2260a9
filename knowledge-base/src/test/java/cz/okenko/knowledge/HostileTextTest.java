package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileTextTest {

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

  static Stream<String> oddTexts() {
    return Stream.of(
        "",
        " ",
        "a",
        "?",
        "\u0000",
        "\uD83D\uDE00\uD83D\uDE00",
        "\uD83D",
        "\u202Ekolik stojí\u202C",
        "občanka ".repeat(500),
        "x".repeat(4_000),
        "ztráta ".repeat(10_000),
        "a b c d e f g ".repeat(300),
        "title:občanka AND (body:* OR \"",
        "^~*?[]{}()+-&&||!",
        "\u0301".repeat(4_000),
        "01".repeat(2_000));
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void any_text_has_an_outcome(String text) {
    check(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(document.cookie)</script>",
        "<body onload=alert(1)>",
        "<form><input type=submit value=click>",
        "{{ config.items() }}",
        "' OR 1=1 -- 1",
        "https://mesto.example/obcansky-prukaz",
        "1",
      })
  void code_is_answered_by_no_article(String text) {
    assertThat(knowledge.answer(Question.fresh(text, Language.CS)))
        .isInstanceOf(Answer.SmallTalk.class);
  }

  @Test
  void a_question_among_tags_is_answered() {
    String text = "<p onclick=\"alert(1)\">Kolik stojí <b>občanka</b>?</p><script>x()</script>";

    assertThat(knowledge.answer(Question.fresh(text, Language.CS)))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> assertThat(found.passage().slug().value()).startsWith("obcansky-prukaz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"corpora/strings", "corpora/xss"})
  void every_line_of_the_hostile_collections_has_an_outcome(String name) {
    Shared.file(name).ifPresent(root -> lines(root).forEach(HostileTextTest::check));
  }

  @Test
  void a_text_of_four_thousand_different_words_is_answered_quickly() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 4_000; i++) {
      text.append(Integer.toString(i * 7919, 36)).append(' ');
    }
    check(text.toString());

    long start = System.nanoTime();
    check(text.toString());

    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
  }

  private static void check(String text) {
    Answer answer = knowledge.answer(Question.fresh(text, Language.CS));

    assertThat(answer.confidence()).isBetween(0.0, 1.0);
    assertThat(answer.shown()).isBetween(0, 3);
    assertThat(answer.candidates()).hasSizeLessThanOrEqualTo(5);
  }

  private static List<String> lines(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).flatMap(HostileTextTest::linesOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
