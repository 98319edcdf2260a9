package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Caller;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Integration;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.ConversationState;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.QueueId;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.handoff.HandedRows.Handing;
import cz.okenko.knowledge.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// What a clerk can do with a conversation. Each act is decided on the conversation as it stands in
/// the transaction that stores it: of two clerks who claim at once one wins, and the other gets a
/// [Step.Stay] that says with whom the conversation is. Safe for any thread.
public final class Counter {
  private final Conversations conversations;
  private final Queues queues;
  private final Texts texts;
  private final InstantSource clock;
  private final Audit audit;

  /// @param audit is told of each act in the transaction that stores it
  public Counter(
      Conversations conversations,
      Queues queues,
      Texts texts,
      InstantSource clock,
      Audit audit) {
    this.conversations = conversations;
    this.queues = queues;
    this.texts = texts;
    this.clock = clock;
    this.audit = audit;
  }

  /// Takes the conversation over; from this commit on the bot is silent. Claiming what one holds
  /// already changes nothing, but what one put off is back.
  public Step claim(ConversationId id, Clerk clerk) {
    return conversations.step(
        id,
        now ->
            switch (now.state()) {
              case WithBot _ -> taken(now, clerk, queues.of(now));
              case Waiting waiting -> taken(now, clerk, waiting.queue());
              case WithClerk held ->
                  held.clerk().equals(clerk.id()) ? new Step.Go(now) : new Step.Stay(now);
              case Snoozed put ->
                  put.clerk().equals(clerk.id())
                      ? new Step.Go(now.in(put.back(put.since())))
                      : new Step.Stay(now);
              case Closed _ -> new Step.Stay(now);
            },
        recorded(id, clerk, Deed.CLAIMED));
  }

  /// Says something to the citizen; only who holds the conversation may.
  ///
  /// @param key makes it repeatable: the same key is said once
  public Step reply(ConversationId id, Clerk clerk, String text, String key) {
    return reply(id, clerk, new Reply(text, key, List.of(), ""));
  }

  /// What a clerk says.
  ///
  /// @param files out of the clerk's draft
  /// @param original what they wrote before it was translated into the citizen's language, empty when it was not
  public record Reply(String text, String key, List<Long> files, String original) {
    public Reply {
      files = List.copyOf(files);
    }
  }

  /// The same with what goes along. The citizen is told that a translation is one.
  ///
  /// @throws Utterance.FilesGone when one of the files is not there any more
  public Step reply(ConversationId id, Clerk clerk, Reply reply) {
    String once = key(id, clerk, reply.key);
    Consumer<Handle> original =
        handle -> {
          if (!reply.original.isEmpty()) {
            OriginalRows.put(handle, once, reply.original, clock.instant());
          }
        };
    return conversations.step(
        id,
        now ->
            holding(now, clerk)
                .<Step>map(held -> new Step.Go(now.in(held), said(now, clerk, held, reply)))
                .orElseGet(() -> new Step.Stay(now)),
        recorded(id, clerk, Deed.REPLIED).andThen(original));
  }

  private Utterance said(Conversation now, Clerk clerk, WithClerk held, Reply reply) {
    var speaker = new Speaker(Author.CLERK, clerk.name(), queues.name(held.queue()));
    Language language = Language.of(now.language()).orElse(Language.CS);
    String note =
        reply.original.isEmpty() ? "" : "\n\n" + texts.text(language, "translation.note");
    return new Utterance(
        speaker,
        reply.text + note,
        now.language(),
        Card.NONE,
        key(now.id(), clerk, reply.key),
        reply.files);
  }

  /// Says what the bot would have said, in the clerk's name, and gives the conversation back to the
  /// bot. Whoever sees it waiting may, and who holds it.
  public Step approve(ConversationId id, Clerk clerk, String text, String key) {
    return conversations.step(
        id,
        now ->
            switch (now.state()) {
              case Waiting waiting -> approved(now, clerk, waiting.queue(), text, key);
              case WithClerk held ->
                  held.clerk().equals(clerk.id())
                      ? approved(now, clerk, held.queue(), text, key)
                      : new Step.Stay(now);
              case Snoozed put ->
                  put.clerk().equals(clerk.id())
                      ? approved(now, clerk, put.queue(), text, key)
                      : new Step.Stay(now);
              case WithBot _, Closed _ -> new Step.Stay(now);
            },
        recorded(id, clerk, Deed.REPLIED));
  }

  /// A danger stays marked until somebody looks into it.
  private Step.Go approved(
      Conversation now, Clerk clerk, QueueId queue, String text, String key) {
    var speaker = new Speaker(Author.CLERK, clerk.name(), queues.name(queue));
    var once = key(now.id(), clerk, key);
    return new Step.Go(
        seen(now).in(new WithBot(clock.instant())).asking(Asking.NOTHING),
        new Utterance(speaker, text, now.language(), Card.NONE, once));
  }

  /// Nothing waits for a yes any more.
  private static Conversation seen(Conversation now) {
    return now.flag().equals(Supervision.APPROVAL) ? now.flagged("") : now;
  }

  /// Notes something for colleagues, whoever holds the conversation.
  public Step note(ConversationId id, Caller writer, String text, String key) {
    var speaker = new Speaker(Author.NOTE, writer.name(), "");
    return conversations.step(
        id,
        now -> {
          var once = key(now.id(), writer, key);
          return new Step.Go(now, new Utterance(speaker, text, now.language(), Card.NONE, once));
        },
        recorded(id, writer, Deed.NOTED));
  }

  /// Ends the conversation. Who sends spam is not told.
  public Step close(ConversationId id, Clerk clerk, Outcome outcome) {
    return held(id, clerk, Deed.CLOSED, (now, held) -> ended(now, held.queue(), outcome));
  }

  /// The same, also for one that nobody took over yet.
  public Step sortOut(ConversationId id, Clerk clerk, Outcome outcome) {
    return heldOrWaiting(
        id, clerk, Deed.CLOSED, (now, queue, _) -> ended(now, queue, outcome));
  }

  private Step ended(Conversation now, QueueId queue, Outcome outcome) {
    Conversation after = now.in(new Closed(queue, clock.instant(), outcome));
    return outcome.reason() == Outcome.Reason.SPAM
        ? new Step.Go(after)
        : new Step.Go(after, office(now, "handoff.ended"));
  }

  /// Puts the conversation off; the citizen is not told and it is back when they write.
  public Step snooze(ConversationId id, Clerk clerk, Instant until) {
    return held(
        id,
        clerk,
        Deed.SNOOZED,
        (now, held) ->
            new Step.Go(
                now.in(
                    new Snoozed(held.clerk(), held.name(), held.queue(), held.since(), until))));
  }

  /// Gives the conversation back to the bot. A danger has been looked into by then; the note of it
  /// stays.
  public Step giveBack(ConversationId id, Clerk clerk) {
    return held(
        id,
        clerk,
        Deed.GAVE_BACK,
        (now, held) ->
            new Step.Go(
                now.in(new WithBot(clock.instant())).flagged("").asking(Asking.NOTHING),
                office(now, "handoff.given-back")));
  }

  /// Hands the conversation on to an agenda's queue, where it keeps its place: the citizen waits
  /// since it was taken over.
  ///
  /// @param note for the colleague who takes it, or empty
  public Step transfer(ConversationId id, Clerk clerk, QueueId to, String note) {
    return held(
        new Act(id, clerk, Deed.TRANSFERRED),
        (now, held) -> passed(now, new Waiting(to, held.since()), note(now, clerk, note)),
        handle ->
            HandedRows.put(handle, id, handing(clerk, HandedRows.AGENDA, note)));
  }

  /// Hands the conversation on to one colleague: it waits in a queue of theirs with its place, and is offered to
  /// them before anybody else. Nothing is done when they are away.
  ///
  /// @param note for the colleague, or empty
  Step transfer(ConversationId id, Clerk clerk, Recipient to, String note) {
    Instant until = clock.instant().plus(Offers.MEANT);
    return held(
        new Act(id, clerk, Deed.TRANSFERRED),
        (now, held) ->
            to.away().getAsBoolean()
                ? new Step.Stay(now)
                : passed(
                    now,
                    new Waiting(to.queue(), held.since()),
                    office(now, "handoff.to-colleague", queues.name(to.queue())),
                    note(now, clerk, note)),
        handle -> {
          OfferRows.mean(handle, id, to.id(), until);
          HandedRows.put(handle, id, handing(clerk, to.id(), note));
        });
  }

  private Handing handing(Clerk by, ClerkId to, String note) {
    return new Handing(by.name(), to, !note.isEmpty(), clock.instant());
  }

  /// Whom a conversation is handed to.
  ///
  /// @param queue where it waits for them
  /// @param away whether they are not at the office, asked in the transaction
  record Recipient(ClerkId id, QueueId queue, BooleanSupplier away) {}

  /// The same, also for one that nobody took over yet.
  public Step redirect(ConversationId id, Clerk clerk, QueueId to) {
    return heldOrWaiting(
        id,
        clerk,
        Deed.TRANSFERRED,
        (now, _, since) -> passed(now, new Waiting(to, since), List.of()));
  }

  private Step passed(Conversation now, Waiting next, List<Utterance> noted) {
    return passed(now, next, office(now, "handoff.transferred", queues.name(next.queue())), noted);
  }

  private static Step passed(
      Conversation now, Waiting next, Utterance told, List<Utterance> noted) {
    var said = new ArrayList<Utterance>();
    said.add(told);
    said.addAll(noted);
    return new Step.Go(now.in(next), said);
  }

  /// What a colleague should know, if anything.
  private static List<Utterance> note(Conversation now, Clerk clerk, String note) {
    var speaker = new Speaker(Author.NOTE, clerk.name(), "");
    return note.isEmpty()
        ? List.of()
        : List.of(new Utterance(speaker, note, now.language(), Card.NONE, ""));
  }

  private Step.Go taken(Conversation now, Clerk clerk, QueueId queue) {
    ConversationState state = new WithClerk(clerk.id(), clerk.name(), queue, clock.instant());
    return new Step.Go(
        seen(now).in(state).asking(open(now)),
        office(now, "handoff.taken", clerk.name(), queues.name(queue)));
  }

  /// What the citizen was asked for the office's sake stays asked, whoever takes the conversation.
  private static Asking open(Conversation now) {
    return now.asking() == Asking.CONSENT ? Asking.CONSENT : Asking.NOTHING;
  }

  private Step held(
      ConversationId id,
      Clerk clerk,
      Deed deed,
      BiFunction<Conversation, WithClerk, Step> decide) {
    return held(new Act(id, clerk, deed), decide, handle -> {});
  }

  /// What a clerk does to a conversation.
  record Act(ConversationId id, Clerk clerk, Deed deed) {}

  /// An act that only who holds the conversation may do; `beside` writes what belongs to it, in the same
  /// transaction.
  Step held(
      Act act, BiFunction<Conversation, WithClerk, Step> decide, Consumer<Handle> beside) {
    return conversations.step(
        act.id,
        now ->
            holding(now, act.clerk)
                .map(held -> decide.apply(now, held))
                .orElseGet(() -> new Step.Stay(now)),
        recorded(act.id, act.clerk, act.deed).andThen(beside));
  }

  private Consumer<Handle> recorded(ConversationId id, Caller caller, Deed deed) {
    return audit.entry(caller, deed, Subject.conversation(id.value()));
  }

  /// What is decided about a conversation that waits, or that the clerk holds, since when.
  private interface Decision {
    Step on(Conversation now, QueueId queue, Instant since);
  }

  private Step heldOrWaiting(ConversationId id, Clerk clerk, Deed deed, Decision decision) {
    return conversations.step(
        id,
        now ->
            now.state() instanceof Waiting(QueueId queue, Instant since)
                ? decision.on(now, queue, since)
                : holding(now, clerk)
                    .map(held -> decision.on(now, held.queue(), held.since()))
                    .orElseGet(() -> new Step.Stay(now)),
        recorded(id, clerk, deed));
  }

  /// The clerk's hold on it; whatever one does with what one put off, it is off no more.
  private static Optional<WithClerk> holding(Conversation now, Clerk clerk) {
    return switch (now.state()) {
      case WithClerk held -> Optional.of(held).filter(h -> h.clerk().equals(clerk.id()));
      case Snoozed put ->
          Optional.of(put.back(put.since())).filter(h -> h.clerk().equals(clerk.id()));
      case WithBot _, Waiting _, Closed _ -> Optional.empty();
    };
  }

  Utterance office(Conversation now, String key, Object... arguments) {
    Language language = Language.of(now.language()).orElse(Language.CS);
    return Utterance.office(texts.text(language, key, arguments), language.code());
  }

  private static String key(ConversationId conversation, Caller writer, String key) {
    String who =
        switch (writer) {
          case Clerk clerk -> "console " + clerk.id().value();
          case Integration integration -> "integration " + integration.id();
        };
    return who + " " + conversation + " " + key;
  }
}
