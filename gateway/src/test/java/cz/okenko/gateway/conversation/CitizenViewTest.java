package cz.okenko.gateway.conversation;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.SentFiles;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Line;
import cz.okenko.connectors.Transcript.Standing;
import cz.okenko.connectors.Transcript.State;
import cz.okenko.connectors.Transcript.Wait;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.Offices;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.directory.OfficeDoor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CitizenViewTest {
  private static final QueueId PASSPORTS = new QueueId("doklady");
  private static final Address BORIS = new Address("webchat", "boris");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;
  private CitizenView view;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
    Office office = Offices.lipnice(folder);
    var door = new OfficeDoor(office.calendar(), new HoursInWords(Texts.load()), clock);
    view = new CitizenView(talk.store(), talk.conversations(), new CitizenView.Place(office, door, Texts.load(), CitizenView.Mail.NONE, SentFiles.NONE, new Ids(clock)), clock);
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void the_citizen_sees_every_line_but_notes() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    say(now, new Utterance(new Speaker(Author.NOTE, "Jana", ""), "hrubián", "cs", Card.NONE, ""));
    say(now, Utterance.office("Předávám vás.", "cs"));
    var jana = new Speaker(Author.CLERK, "Jana Nová", "Doklady");
    say(now, new Utterance(jana, "Přijďte.", "cs", Card.NONE, ""));

    List<Line> seen = view.after(ANNA, 0, 100);

    assertThat(seen).extracting(Line::text).containsExactly("Dobrý den", "Předávám vás.", "Přijďte.");
    assertThat(seen.getLast().name()).isEqualTo("Jana Nová");
    assertThat(seen.getLast().agenda()).isEqualTo("Doklady");
  }

  @Test
  void nobody_sees_the_lines_of_another_address() {
    talk.says(ANNA, "moje rodné číslo");
    talk.says(BORIS, "Dobrý den");

    assertThat(view.after(BORIS, 0, 100)).extracting(Line::text).containsExactly("Dobrý den");
  }

  @Test
  void reading_resumes_after_an_id_over_all_conversations_of_the_address() {
    talk.says(ANNA, "1");
    talk.says(ANNA, "2");
    view.close(ANNA);
    talk.says(ANNA, "3");
    talk.says(ANNA, "4");

    List<Line> first = view.after(ANNA, 0, 2);
    List<Line> rest = view.after(ANNA, first.getLast().id(), 100);

    assertThat(first).extracting(Line::text).containsExactly("1", "2");
    assertThat(rest).extracting(Line::text).containsExactly("3", "4");
    assertThat(view.after(ANNA, rest.getLast().id(), 100)).isEmpty();
  }

  @Test
  void the_place_in_the_queue_is_by_time_of_joining_and_moves_up() {
    Conversation annas = talk.says(ANNA, "Dobrý den");
    Conversation boriss = talk.says(BORIS, "Dobrý den");
    Conversation other = talk.says(new Address("webchat", "cyril"), "Dobrý den");
    put(other, new Waiting(new QueueId("matrika"), clock.instant()));
    put(boriss, new Waiting(PASSPORTS, clock.instant()));
    clock.pass(Duration.ofMinutes(1));
    put(annas, new Waiting(PASSPORTS, clock.instant()));

    assertThat(view.standing(BORIS).state()).isEqualTo(new State.Waiting(1, Wait.UNKNOWN));
    assertThat(view.standing(ANNA).state()).isEqualTo(new State.Waiting(2, Wait.UNKNOWN));
    put(boriss, new WithClerk(new ClerkId(7), "Jana Nová", PASSPORTS, clock.instant()));
    assertThat(view.standing(ANNA).state()).isEqualTo(new State.Waiting(1, Wait.UNKNOWN));
    assertThat(view.standing(BORIS).state()).isEqualTo(new State.WithClerk("Jana Nová", "Doklady"));
  }

  @Test
  void those_who_joined_in_the_same_millisecond_have_different_places() {
    Conversation annas = talk.says(ANNA, "Dobrý den");
    Conversation boriss = talk.says(BORIS, "Dobrý den");
    put(boriss, new Waiting(PASSPORTS, clock.instant()));
    put(annas, new Waiting(PASSPORTS, clock.instant()));

    assertThat(view.standing(ANNA).state()).isEqualTo(new State.Waiting(1, Wait.UNKNOWN));
    assertThat(view.standing(BORIS).state()).isEqualTo(new State.Waiting(2, Wait.UNKNOWN));
  }

  @Test
  void answering_is_shown_while_the_bot_owes_an_answer() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    assertThat(view.standing(ANNA).answering()).isTrue();

    Turn turn = talk.conversations().nextTurn(now.id()).orElseThrow();
    talk.conversations().answer(turn, c -> new Step.Go(c, Utterance.bot("ahoj", "cs")));

    assertThat(view.standing(ANNA).answering()).isFalse();
  }

  @Test
  void the_door_is_told_in_the_language_of_the_conversation() {
    talk.conversations().open(ANNA, "en");

    Standing open = view.standing(ANNA);
    clock.moveTo("2026-11-23T20:00:00Z");
    Standing closed = view.standing(ANNA);

    assertThat(open.open()).isTrue();
    assertThat(open.openText()).contains("17");
    assertThat(closed.open()).isFalse();
    assertThat(closed.openText()).containsIgnoringCase("tomorrow");
  }

  @Test
  void the_citizen_ends_and_rates_once_and_may_think_again() {
    talk.says(ANNA, "Dobrý den");

    view.close(ANNA);
    view.close(ANNA);
    view.rate(ANNA, 2, "pomalé");
    view.rate(ANNA, 5, "");

    assertThat(view.standing(ANNA).state()).isEqualTo(new State.Closed());
    assertThat(view.standing(ANNA).rated()).isTrue();
    assertThat(talk.newest(ANNA).rating()).isEqualTo(5);
  }

  @Test
  void an_address_is_known_once_it_was_opened() {
    assertThat(view.knows(ANNA)).isFalse();

    String id = view.open(ANNA, "cs");

    assertThat(view.knows(ANNA)).isTrue();
    assertThat(view.open(ANNA, "cs")).isEqualTo(id);
    assertThat(talk.newest(ANNA).state()).isInstanceOf(WithBot.class);
  }

  private void say(Conversation conversation, Utterance utterance) {
    talk.conversations().step(conversation.id(), now -> new Step.Go(now, utterance));
  }

  private void put(Conversation conversation, ConversationState state) {
    talk.conversations().step(conversation.id(), now -> new Step.Go(now.in(state)));
  }
}
