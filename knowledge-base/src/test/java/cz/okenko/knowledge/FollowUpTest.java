package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.finding.Wordings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a question means while an article is being talked about. A line of the list says where it
/// leads: `same ASPECT` stays, `SLUG ASPECT` leads to the article beside it, and beginnings of slugs
/// mean another subject.
final class FollowUpTest {

  @TempDir Path folder;

  @Test
  void a_question_is_answered_in_the_matter_talked_about_or_leaves_it() {
    Wordings all = Wordings.read("follow-ups.txt");
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.Shipped())) {
      List<String> misses =
          all.misses((expected, text) -> answered(knowledge, expected, text.split(" \\| ", 2)));

      assertThat(misses).isEmpty();
      assertThat(all.size()).isGreaterThanOrEqualTo(60);
    }
  }

  /// What was expected, when it came about; else what came.
  private static String answered(KnowledgeBase knowledge, String expected, String[] asked) {
    Answer answer =
        knowledge.answer(Question.about(new Slug(asked[0]), asked[1], Language.CS));
    String first =
        answer.candidates().stream().map(c -> c.slug().value()).findFirst().orElse("nothing");
    String[] parts = expected.split(" ", 2);
    boolean right =
        parts.length == 2
            ? answer instanceof Answer.Found
                && first.equals(parts[0].equals("same") ? asked[0] : parts[0])
            : !first.equals(asked[0])
                && Arrays.stream(expected.split(",", -1)).anyMatch(first::startsWith);
    return right ? expected : answer.getClass().getSimpleName() + " " + first;
  }
}
