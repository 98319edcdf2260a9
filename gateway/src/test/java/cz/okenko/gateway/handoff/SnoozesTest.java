package cz.okenko.gateway.handoff;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnoozesTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant TOMORROW = NINE.plus(Duration.ofDays(1));
  private static final Clerk JANA = Desk.clerk(1);
  private static final Clerk PETR = Desk.clerk(2);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(NINE.toString());
  private Talk talk;
  private Desk desk;
  private Presence presence;
  private Snoozes snoozes;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    desk = new Desk(folder, talk);
    presence = new Presence(talk.store(), clock);
    snoozes = new Snoozes(talk.store(), talk.conversations(), presence, desk.texts(), clock);
  }

  @AfterEach
  void close() {
    desk.close();
    talk.close();
  }

  @Test
  void it_stays_off_until_its_time_and_is_its_clerks_again() {
    Conversation put = snoozed();
    clock.moveTo(TOMORROW.minusSeconds(1).toString());
    snoozes.sweep();
    assertThat(talk.now(put.id()).state()).isInstanceOf(Snoozed.class);
    clock.moveTo(TOMORROW.toString());
    presence.seen(JANA.id());

    snoozes.sweep();
    snoozes.sweep();

    assertThat(talk.now(put.id()).state())
        .isEqualTo(new WithClerk(JANA.id(), JANA.name(), queue(put), TOMORROW));
    assertThat(talk.lines(put.id())).filteredOn(line -> line.contains("Odložení")).hasSize(1);
  }

  @Test
  void when_its_clerk_is_not_here_it_goes_to_the_queue() {
    Conversation put = snoozed();
    clock.moveTo(TOMORROW.toString());

    snoozes.sweep();

    assertThat(talk.now(put.id()).state()).isEqualTo(new Waiting(queue(put), TOMORROW));
  }

  @Test
  void when_the_citizen_writes_it_is_back_at_once() {
    Conversation put = snoozed();
    Instant later = NINE.plusSeconds(60);
    clock.moveTo(later.toString());

    talk.says(ANNA, "Ještě něco");

    assertThat(talk.now(put.id()).state())
        .isEqualTo(new WithClerk(JANA.id(), JANA.name(), queue(put), later));
  }

  @Test
  void after_a_restart_it_is_still_off() {
    Conversation put = snoozed();
    talk.close();

    talk = new Talk(folder, clock);

    assertThat(talk.now(put.id()).state())
        .isEqualTo(new Snoozed(JANA.id(), JANA.name(), queue(put), NINE, TOMORROW));
  }

  @Test
  void only_its_clerk_can_put_it_off_or_take_it_back() {
    Conversation asked = talk.says(ANNA, "Chci mluvit s člověkem");
    assertThat(desk.counter().snooze(asked.id(), JANA, TOMORROW)).isInstanceOf(Step.Stay.class);
    desk.counter().claim(asked.id(), JANA);
    assertThat(desk.counter().snooze(asked.id(), PETR, TOMORROW)).isInstanceOf(Step.Stay.class);
    desk.counter().snooze(asked.id(), JANA, TOMORROW);

    assertThat(desk.counter().claim(asked.id(), PETR)).isInstanceOf(Step.Stay.class);
    assertThat(desk.counter().reply(asked.id(), PETR, "Dobrý den", "k"))
        .isInstanceOf(Step.Stay.class);
    desk.counter().claim(asked.id(), JANA);

    assertThat(talk.now(asked.id()).state()).isInstanceOf(WithClerk.class);
  }

  @Test
  void whoever_answers_takes_it_back_and_the_citizen_reads_nothing_of_it() {
    Conversation put = snoozed();
    int lines = talk.lines(put.id()).size();

    desk.counter().reply(put.id(), JANA, "Už to vím.", "k1");

    assertThat(talk.now(put.id()).state()).isInstanceOf(WithClerk.class);
    assertThat(talk.lines(put.id())).hasSize(lines + 1);
  }

  @Test
  void how_it_ended_is_kept_with_it_and_spam_is_told_nothing() {
    Conversation put = snoozed();
    int lines = talk.lines(put.id()).size();
    var spam = new Outcome(Outcome.Reason.SPAM, Outcome.Base.UNTOLD, "");

    desk.counter().close(put.id(), JANA, spam);

    assertThat(talk.newest(ANNA).state()).isEqualTo(new Closed(queue(put), NINE, spam));
    assertThat(talk.lines(put.id())).hasSize(lines);
  }

  private Conversation snoozed() {
    Conversation asked = talk.says(ANNA, "Chci mluvit s člověkem");
    presence.seen(JANA.id());
    desk.counter().claim(asked.id(), JANA);
    desk.counter().snooze(asked.id(), JANA, TOMORROW);
    Conversation put = talk.now(asked.id());
    assertThat(put.state()).isInstanceOf(Snoozed.class);
    return put;
  }

  private static QueueId queue(Conversation put) {
    return put.state() instanceof Snoozed(_, _, var queue, _, _)
        ? queue
        : new QueueId("");
  }
}
