package cz.okenko.gateway.handoff;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.knowledge.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AbsencesTest {
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Clerk JANA = Desk.clerk(1);

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock(NINE.toString());
  private final Texts texts = Texts.load();
  private Talk talk;
  private Desk desk;
  private Presence presence;
  private Absences absences;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    desk = new Desk(folder, talk);
    presence = new Presence(talk.store(), clock);
    absences = new Absences(talk.store(), talk.conversations(), presence::away, texts);
  }

  @AfterEach
  void close() {
    desk.close();
    talk.close();
  }

  @Test
  void a_clerk_who_is_gone_for_two_minutes_holds_nobody_up() {
    Conversation held = claimed();
    after(Duration.ofSeconds(110));

    absences.sweep();

    ConversationState state = talk.now(held.id()).state();
    assertThat(state).isInstanceOf(Waiting.class);
    assertThat(state.since()).isEqualTo(NINE);
    assertThat(talk.lines(held.id()))
        .endsWith(
            "office: " + texts.text(Language.CS, "handoff.clerk-away"),
            "note: " + texts.text(Language.CS, "console.note.away", JANA.name()));
  }

  @Test
  void it_is_told_once() {
    Conversation held = claimed();
    after(Duration.ofSeconds(110));
    absences.sweep();
    int lines = talk.lines(held.id()).size();

    absences.sweep();

    assertThat(talk.lines(held.id())).hasSize(lines);
  }

  @Test
  void a_minute_without_a_connection_costs_nobody_anything() {
    Conversation held = claimed();
    after(Duration.ofSeconds(60));

    absences.sweep();

    assertThat(talk.now(held.id()).state()).isInstanceOf(WithClerk.class);
  }

  @Test
  void who_is_here_keeps_what_they_hold() {
    Conversation held = claimed();
    after(Duration.ofSeconds(80));
    presence.seen(JANA.id());
    after(Duration.ofSeconds(80));

    absences.sweep();

    assertThat(talk.now(held.id()).state()).isInstanceOf(WithClerk.class);
  }

  @Test
  void where_the_clerk_had_the_last_word_it_goes_back_only_when_the_citizen_writes() {
    Conversation held = claimed();
    desk.counter().reply(held.id(), JANA, "Přijďte v úterý.", "k1");
    after(Duration.ofHours(12));

    absences.sweep();
    assertThat(talk.now(held.id()).state()).isInstanceOf(WithClerk.class);

    talk.says(ANNA, "A mám něco vzít s sebou?");
    absences.sweep();
    assertThat(talk.now(held.id()).state()).isInstanceOf(Waiting.class);
  }

  @Test
  void after_a_restart_everybody_has_time_to_say_that_they_are_here() {
    Conversation held = claimed();
    clock.moveTo(NINE.plus(Duration.ofHours(3)).toString());
    var fresh =
        new Absences(
            talk.store(),
            talk.conversations(),
            new Presence(talk.store(), clock)::away,
            texts);

    fresh.sweep();

    assertThat(talk.now(held.id()).state()).isInstanceOf(WithClerk.class);
  }

  @Test
  void a_transferred_conversation_keeps_its_place_and_says_why() {
    Conversation held = claimed();
    after(Duration.ofSeconds(30));
    var registry = new QueueId("matrika");

    desk.counter().transfer(held.id(), JANA, registry, "chce vědět i o oddacím listu");

    assertThat(talk.now(held.id()).state()).isEqualTo(new Waiting(registry, NINE));
    assertThat(talk.lines(held.id())).endsWith("note: chce vědět i o oddacím listu");
  }

  private Conversation claimed() {
    Conversation asked = talk.says(ANNA, "Chci mluvit s člověkem");
    presence.seen(JANA.id());
    desk.counter().claim(asked.id(), JANA);
    return talk.now(asked.id());
  }

  private void after(Duration passed) {
    clock.moveTo(clock.instant().plus(passed).toString());
  }
}
