package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Right;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.conversation.Blocks;
import cz.okenko.gateway.conversation.Blocks.Block;
import cz.okenko.gateway.conversation.Blocks.By;
import cz.okenko.gateway.conversation.Blocks.Why;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Outcome;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Office.Contact;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Takes nothing from an abusive sender for a time, and says so to them once. Safe for any thread.
public final class Blocking {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d. M. yyyy H:mm");

  private final Parts parts;

  /// What it stands on.
  public record Parts(
      Store store,
      Ids ids,
      Conversations conversations,
      Queues queues,
      Audit audit,
      Office office,
      OfficeDoor door,
      Texts texts,
      InstantSource clock) {}

  public Blocking(Parts parts) {
    this.parts = parts;
  }

  /// What came of lifting one.
  enum Lifting {
    DONE,
    MISSING,
    NOT_YOURS,
    OVER
  }

  /// Blocks the sender of an open conversation that no other clerk has, and ends the conversation.
  Step block(Conversation seen, Clerk clerk, Why why, Duration time) {
    Instant now = parts.clock.instant();
    var block =
        new Block(
            parts.ids.next(), seen.address(), seen.id(), why, new By(clerk.id(), clerk.name()),
            now, now.plus(time));
    Step step =
        parts.conversations.step(
            seen.id(),
            conversation ->
                mayEnd(conversation, clerk)
                    ? new Step.Go(ended(conversation, why, now), told(conversation, block.until()))
                    : new Step.Stay(conversation),
            parts
                .audit
                .entry(clerk, Deed.BLOCKED_SENDER, Subject.conversation(seen.id().value()))
                .andThen(handle -> Blocks.put(handle, block)));
    parts.conversations.blocks().refresh();
    return step;
  }

  private static boolean mayEnd(Conversation now, Clerk clerk) {
    return switch (now.state()) {
      case WithBot _, Waiting _ -> true;
      case WithClerk held -> held.clerk().equals(clerk.id());
      case Snoozed put -> put.clerk().equals(clerk.id());
      case Closed _ -> false;
    };
  }

  private Conversation ended(Conversation now, Why why, Instant at) {
    Outcome.Reason reason =
        why.reason() == Blocks.Reason.SPAM ? Outcome.Reason.SPAM : Outcome.Reason.OTHER;
    var outcome = new Outcome(reason, Outcome.Base.UNTOLD, "");
    return now.in(new Closed(parts.queues.standing(now), at, outcome)).asking(Asking.NOTHING);
  }

  /// Until when, and how else the office is reached.
  private Utterance told(Conversation now, Instant until) {
    Language language = Language.of(now.language()).orElse(Language.CS);
    String moment = until.atZone(parts.office.calendar().zone()).format(MOMENT);
    var text = new StringBuilder(parts.texts.text(language, "block.told", moment));
    Contact contact = parts.office.contact();
    if (!contact.phone().isEmpty()) {
      text.append(' ').append(parts.texts.text(language, "block.phone", contact.phone()));
    }
    if (!contact.address().isEmpty()) {
      String week = parts.door.week(language);
      text.append(' ').append(parts.texts.text(language, "block.counter", contact.address(), week));
    }
    return Utterance.office(text.toString(), language.code());
  }

  /// Ends a block before its time: whoever imposed it may, and who keeps all of them. The citizen is not told.
  Lifting lift(long id, Clerk clerk) {
    Optional<Block> found = parts.store.read(handle -> Blocks.find(handle, id));
    if (found.isEmpty()) {
      return Lifting.MISSING;
    }
    if (!found.get().by().clerk().equals(clerk.id()) && !clerk.may(Right.KEEP_BLOCKS)) {
      return Lifting.NOT_YOURS;
    }
    Subject subject = Subject.conversation(found.get().conversation().value());
    boolean lifted =
        parts.store.write(
            handle -> {
              boolean done = Blocks.lift(handle, id, clerk.name(), parts.clock.instant());
              if (done) {
                parts.audit.write(handle, clerk, Deed.LIFTED_BLOCK, subject);
              }
              return done;
            });
    parts.conversations.blocks().refresh();
    return lifted ? Lifting.DONE : Lifting.OVER;
  }

  /// Those in force, the next to end first.
  List<Block> all() {
    return parts.conversations.blocks().all();
  }
}
