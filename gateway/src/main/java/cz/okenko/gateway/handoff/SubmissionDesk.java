package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation.Filed;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Filing;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Shelf;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Submission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Takes a formal submission: tells the citizen how to file it so that it counts, keeps the moment
/// it came, and puts the conversation into the queue of the agenda that has to deal with it. Never
/// answers and closes.
public final class SubmissionDesk implements Filing {
  private final KnowledgeBase knowledge;
  private final Shelf shelf;
  private final HandoffResponder handoff;
  private final Texts texts;
  private final InstantSource clock;

  public SubmissionDesk(
      KnowledgeBase knowledge,
      Shelf shelf,
      HandoffResponder handoff,
      Texts texts,
      InstantSource clock) {
    this.knowledge = knowledge;
    this.shelf = shelf;
    this.handoff = handoff;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Reaction take(Turn turn, Submission submission) {
    Language language = Language.of(turn.language()).orElse(Language.CS);
    Instant now = clock.instant();
    var passage = knowledge.passage(submission.article(), language, Aspect.HOW);
    Topic topic =
        passage
            .map(found -> new Topic(found.slug().value(), found.title()))
            .orElse(turn.conversation().topic());
    Card card = passage.map(found -> shelf.card(found, language)).orElse(Card.NONE);
    String text =
        texts.text(language, "submission." + submission.code())
            + "\n\n"
            + texts.text(language, "submission.how");
    var said =
        new Reaction(
            conversation -> conversation.about(topic).filed(new Filed(submission.code(), now)),
            List.of(Utterance.bot(text, language.code(), card), note(submission)));
    return turn.conversation().state() instanceof Waiting
        ? said
        : handoff.after(said, handoff.queue(turn.conversation().about(topic)), turn);
  }

  private Utterance note(Submission submission) {
    String kind = texts.text(Language.CS, "console.submission." + submission.code());
    return KnowledgeResponder.note(texts.text(Language.CS, "console.note.submission", kind));
  }
}
