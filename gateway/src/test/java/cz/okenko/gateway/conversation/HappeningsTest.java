package cz.okenko.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.InboundMessage.Handling;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What platforms tell beside messages may come repeated, late, and before what it tells of.
final class HappeningsTest {
  private static final Address ANNA = new Address("telegram", "1:anna");
  private static final Address NEW = new Address("telegram", "1:-100");
  private static final Instant AT = Instant.parse("2026-11-23T08:00:05Z");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private Talk talk;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
  }

  @AfterEach
  void close() {
    talk.close();
  }

  @Test
  void an_edit_before_the_answer_is_what_will_be_answered_and_both_wordings_are_kept() {
    write("1", "kde pes");

    note(edit("1", 1, "kde přihlásím psa"));

    Conversation now = talk.newest(ANNA);
    assertThat(talk.conversations().nextTurn(now.id()).orElseThrow().text())
        .isEqualTo("kde přihlásím psa");
    assertThat(editions()).containsExactly("0 kde pes", "1 kde přihlásím psa");
  }

  @Test
  void what_nobody_understood_is_forgotten_after_a_month() {
    note(new Event.Unknown("telegram", "old", "{}"));
    clock.pass(Duration.ofDays(20));
    note(new Event.Unknown("telegram", "new", "{}"));
    clock.pass(Duration.ofDays(11));

    talk.conversations().forgetUnknown();

    assertThat(talk.count("select external_id from unknown_event", String.class)).isEqualTo("new");
  }

  @Test
  void an_edit_after_the_answer_is_not_answered_anew() {
    write("1", "kde pes");
    Conversation now = talk.newest(ANNA);
    Turn turn = talk.conversations().nextTurn(now.id()).orElseThrow();
    talk.conversations().answer(turn, c -> new Step.Go(c, Utterance.bot("Tady.", "cs")));

    note(edit("1", 1, "kde přihlásím psa"));

    assertThat(talk.conversations().nextTurn(now.id())).isEmpty();
    assertThat(talk.lines(now.id())).containsExactly("citizen: kde přihlásím psa", "bot: Tady.");
  }

  @Test
  void edits_end_the_same_in_whatever_order_they_come_with_their_message() {
    var random = new Random(7);
    for (int round = 0; round < 20; round++) {
      String id = "r" + round;
      List<Runnable> all = new ArrayList<>();
      all.add(() -> write(id, "nula"));
      for (int n : List.of(1, 2, 3, 1, 3)) {
        all.add(() -> note(edit(id, n, "znění " + n)));
      }
      Collections.shuffle(all, random);
      all.forEach(Runnable::run);

      assertThat(
              talk.count(
                  "select text from message where external_id = '" + id + "'", String.class))
          .isEqualTo("znění 3");
      assertThat(
              talk.count(
                  "select group_concat(text, ',') from (select text from message_edition where external_id = '"
                      + id
                      + "' order by edition)",
                  String.class))
          .isEqualTo("nula,znění 1,znění 2,znění 3");
    }
  }

  @Test
  void an_edit_of_somebody_elses_message_changes_nothing() {
    write("1", "kde pes");

    note(new Event.Edited(NEW, "1", 1, "podvrh", AT));

    assertThat(talk.lines(talk.newest(ANNA).id())).containsExactly("citizen: kde pes");
  }

  @Test
  void an_answer_given_on_the_platform_silences_the_bot_and_waits_in_the_queue() {
    write("1", "kde pes");

    note(new Event.AnsweredThere(ANNA, "there-1", "U nás v přízemí.", AT));
    note(new Event.AnsweredThere(ANNA, "there-1", "U nás v přízemí.", AT));

    Conversation now = talk.newest(ANNA);
    assertThat(now.state()).isEqualTo(new Waiting(Talk.GENERAL, clock.instant()));
    assertThat(talk.lines(now.id())).containsExactly("citizen: kde pes", "clerk: U nás v přízemí.");
    assertThat(talk.count("select count(*) from outbox")).isZero();
    assertThat(talk.conversations().nextTurn(now.id()).orElseThrow().conversation().state())
        .isInstanceOf(Waiting.class);
  }

  @Test
  void an_answer_given_there_takes_the_conversation_from_no_clerk() {
    write("1", "kde pes");
    var jana = new WithClerk(new ClerkId(1), "Jana", Talk.GENERAL, clock.instant());
    ConversationId id = talk.newest(ANNA).id();
    talk.conversations().step(id, now -> new Step.Go(now.in(jana)));

    note(new Event.AnsweredThere(ANNA, "there-1", "U nás v přízemí.", AT));

    assertThat(talk.now(id).state()).isEqualTo(jana);
  }

  @Test
  void an_answer_given_there_after_the_end_opens_a_conversation_that_waits_once() {
    note(new Event.AnsweredThere(ANNA, "there-1", "Dobrý den, ozývám se.", AT));
    ConversationId id = talk.newest(ANNA).id();
    talk.conversations()
        .step(id, now -> new Step.Go(now.in(new Closed(Talk.GENERAL, clock.instant()))));

    note(new Event.AnsweredThere(ANNA, "there-1", "Dobrý den, ozývám se.", AT));

    assertThat(talk.count("select count(*) from conversation")).isEqualTo(1);
  }

  @Test
  void what_was_seen_only_ever_grows() {
    note(new Event.Seen(ANNA, true, AT));
    note(new Event.Seen(ANNA, true, AT.minusSeconds(60)));
    note(new Event.Seen(ANNA, false, AT.minusSeconds(30)));

    assertThat(talk.count("select read_up_to from reach", Long.class)).isEqualTo(AT.toEpochMilli());
  }

  @Test
  void the_newest_word_says_whether_an_address_takes_messages() {
    note(new Event.Reachable(ANNA, true, AT));
    note(new Event.Reachable(ANNA, false, AT.minusSeconds(1)));

    assertThat(talk.count("select reachable from reach")).isEqualTo(1);
  }

  @Test
  void what_was_confirmed_is_not_sent_again() {
    write("1", "kde pes");
    talk.conversations()
        .step(talk.newest(ANNA).id(), now -> new Step.Go(now, Utterance.bot("Tady.", "cs")));
    long message = talk.count("select id from outbox", Long.class);

    note(new Event.Confirmed(message));
    note(new Event.Confirmed(message));
    note(new Event.Confirmed(404));

    assertThat(talk.count("select count(*) from outbox")).isZero();
  }

  @Test
  void that_a_message_came_back_for_good_outweighs_that_it_may_come_through() {
    write("1", "kde pes");
    talk.conversations()
        .step(talk.newest(ANNA).id(), now -> new Step.Go(now, Utterance.bot("Tady.", "cs")));
    long message = talk.count("select id from outbox", Long.class);

    note(new Event.Bounced(message, false, "4.2.2"));
    note(new Event.Bounced(message, true, "5.1.1"));
    note(new Event.Bounced(message, false, "4.2.2"));
    note(new Event.Bounced(404, true, "5.1.1"));

    assertThat(talk.count("select status || for_good from returned", String.class))
        .isEqualTo("5.1.11");
  }

  @Test
  void an_address_that_moved_takes_its_conversation_along() {
    write("1", "kde pes");
    Conversation before = talk.newest(ANNA);

    note(new Event.Moved(ANNA, NEW));
    note(new Event.Moved(ANNA, NEW));
    write(ANNA, "2", "pod starým jménem");

    assertThat(talk.newest(NEW).id()).isEqualTo(before.id());
    assertThat(talk.lines(before.id()))
        .containsExactly("citizen: kde pes", "citizen: pod starým jménem");
    assertThat(talk.count("select count(*) from conversation")).isEqualTo(1);
  }

  @Test
  void who_wrote_from_the_new_address_first_goes_on_with_the_old_matter() {
    write("1", "kde pes");
    ConversationId old = talk.newest(ANNA).id();
    var waiting = new Waiting(new QueueId("doklady"), clock.instant());
    talk.conversations()
        .step(old, now -> new Step.Go(now.in(waiting).about(new Topic("pas", "Pas"))));
    write(NEW, "2", "jsem tu");

    note(new Event.Moved(ANNA, NEW));

    Conversation now = talk.newest(NEW);
    assertThat(now.state()).isEqualTo(waiting);
    assertThat(now.topic()).isEqualTo(new Topic("pas", "Pas"));
    assertThat(talk.now(old).state()).isInstanceOf(Closed.class);
    assertThat(talk.count("select continues from conversation where continues <> 0", Long.class))
        .isEqualTo(old.value());
    assertThat(talk.count("select count(*) from message where received = 1 and conversation = " + now.id()))
        .isEqualTo(2);
  }

  @Test
  void what_nobody_knows_is_kept_as_it_came_and_once() {
    note(new Event.Unknown("telegram", "u1", "{\"poll\":1}"));
    note(new Event.Unknown("telegram", "u1", "{\"poll\":1}"));

    assertThat(talk.count("select body from unknown_event", String.class)).isEqualTo("{\"poll\":1}");
  }

  @Test
  void the_memory_agrees_with_the_database_after_every_event() {
    write("1", "kde pes");
    note(edit("1", 1, "kde přihlásím psa"));
    write("2", "a kolik to stojí");

    assertThat(talk.conversations().recent(ANNA).orElseThrow().now()).isEqualTo(talk.newest(ANNA));
    assertThat(talk.conversations().recent(ANNA).orElseThrow().waiting())
        .extracting(Recent.Waits::text)
        .containsExactly("kde přihlásím psa", "a kolik to stojí");
  }

  private void note(Event event) {
    talk.conversations().note(event);
  }

  private static Event edit(String id, int edition, String text) {
    return new Event.Edited(ANNA, id, edition, text, AT);
  }

  private void write(String id, String text) {
    write(ANNA, id, text);
  }

  private void write(Address address, String id, String text) {
    talk.conversations()
        .accept(
            new InboundMessage(
                address, id, text, "", "", clock.instant(), Handling.ANSWER, List.of()));
  }

  private List<String> editions() {
    return talk.store()
        .read(
            handle ->
                handle
                    .createQuery("select edition || ' ' || text from message_edition order by edition")
                    .mapTo(String.class)
                    .list());
  }
}
