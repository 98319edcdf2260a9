package cz.okenko.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.faults.Ledger.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An audit that finds nothing wrong must be one that would have.
final class AuditTest {
  private static final String CHAT = "telegram 7001:5";
  private static final List<Said> SAID =
      List.of(
          new Said(1, "telegram", CHAT, true, "7001:5:1", "pas"),
          new Said(2, "telegram", CHAT, false, "", "o pasu"),
          new Said(3, "telegram", CHAT, true, "7001:5:2", "pes"),
          new Said(4, "telegram", CHAT, false, "", "o psovi"));

  private final Audit audit = new Audit(SAID, Map.of(4L, "telegram"));

  @Test
  void what_is_stored_answered_and_heard_once_is_no_fault() {
    audit.stored(Map.of("telegram", Set.of("7001:5:1", "7001:5:2")));
    audit.answered();
    audit.heard("telegram", audit.inOrder(Map.of(5L, List.of("O pasu", "O psovi"))));

    assertThat(audit.faults()).isEmpty();
    assertThat(audit.doubled()).isEmpty();
  }

  @Test
  void a_lost_message_is_a_fault() {
    audit.stored(Map.of("telegram", Set.of("7001:5:1", "7001:5:3")));

    assertThat(audit.faults()).containsExactly("telegram 7001:5:3 is stored 0 times");
  }

  @Test
  void a_message_without_an_answer_is_a_fault() {
    var without = new Audit(SAID.subList(0, 3), Map.of());

    without.answered();

    assertThat(without.faults()).containsExactly(CHAT + ": 1 more messages than answers");
  }

  @Test
  void an_answer_that_never_came_is_a_fault() {
    audit.heard("telegram", Map.of(2L, 1));

    assertThat(audit.faults()).containsExactly("telegram: answer 4 never came");
  }

  @Test
  void a_second_copy_is_a_fault_unless_its_row_was_uncertain() {
    var posts = Map.of(5L, List.of("O pasu", "O pasu", "O psovi", "O psovi"));

    audit.heard("telegram", audit.inOrder(posts));

    assertThat(audit.faults())
        .containsExactly("telegram: answer 2 came 2 times and is not uncertain");
    assertThat(audit.doubled()).containsExactly(Map.entry("telegram", 1));
  }

  @Test
  void a_post_that_belongs_to_no_answer_is_a_fault() {
    audit.inOrder(Map.of(5L, List.of("O pasu", "O psovi", "O pasu")));

    assertThat(audit.faults()).containsExactly("telegram: chat 5 got more than its 2 answers");
  }

  @Test
  void first_words_that_came_again_are_counted_apart() {
    String greeting = "Píšete si s úřadem přes Telegram. …";

    var times = audit.inOrder(Map.of(5L, List.of(greeting, greeting, "O pasu", "O psovi")));

    assertThat(times).isEqualTo(Map.of(2L, 1, 4L, 1));
    assertThat(audit.greetedTwice()).isEqualTo(1);
  }
}
