package cz.okenko.gateway.dialogue;

import static cz.okenko.gateway.conversation.Talk.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DialogueTest {
  private static final QueueId PASSPORTS = new QueueId("doklady");
  private static final Responder PERSON = turn -> say("předávám: " + turn.text());

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
  void many_citizens_are_answered_at_once_and_each_in_order() throws Exception {
    var active = new ConcurrentHashMap<ConversationId, AtomicInteger>();
    var overlaps = new AtomicInteger();
    answer(
        turn -> {
          var mine = active.computeIfAbsent(turn.conversation().id(), id -> new AtomicInteger());
          overlaps.addAndGet(mine.getAndIncrement());
          Thread.yield();
          mine.decrementAndGet();
          return say("re " + turn.text());
        });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Future<?>>();
      for (int c = 0; c < 20; c++) {
        var citizen = new Address("webchat", "citizen " + c);
        writing.add(
            threads.submit(() -> IntStream.range(0, 20).forEach(n -> talk.says(citizen, "" + n))));
      }
      for (Future<?> one : writing) {
        one.get();
      }
    }

    awaitNothingUnanswered();
    assertThat(overlaps).hasValue(0);
    List<String> inOrder = IntStream.range(0, 20).mapToObj(n -> "bot: re " + n).toList();
    for (int c = 0; c < 20; c++) {
      Conversation one = talk.newest(new Address("webchat", "citizen " + c));
      assertThat(talk.lines(one.id()))
          .filteredOn(line -> line.startsWith("bot"))
          .isEqualTo(inOrder);
    }
  }

  @Test
  void the_first_responder_that_has_something_to_say_is_the_only_one() {
    answer(turn -> Optional.empty(), turn -> say("druhý"), turn -> say("třetí"));

    Conversation now = talk.says(ANNA, "Dobrý den");

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den", "bot: druhý");
  }

  @Test
  void a_message_on_which_a_responder_fails_goes_to_the_last_one_at_once() {
    answer(failingOn("jed", () -> new IllegalStateException("a fault")), PERSON);

    talk.says(ANNA, "jed");
    Conversation now = talk.says(ANNA, "voda");

    awaitNothingUnanswered();
    assertThat(botLines(now)).containsExactly("bot: předávám: jed", "bot: re voda");
  }

  @Test
  void a_message_that_overflows_the_stack_goes_to_the_last_one_at_once() {
    answer(
        turn -> {
          throw new StackOverflowError("a regular expression too deep");
        },
        PERSON);

    Conversation now = talk.says(ANNA, "((((((((");

    awaitNothingUnanswered();
    assertThat(botLines(now)).containsExactly("bot: předávám: ((((((((");
  }

  @Test
  void a_reaction_that_cannot_be_stored_goes_to_the_last_one() {
    answer(
        turn ->
            Optional.of(
                Reaction.say(Utterance.bot("nikdy", "cs"))
                    .and(
                        conversation -> {
                          throw new IllegalStateException("a fault in the transaction");
                        })),
        PERSON);

    Conversation now = talk.says(ANNA, "Dobrý den");

    awaitNothingUnanswered();
    assertThat(botLines(now)).containsExactly("bot: předávám: Dobrý den");
  }

  @Test
  void when_even_the_last_one_fails_the_message_is_taken_up_again_soon() {
    var tries = new AtomicInteger();
    answer(
        turn -> {
          if (tries.incrementAndGet() <= 2) {
            throw new IllegalStateException("not yet");
          }
          return say("už");
        });

    Conversation now = talk.says(ANNA, "Dobrý den");

    awaitNothingUnanswered();
    assertThat(botLines(now)).containsExactly("bot: už");
    assertThat(tries).hasValue(3);
  }

  @Test
  void what_an_earlier_process_left_is_taken_at_the_start() {
    var citizens = IntStream.range(0, 5).mapToObj(n -> new Address("webchat", "c" + n)).toList();
    citizens.forEach(citizen -> talk.says(citizen, "nikdo tu není"));
    var asked = new CopyOnWriteArrayList<Address>();
    var dialogue =
        dialogue(
            turn -> {
              asked.add(turn.conversation().address());
              return say("už jsem tu");
            });

    dialogue.start();

    awaitNothingUnanswered();
    assertThat(asked).containsExactlyInAnyOrderElementsOf(citizens);
    citizens.forEach(c -> assertThat(botLines(talk.newest(c))).containsExactly("bot: už jsem tu"));
  }

  @Test
  void while_a_clerk_holds_it_nobody_else_is_asked() {
    answer(turn -> say("nikdy"));
    Conversation now = talk.conversations().open(ANNA, "cs");
    var held = new WithClerk(new ClerkId(7), "Jana", PASSPORTS, clock.instant());
    talk.conversations().step(now.id(), c -> new Step.Go(c.in(held)));

    talk.says(ANNA, "Dobrý den, Jano");

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den, Jano");
  }

  @Test
  void an_answer_comes_too_late_when_the_conversation_changed_hands_meanwhile() {
    Conversation now = talk.conversations().open(ANNA, "cs");
    answer(
        turn -> {
          var waiting = new Waiting(PASSPORTS, clock.instant());
          talk.conversations().step(now.id(), c -> new Step.Go(c.in(waiting)));
          return say("pozdě");
        });

    talk.says(ANNA, "Dobrý den");

    awaitNothingUnanswered();
    assertThat(talk.lines(now.id())).containsExactly("citizen: Dobrý den");
    assertThat(talk.now(now.id()).state()).isInstanceOf(Waiting.class);
  }

  private static Optional<Reaction> say(String text) {
    return Optional.of(Reaction.say(Utterance.bot(text, "cs")));
  }

  private interface Failure {
    RuntimeException make();
  }

  private static Responder failingOn(String text, Failure failure) {
    return (Turn turn) -> {
      if (turn.text().equals(text)) {
        throw failure.make();
      }
      return say("re " + turn.text());
    };
  }

  private void answer(Responder... responders) {
    Dialogue dialogue = dialogue(responders);
    talk.listen(conversation -> dialogue.wake(conversation.id()));
  }

  private Dialogue dialogue(Responder... responders) {
    var dialogue = new Dialogue(talk.conversations(), List.of(responders));
    dialogues.add(dialogue);
    return dialogue;
  }

  private List<String> botLines(Conversation conversation) {
    return talk.lines(conversation.id()).stream().filter(line -> line.startsWith("bot")).toList();
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
