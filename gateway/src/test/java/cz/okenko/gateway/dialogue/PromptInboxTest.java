package cz.okenko.gateway.dialogue;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.Inbox.Receipt;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class PromptInboxTest {
  private static final QueueId PASSPORTS = new QueueId("doklady");

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T08:00:00Z");
  private final List<Dialogue> dialogues = new ArrayList<>();
  private Talk talk;

  @BeforeEach
  void open() {
    talk = new Talk(folder, clock);
  }

  @AfterEach
  void close() {
    dialogues.forEach(Dialogue::close);
    talk.close();
  }

  @Test
  void a_message_and_its_answer_are_one_commit() {
    PromptInbox inbox = inbox(turn -> say("re " + turn.text()));
    Conversation now = talk.conversations().open(ANNA, "cs");
    long before = talk.store().pace().commits();

    Receipt receipt = inbox.accept(talk.message(ANNA, "a1", "Kde přihlásím psa?"));

    assertThat(receipt.answered()).isTrue();
    assertThat(talk.store().pace().commits()).isEqualTo(before + 1);
    assertThat(talk.lines(now.id()))
        .containsExactly("citizen: Kde přihlásím psa?", "bot: re Kde přihlásím psa?");
    assertThat(talk.rung()).isEmpty();
    assertThat(talk.conversations().unanswered()).isEmpty();
  }

  @Test
  void a_repeated_message_is_answered_once() {
    PromptInbox inbox = inbox(turn -> say("re " + turn.text()));
    Conversation now = talk.conversations().open(ANNA, "cs");
    Receipt first = inbox.accept(talk.message(ANNA, "a1", "Dobrý den"));

    Receipt second = inbox.accept(talk.message(ANNA, "a1", "Dobrý den"));

    assertThat(second).isEqualTo(new Receipt(first.message(), true));
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den", "bot: re Dobrý den");
  }

  @Test
  void what_a_platform_must_be_told_goes_into_the_outbox_with_it() {
    PromptInbox inbox = inbox(turn -> say("re " + turn.text()));
    talk.conversations().open(ANNA, "cs");

    inbox.accept(talk.message(ANNA, "a1", "Dobrý den"));

    assertThat(talk.count("select count(*) from outbox where state = 'due'")).isEqualTo(1);
  }

  @Test
  void a_clerk_who_takes_over_meanwhile_silences_the_bot() {
    Conversation now = talk.conversations().open(ANNA, "cs");
    var held = new WithClerk(new ClerkId(7), "Jana", PASSPORTS, clock.instant());
    PromptInbox inbox =
        inbox(
            turn -> {
              talk.conversations().step(now.id(), c -> new Step.Go(c.in(held)));
              return say("pozdě");
            });

    Receipt receipt = inbox.accept(talk.message(ANNA, "a1", "Dobrý den"));

    awaitNothingUnanswered();
    assertThat(receipt.answered()).isFalse();
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den");
    assertThat(talk.now(now.id()).state()).isEqualTo(held);
  }

  @Test
  void a_message_behind_one_that_waits_is_stored_first_and_answered_after_it() {
    var inside = new AtomicInteger();
    Conversation now = talk.conversations().open(ANNA, "cs");
    talk.says(ANNA, "první");
    PromptInbox inbox =
        inbox(
            turn -> {
              inside.incrementAndGet();
              return say("re " + turn.text());
            });

    Receipt receipt = inbox.accept(talk.message(ANNA, "a2", "druhá"));

    awaitNothingUnanswered();
    assertThat(receipt.answered()).isFalse();
    assertThat(inside).hasValue(2);
    assertThat(talk.lines(now.id()))
        .filteredOn(line -> line.startsWith("bot"))
        .containsExactly("bot: re první", "bot: re druhá");
  }

  @Test
  void a_message_that_was_changed_before_it_came_is_answered_as_it_reads_now() {
    Conversation now = talk.conversations().open(ANNA, "cs");
    talk.conversations().note(new Event.Edited(ANNA, "a1", 1, "kde kočka", clock.instant()));
    talk.says(ANNA, "Dobrý den");
    PromptInbox inbox = inbox(turn -> say("re " + turn.text()));
    dialogues.getFirst().start();
    awaitNothingUnanswered();

    inbox.accept(talk.message(ANNA, "a1", "kde pes"));

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).endsWith("bot: re kde kočka");
    assertThat(talk.lines(now.id())).noneMatch(line -> line.equals("bot: re kde pes"));
  }

  @Test
  void a_responder_that_fails_keeps_no_message_out() {
    PromptInbox inbox =
        inbox(
            turn -> {
              throw new StackOverflowError("a regular expression too deep");
            },
            turn -> say("předávám"));
    Conversation now = talk.conversations().open(ANNA, "cs");

    inbox.accept(talk.message(ANNA, "a1", "(((("));

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).containsExactly("citizen: ((((", "bot: předávám");
  }

  @Test
  void a_reaction_that_fails_in_the_transaction_keeps_no_message_out() {
    PromptInbox inbox =
        inbox(
            turn ->
                Optional.of(
                    Reaction.say(Utterance.bot("nikdy", "cs"))
                        .and(
                            conversation -> {
                              throw new IllegalStateException("a fault in the transaction");
                            })),
            turn -> say("předávám"));
    Conversation now = talk.conversations().open(ANNA, "cs");

    inbox.accept(talk.message(ANNA, "a1", "Dobrý den"));

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den", "bot: předávám");
  }

  @Test
  void a_code_goes_to_who_takes_it_after_it_is_stored() {
    PromptInbox inbox = inbox(turn -> say("po uložení: " + (turn.message() > 0)));
    Conversation now = talk.conversations().open(ANNA, "cs");

    inbox.accept(talk.message(ANNA, "a1", "7K3QZ-9M2XW"));

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).endsWith("bot: po uložení: true");
  }

  @Test
  void many_messages_of_one_citizen_at_once_are_each_answered_once() throws Exception {
    PromptInbox inbox = inbox(turn -> say("re " + turn.text()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Future<?>>();
      for (int c = 0; c < 10; c++) {
        var citizen = new Address("webchat", "citizen " + c);
        talk.conversations().open(citizen, "cs");
        for (int n = 0; n < 40; n++) {
          var message = talk.message(citizen, c + "." + n, "" + n);
          writing.add(threads.submit(() -> inbox.accept(message)));
        }
      }
      for (Future<?> one : writing) {
        one.get();
      }
    }

    awaitNothingUnanswered();
    for (int c = 0; c < 10; c++) {
      List<String> lines = talk.lines(talk.newest(new Address("webchat", "citizen " + c)).id());
      List<String> asked = said(lines, "citizen: ");
      assertThat(asked).hasSize(40).doesNotHaveDuplicates();
      assertThat(said(lines, "bot: re ")).isEqualTo(asked);
    }
  }

  private static List<String> said(List<String> lines, String before) {
    return lines.stream()
        .filter(line -> line.startsWith(before))
        .map(line -> line.substring(before.length()))
        .toList();
  }

  private static Optional<Reaction> say(String text) {
    return Optional.of(Reaction.say(Utterance.bot(text, "cs")));
  }

  private PromptInbox inbox(Responder... responders) {
    var dialogue = new Dialogue(talk.conversations(), List.of(responders));
    dialogues.add(dialogue);
    talk.listen(conversation -> dialogue.wake(conversation.id()));
    return new PromptInbox(talk.conversations(), dialogue);
  }

  private void awaitNothingUnanswered() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!talk.conversations().unanswered().isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("unanswered: " + talk.conversations().unanswered());
      }
      Thread.onSpinWait();
    }
  }
}
