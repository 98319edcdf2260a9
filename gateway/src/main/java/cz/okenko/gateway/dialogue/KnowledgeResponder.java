package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Passage;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import cz.okenko.knowledge.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers from the knowledge base, says honestly when it does not know, and leaves wishes for a
/// person to the handoff. While a citizen waits for a clerk it speaks only in an emergency.
public final class KnowledgeResponder implements Responder {
  /// The value of the choice that asks for a person.
  public static final String HANDOFF = "handoff";

  private final KnowledgeBase knowledge;
  private final Shelf shelf;
  private final Texts texts;

  public KnowledgeResponder(KnowledgeBase knowledge, Shelf shelf, Texts texts) {
    this.knowledge = knowledge;
    this.shelf = shelf;
    this.texts = texts;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (ChoiceResponder.picked(turn).filter(HANDOFF::equals).isPresent()) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    Answer answer = knowledge.answer(new Question(turn.text(), language, context(turn)));
    if (turn.conversation().state() instanceof Waiting && !(answer instanceof Answer.Emergency)) {
      return Optional.empty();
    }
    return react(answer, language);
  }

  private static Question.Context context(Turn turn) {
    String slug = turn.conversation().topic().slug();
    return slug.isEmpty()
        ? new Question.Context.Fresh()
        : new Question.Context.About(new Slug(slug));
  }

  private Optional<Reaction> react(Answer answer, Language language) {
    return switch (answer) {
      case Answer.Found found -> Optional.of(found(found.passage(), language));
      case Answer.Filed filed -> filed(filed.kind(), language);
      case Answer.Ambiguous ambiguous -> Optional.of(ambiguous(ambiguous, language));
      case Answer.Elsewhere elsewhere ->
          Optional.of(
              Reaction.say(
                  Utterance.bot(
                      elsewhere.referral().text(),
                      Language.CS.code(),
                      shelf.card(elsewhere.referral()))));
      case Answer.NotFound _ ->
          Optional.of(
              Reaction.say(
                  offer(language, "dialogue.not-found", "not-found", List.of(person(language)))));
      case Answer.SmallTalk small -> Optional.of(smallTalk(small.kind(), language));
      case Answer.Emergency emergency -> Optional.of(emergency(emergency.kind(), language));
      case Answer.HandoffWish _ -> Optional.empty();
    };
  }

  private Reaction found(Passage passage, Language language) {
    var topic = new Topic(passage.slug().value(), passage.title());
    return Reaction.say(
            Utterance.bot(
                passage.text(), passage.language().code(), shelf.card(passage, language)))
        .and(conversation -> conversation.about(topic));
  }

  private Optional<Reaction> filed(Submission kind, Language language) {
    return knowledge
        .passage(kind.article(), language, Aspect.HOW)
        .map(passage -> found(passage, language));
  }

  private Reaction ambiguous(Answer.Ambiguous ambiguous, Language language) {
    var choices = new ArrayList<Choice>();
    for (Candidate candidate : ambiguous.candidates().subList(0, ambiguous.shown())) {
      choices.add(
          new Choice(Shelf.value(candidate.slug(), Aspect.GENERAL), candidate.title()));
    }
    choices.add(person(language));
    return Reaction.say(offer(language, "dialogue.ambiguous", "ambiguous", choices));
  }

  private Reaction smallTalk(Answer.SmallTalk.Kind kind, Language language) {
    List<Choice> choices =
        kind == Answer.SmallTalk.Kind.ABUSE ? List.of(person(language)) : List.of();
    return Reaction.say(
        offer(language, "dialogue.small-talk." + kind.code(), "small-talk", choices));
  }

  private Reaction emergency(Answer.Emergency.Kind kind, Language language) {
    return Reaction.say(
            offer(language, "dialogue.emergency." + kind.code(), "emergency", List.of()))
        .and(conversation -> conversation.flagged("emergency"));
  }

  private Utterance offer(Language language, String key, String outcome, List<Choice> choices) {
    var card =
        new Card(outcome, "", "", "", List.of(), List.of(), Handler.NONE, choices);
    return Utterance.bot(texts.text(language, key), language.code(), card);
  }

  private Choice person(Language language) {
    return new Choice(HANDOFF, texts.text(language, "dialogue.ask.person"));
  }
}
