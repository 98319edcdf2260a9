package cz.okenko.gateway.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Talk;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Dialogue;
import cz.okenko.gateway.dialogue.Reaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One conversation, many hands: whoever the commit names has it, and from then on nobody else
/// speaks.
@Timeout(300)
final class ClaimRaceTest {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimRaceTest.class);
  private static final int ROUNDS = 1_000;
  private static final int CLERKS = 50;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Talk talk;
  private Desk desk;

  @BeforeEach
  void open() {
    talk = new Talk(folder, new MovableClock("2026-11-23T08:00:00Z"));
    desk = new Desk(folder, talk);
  }

  @AfterEach
  void close() {
    threads.close();
    desk.close();
    talk.close();
  }

  @Test
  void of_fifty_clerks_who_claim_at_once_one_wins_and_the_others_are_told_who() throws Exception {
    List<Clerk> clerks = IntStream.range(0, CLERKS).mapToObj(Desk::clerk).toList();

    for (int round = 0; round < ROUNDS; round++) {
      ConversationId id =
          talk.conversations().open(new Address("webchat", "citizen " + round), "cs").id();
      List<Callable<Step>> claims =
          clerks.stream().<Callable<Step>>map(clerk -> () -> desk.counter().claim(id, clerk)).toList();
      var winners = new ArrayList<String>();
      var told = new ArrayList<String>();
      for (Future<Step> claim : threads.invokeAll(claims)) {
        switch (claim.get()) {
          case Step.Go(Conversation now, List<Utterance> _) -> winners.add(holder(now));
          case Step.Stay(Conversation now) -> told.add(holder(now));
        }
      }

      assertThat(winners).hasSize(1);
      assertThat(told).hasSize(CLERKS - 1).containsOnly(winners.getFirst());
      assertThat(talk.lines(id)).hasSize(1);
    }
  }

  @Test
  void the_bot_says_nothing_after_the_commit_of_a_claim() throws Exception {
    var random = new Random(23);
    int botFirst = 0;
    try (var dialogue = new Dialogue(talk.conversations(), List.of(turn -> answer()))) {
      talk.listen(conversation -> dialogue.wake(conversation.id()));
      for (int round = 0; round < ROUNDS; round++) {
        var citizen = new Address("webchat", "citizen " + round);
        ConversationId id = talk.conversations().open(citizen, "cs").id();
        int delay = random.nextInt(4);
        Future<?> writing = threads.submit(() -> talk.says(citizen, "Dobrý den"));
        Future<Step> claiming = threads.submit(() -> claimAfter(delay, id));
        writing.get();
        claiming.get();
        awaitQuiet(dialogue, id);

        List<String> lines =
            talk.lines(id).stream().filter(line -> !line.startsWith("citizen")).toList();
        assertThat(lines.getLast()).startsWith("office: ");
        assertThat(lines).hasSizeLessThanOrEqualTo(2);
        botFirst += lines.size() - 1;
      }
    }
    LOG.info("in {} of {} rounds the bot was first", botFirst, ROUNDS);
    assertThat(botFirst).isBetween(1, ROUNDS - 1);
  }

  private Step claimAfter(int writes, ConversationId id) {
    for (int n = 0; n < writes; n++) {
      talk.store().write(ClaimRaceTest::nothing);
    }
    return desk.counter().claim(id, Desk.clerk(7));
  }

  private static int nothing(Handle handle) {
    return handle.createQuery("select 1").mapTo(Integer.class).one();
  }

  private static Optional<Reaction> answer() {
    return Optional.of(Reaction.say(Utterance.bot("odpověď", "cs")));
  }

  private static String holder(Conversation now) {
    return now.state() instanceof WithClerk held ? held.name() : "nobody";
  }

  private void awaitQuiet(Dialogue dialogue, ConversationId id) {
    while (dialogue.answering(id) || talk.conversations().nextTurn(id).isPresent()) {
      Thread.onSpinWait();
    }
  }
}
