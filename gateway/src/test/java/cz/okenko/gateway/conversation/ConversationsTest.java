package cz.okenko.gateway.conversation;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Inbox.Receipt;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.store.Ids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConversationsTest {
  private static final QueueId PASSPORTS = new QueueId("doklady");

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
  void a_message_opens_a_conversation_with_the_bot() {
    Conversation opened = talk.says(ANNA, "Kde přihlásím psa?");

    assertThat(opened.state()).isEqualTo(new WithBot(clock.instant()));
    assertThat(talk.lines(opened.id())).containsExactly("citizen: Kde přihlásím psa?");
    assertThat(talk.rung()).containsExactly(opened);
  }

  @Test
  void a_repeated_message_is_stored_and_rung_once() {
    Receipt first = talk.conversations().accept(talk.message(ANNA, "a1", "Dobrý den"));
    Receipt second = talk.conversations().accept(talk.message(ANNA, "a1", "Dobrý den"));

    assertThat(first.repeated()).isFalse();
    assertThat(second).isEqualTo(new Receipt(first.message(), true));
    assertThat(talk.rung()).hasSize(1);
  }

  @Test
  void a_message_repeated_by_fifty_at_once_is_stored_and_rung_once() throws Exception {
    Callable<Receipt> sending =
        () -> talk.conversations().accept(talk.message(ANNA, "a1", "Dobrý den"));
    var receipts = new ArrayList<Receipt>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Receipt> one : threads.invokeAll(Collections.nCopies(50, sending))) {
        receipts.add(one.get());
      }
    }

    assertThat(receipts).extracting(Receipt::message).containsOnly(receipts.getFirst().message());
    assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
    assertThat(talk.rung()).hasSize(1);
    assertThat(talk.count("select count(*) from message")).isEqualTo(1);
    assertThat(talk.count("select count(*) from conversation")).isEqualTo(1);
  }

  @Test
  void a_repeated_message_opens_no_conversation_after_its_own_was_closed() {
    Conversation first = talk.says(ANNA, "Dobrý den");
    end(first);

    Receipt repeated = talk.conversations().accept(talk.message(ANNA, "m1", "Dobrý den"));

    assertThat(repeated.repeated()).isTrue();
    assertThat(talk.newest(ANNA).id()).isEqualTo(first.id());
  }

  @Test
  void writing_again_goes_on_while_it_is_open_and_opens_a_new_one_after() {
    Conversation first = talk.says(ANNA, "Dobrý den");
    assertThat(talk.says(ANNA, "Ještě něco").id()).isEqualTo(first.id());
    end(first);

    Conversation second = talk.says(ANNA, "A ještě");

    assertThat(second.id().value()).isGreaterThan(first.id().value());
    assertThat(second.state()).isInstanceOf(WithBot.class);
    assertThat(talk.now(first.id()).state()).isInstanceOf(Closed.class);
  }

  @Test
  void a_new_conversation_keeps_the_language_of_the_one_before() {
    talk.conversations().open(ANNA, "uk");
    end(talk.newest(ANNA));

    assertThat(talk.says(ANNA, "Добрий день").language()).isEqualTo("uk");
  }

  @Test
  void a_step_is_decided_on_the_conversation_as_it_stands() {
    Conversation seen = talk.says(ANNA, "Dobrý den");
    take(seen, "Jana");

    Step late =
        talk.conversations()
            .step(
                seen.id(),
                now ->
                    now.state().equals(seen.state())
                        ? new Step.Go(now, Utterance.bot("pozdě", "cs"))
                        : new Step.Stay(now));

    assertThat(late).isInstanceOf(Step.Stay.class);
    assertThat(talk.lines(seen.id())).containsExactly("citizen: Dobrý den");
    assertThat(late.conversation().state()).isInstanceOf(WithClerk.class);
  }

  @Test
  void a_step_stores_state_line_and_outbox_together_or_not_at_all() {
    Conversation before = talk.says(ANNA, "Dobrý den");

    assertThatThrownBy(
            () ->
                talk.conversations()
                    .step(
                        before.id(),
                        now ->
                            new Step.Go(
                                now.about(new Topic("pas", "Pas")),
                                Utterance.bot("první", "cs"),
                                new Utterance(
                                    new Speaker(Author.BOT, "", ""), "druhá", "cs", broken(), ""))))
        .isInstanceOf(NullPointerException.class);

    assertThat(talk.now(before.id())).isEqualTo(before);
    assertThat(talk.lines(before.id())).containsExactly("citizen: Dobrý den");
    assertThat(talk.count("select count(*) from outbox")).isZero();
  }

  @Test
  void a_note_is_kept_and_never_sent() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    var note = new Utterance(new Speaker(Author.NOTE, "Jana", ""), "pozor", "cs", Card.NONE, "");

    talk.conversations().step(now.id(), c -> new Step.Go(c, note));

    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den", "note: pozor");
    assertThat(talk.count("select count(*) from outbox")).isZero();
  }

  @Test
  void the_same_key_is_said_once() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    var once = new Utterance(Speaker.OFFICE, "jednou", "cs", Card.NONE, "k1");

    talk.conversations().step(now.id(), c -> new Step.Go(c, once));
    talk.conversations().step(now.id(), c -> new Step.Go(c, once));

    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den", "office: jednou");
    assertThat(talk.count("select count(*) from outbox")).isEqualTo(1);
  }

  @Test
  void a_message_is_answered_once_whoever_asks_again() {
    Conversation now = talk.says(ANNA, "Dobrý den");
    Turn turn = talk.conversations().nextTurn(now.id()).orElseThrow();

    Step first =
        talk.conversations().answer(turn, c -> new Step.Go(c, Utterance.bot("ahoj", "cs")));
    Step second =
        talk.conversations().answer(turn, c -> new Step.Go(c, Utterance.bot("ahoj", "cs")));

    assertThat(first).isInstanceOf(Step.Go.class);
    assertThat(second).isInstanceOf(Step.Stay.class);
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den", "bot: ahoj");
    assertThat(talk.conversations().nextTurn(now.id())).isEmpty();
  }

  @Test
  void what_waits_for_an_answer_is_given_longest_waiting_first() {
    var boris = new Address("webchat", "boris");
    Conversation annas = talk.says(ANNA, "první");
    Conversation boriss = talk.says(boris, "druhá");
    talk.says(ANNA, "třetí");

    assertThat(talk.conversations().unanswered()).containsExactly(annas.id(), boriss.id());
    assertThat(talk.conversations().nextTurn(annas.id()).orElseThrow().text()).isEqualTo("první");
  }

  @Test
  void an_unknown_conversation_cannot_be_stepped_in() {
    assertThatThrownBy(() -> talk.conversations().step(new ConversationId(404), Step.Stay::new))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_new_process_makes_ids_above_the_old_ones_even_with_a_clock_behind() {
    Conversation old = talk.says(ANNA, "Dobrý den");
    var behind = new MovableClock("2021-01-01T00:00:00Z");
    var again = new Conversations(talk.store(), new Ids(behind), behind, Talk.MANNER, talk);

    Receipt receipt = again.accept(talk.message(ANNA, "po restartu", "Jste tu?"));

    assertThat(receipt.message()).isGreaterThan(old.id().value());
    assertThat(talk.lines(old.id())).endsWith("citizen: Jste tu?");
  }

  private void end(Conversation conversation) {
    talk.conversations()
        .step(
            conversation.id(), now -> new Step.Go(now.in(new Closed(PASSPORTS, clock.instant()))));
  }

  private void take(Conversation conversation, String name) {
    var held = new WithClerk(new ClerkId(7), name, PASSPORTS, clock.instant());
    talk.conversations().step(conversation.id(), now -> new Step.Go(now.in(held)));
  }

  /// A card that cannot be written.
  private static Card broken() {
    List<String> nothing = new ArrayList<>();
    nothing.add(null);
    return new Card(
        nothing.getFirst(), "", "", "", List.of(), List.of(), Card.NONE.handler(), List.of());
  }
}
