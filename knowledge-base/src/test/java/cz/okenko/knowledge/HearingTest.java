package cz.okenko.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.finding.Wordings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What no rule knows is told by ear, and what only sounds like it is not.
final class HearingTest {

  @TempDir Path folder;

  @Test
  void what_is_told_in_words_of_ones_own_is_heard_and_what_only_sounds_like_it_is_not() {
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.Shipped())) {
      assertThat(Wordings.read("heard.txt").misses(text -> told(ask(knowledge, text)))).isEmpty();
      Answer heard = ask(knowledge, "opa liegt im bad auf dem boden und atmet ganz komisch");
      assertThat(heard.confidence()).isGreaterThan(0.3).isLessThan(1);
    }
  }

  @Test
  void what_has_no_word_anybody_says_is_no_danger_and_no_chatter() {
    try (KnowledgeBase knowledge = new Desk(folder).open(new ContentSource.Shipped())) {
      for (String text :
          List.of("0", "1E02", "0.0/0", "undefined", "⁰⁴⁵", "田中さんにあげて下さい", "ÅÍÎÏ˝ÓÔ")) {
        assertThat(told(ask(knowledge, text))).as(text).isIn("question", "unreadable");
      }
    }
  }

  private static Answer ask(KnowledgeBase knowledge, String text) {
    return knowledge.answer(Question.fresh(text, Language.CS));
  }

  private static String told(Answer answer) {
    return switch (answer) {
      case Emergency emergency -> emergency.kind().code();
      case Answer.HandoffWish _ -> "handoff";
      case Answer.SmallTalk talk -> talk.kind().code();
      case Answer.Found _,
          Answer.Filed _,
          Answer.Ambiguous _,
          Answer.Elsewhere _,
          Answer.NotFound _ ->
          "question";
    };
  }
}
