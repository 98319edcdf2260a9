package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.handoff.Onlookers.Onlooker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OnlookersTest {
  private static final ConversationId ONE = new ConversationId(1);
  private static final ConversationId TWO = new ConversationId(2);
  private static final Clerk JANA = Desk.clerk(1);
  private static final Clerk PETR = Desk.clerk(2);

  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final Onlookers onlookers = new Onlookers(clock);

  @Test
  void a_colleague_is_seen_reading_and_writing() {
    assertThat(onlookers.look(JANA, "tab", ONE, false)).containsExactly(ONE);
    assertThat(onlookers.at(ONE, PETR.id())).containsExactly(new Onlooker(JANA.name(), false));

    assertThat(onlookers.look(JANA, "tab", ONE, true)).containsExactly(ONE);
    assertThat(onlookers.at(ONE, PETR.id())).containsExactly(new Onlooker(JANA.name(), true));
  }

  @Test
  void nobody_sees_themselves() {
    onlookers.look(JANA, "tab", ONE, true);

    assertThat(onlookers.at(ONE, JANA.id())).isEmpty();
  }

  @Test
  void a_heartbeat_that_says_nothing_new_changes_nothing() {
    onlookers.look(JANA, "tab", ONE, false);

    assertThat(onlookers.look(JANA, "tab", ONE, false)).isEmpty();
  }

  @Test
  void going_to_another_conversation_changes_both() {
    onlookers.look(JANA, "tab", ONE, false);

    assertThat(onlookers.look(JANA, "tab", TWO, false)).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(onlookers.at(ONE, PETR.id())).isEmpty();
  }

  @Test
  void two_windows_of_one_clerk_are_one_person_who_writes_in_either() {
    onlookers.look(JANA, "one", ONE, false);
    onlookers.look(JANA, "two", ONE, true);

    assertThat(onlookers.at(ONE, PETR.id())).containsExactly(new Onlooker(JANA.name(), true));
  }

  @Test
  void who_said_nothing_for_long_is_not_seen_any_more() {
    onlookers.look(JANA, "tab", ONE, false);
    clock.moveTo(clock.instant().plus(Duration.ofSeconds(100)).toString());

    assertThat(onlookers.at(ONE, PETR.id())).isEmpty();
  }

  @Test
  void a_window_that_shows_nothing_left_its_conversation() {
    onlookers.look(JANA, "tab", ONE, false);

    assertThat(onlookers.leave(JANA, "tab")).containsExactly(ONE);
    assertThat(onlookers.leave(JANA, "tab")).isEmpty();
  }

  @Test
  void however_many_windows_somebody_invents_memory_does_not_grow_without_end() {
    for (int i = 0; i < 5_000; i++) {
      onlookers.look(JANA, "tab " + i, ONE, false);
    }

    assertThat(onlookers.look(PETR, "tab", ONE, false)).isEmpty();
    assertThat(onlookers.at(ONE, PETR.id())).hasSize(1);
  }
}
