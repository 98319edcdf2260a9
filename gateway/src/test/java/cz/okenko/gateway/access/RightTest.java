package cz.okenko.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.directory.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RightTest {
  @ParameterizedTest
  @CsvSource({
    "own-account,         clerk editor supervisor admin",
    "see-conversations,   clerk editor supervisor admin",
    "write-notes,         clerk editor supervisor admin",
    "answer-citizens,     clerk editor supervisor admin",
    "keep-articles,       editor supervisor admin",
    "read-audit,          supervisor admin",
    "keep-directory,      supervisor admin",
    "keep-blocks,         supervisor admin",
    "manage-people,       admin",
    "manage-integrations, admin"
  })
  void each_right_is_that_of_these_roles_alone(String right, String roles) {
    List<String> having =
        Stream.of(Role.values())
            .filter(role -> Right.of(role).contains(Right.of(right).orElseThrow()))
            .map(Role::code)
            .toList();

    assertThat(having).containsExactly(roles.split(" "));
  }

  @Test
  void every_right_is_somebodys() {
    assertThat(Right.of(Role.ADMIN)).containsExactlyInAnyOrder(Right.values());
  }

  @Test
  void no_program_answers_citizens_or_hands_out_rights() {
    assertThat(Stream.of(Right.values()).filter(Right::forIntegrations))
        .containsExactlyInAnyOrder(Right.SEE_CONVERSATIONS, Right.WRITE_NOTES, Right.READ_AUDIT);
  }
}
