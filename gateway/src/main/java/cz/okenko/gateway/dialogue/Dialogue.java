package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what citizens write: for each conversation one virtual thread while there is something
/// to answer, so two messages of one citizen never overlap and never change order. A message on
/// which a responder fails goes to the last one at once; when nothing can be stored it is taken up
/// again later, ten times within twenty minutes.
public final class Dialogue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int MOST_FAILURES = 10;

  private final Conversations conversations;
  private final List<Responder> responders;
  private final Predicate<Address> blocked;
  private final ConcurrentHashMap<ConversationId, Integer> awake = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<ConversationId, Integer> failures = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("okenko-dialogue-", 0).factory());
  private volatile boolean closing;

  /// @param responders asked in this order; the last one answers what the others did not or failed on
  public Dialogue(Conversations conversations, List<Responder> responders) {
    this.conversations = conversations;
    this.blocked = conversations.blocks()::hold;
    this.responders = List.copyOf(responders);
  }

  /// Takes up what an earlier process left unanswered, those waiting longest first.
  public void start() {
    List<ConversationId> left = conversations.unanswered();
    if (!left.isEmpty()) {
      LOG.info("{} conversations were left unanswered and are taken first", left.size());
    }
    left.forEach(this::wake);
  }

  /// Says that a message of this conversation waits for an answer.
  public void wake(ConversationId id) {
    boolean asleep = awake.merge(id, 1, Integer::sum) == 1;
    if (asleep && !closing) {
      threads.execute(() -> work(id));
    }
  }

  /// Whether the conversation is being answered right now.
  public boolean answering(ConversationId id) {
    return awake.containsKey(id);
  }

  /// Waits a little for the answers under way; the rest is taken up at the next start.
  @Override
  public void close() {
    closing = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(ConversationId id) {
    while (true) {
      int seen = awake.getOrDefault(id, 0);
      try {
        answerAll(id);
        failures.remove(id);
      } catch (RuntimeException | Error e) {
        LOG.error("conversation {} stays unanswered for now", id, e);
        later(id);
      }
      if (awake.compute(id, (key, now) -> now != null && now > seen ? now : null) == null) {
        return;
      }
    }
  }

  private void answerAll(ConversationId id) {
    Optional<Turn> turn = conversations.nextTurn(id);
    while (turn.isPresent() && !closing) {
      answer(turn.get());
      turn = conversations.nextTurn(id);
    }
  }

  private void later(ConversationId id) {
    int failed = failures.merge(id, 1, Integer::sum);
    if (failed <= MOST_FAILURES && !closing) {
      CompletableFuture.delayedExecutor(1L << (failed - 1), TimeUnit.SECONDS)
          .execute(() -> wake(id));
    }
  }

  private void answer(Turn turn) {
    try {
      answer(turn, responders);
    } catch (RuntimeException | Error e) {
      if (closing) {
        throw e;
      }
      LOG.error("message {} could not be answered and goes to the last one", turn.message(), e);
      answer(turn, responders.subList(responders.size() - 1, responders.size()));
    }
  }

  /// What would be decided on a turn; nothing when it cannot be said now.
  Optional<Function<Conversation, Step>> decide(Turn turn) {
    try {
      return Optional.of(decision(turn, responders));
    } catch (RuntimeException | Error e) {
      LOG.warn(
          "a message of conversation {} is stored before it is answered",
          turn.conversation().id(), e);
      return Optional.empty();
    }
  }

  private void answer(Turn turn, List<Responder> asked) {
    conversations.answer(turn, decision(turn, asked));
  }

  private Function<Conversation, Step> decision(Turn turn, List<Responder> asked) {
    Optional<Reaction> reaction =
        switch (turn.conversation().state()) {
          case WithBot _, Waiting _ ->
              blocked.test(turn.conversation().address())
                  ? aside(turn, asked)
                  : firstReaction(turn, asked);
          case WithClerk _, Snoozed _, Closed _ -> aside(turn, asked);
        };
    return now ->
        reaction.<Step>map(r -> apply(now, turn, r)).orElseGet(() -> new Step.Stay(now));
  }

  private static Optional<Reaction> aside(Turn turn, List<Responder> asked) {
    return asked.stream().flatMap(r -> r.aside(turn).stream()).findFirst();
  }

  private static Optional<Reaction> firstReaction(Turn turn, List<Responder> asked) {
    return asked.stream().flatMap(r -> r.respond(turn).stream()).findFirst();
  }

  /// A reaction counts only while the conversation is held by whom the responder saw.
  private static Step apply(Conversation now, Turn turn, Reaction reaction) {
    boolean sameHolder = now.state().equals(turn.conversation().state());
    return sameHolder
        ? new Step.Go(reaction.change().apply(turn.heard(now)), reaction.utterances())
        : new Step.Stay(now);
  }
}
