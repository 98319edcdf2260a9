package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Transcript.Card;
import cz.okenko.connectors.Transcript.Handler;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.knowledge.Answer;
import cz.okenko.knowledge.Aspect;
import cz.okenko.knowledge.Candidate;
import cz.okenko.knowledge.KnowledgeBase;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Question;
import cz.okenko.knowledge.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers from the knowledge base, says honestly when it does not know, and leaves wishes for a
/// person to the handoff. While a citizen waits for a clerk it speaks only in an emergency and to
/// who files something.
public final class KnowledgeResponder implements Responder {
  /// The value of the choice that asks for a person.
  public static final String HANDOFF = "handoff";

  /// From this confidence on the nearest titles may help who was not answered.
  private static final double NEAR = 0.15;

  /// A title this much less likely than the first is not named.
  private static final double FAR_BEHIND = 0.3;

  private static final int MOST_TITLES = 3;

  private final KnowledgeBase knowledge;
  private final Shelf shelf;
  private final Trees trees;
  private final Texts texts;
  private final Filing filing;

  public KnowledgeResponder(KnowledgeBase knowledge, Shelf shelf, Texts texts, Filing filing) {
    this.knowledge = knowledge;
    this.shelf = shelf;
    this.trees = new Trees(knowledge, shelf, texts);
    this.texts = texts;
    this.filing = filing;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (Picking.of(turn).equals(new Picking.Chosen(HANDOFF))) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    Answer answer = knowledge.answer(new Question(turn.text(), language, context(turn)));
    boolean spoken = answer instanceof Answer.Emergency || answer instanceof Answer.Filed;
    if (turn.conversation().state() instanceof Waiting && !spoken) {
      return Optional.empty();
    }
    return react(answer, turn, language);
  }

  private static Question.Context context(Turn turn) {
    String slug = turn.conversation().topic().slug();
    return slug.isEmpty()
        ? new Question.Context.Fresh()
        : new Question.Context.About(new Slug(slug));
  }

  private Optional<Reaction> react(Answer answer, Turn turn, Language language) {
    return switch (answer) {
      case Answer.Found found -> Optional.of(trees.say(found.passage(), language));
      case Answer.Filed filed -> Optional.of(filing.take(turn, filed.kind()));
      case Answer.Ambiguous ambiguous -> Optional.of(ambiguous(ambiguous, turn, language));
      case Answer.Elsewhere elsewhere ->
          Optional.of(
              Reaction.say(
                  Utterance.bot(
                      elsewhere.referral().text(),
                      Language.CS.code(),
                      shelf.card(elsewhere.referral()))));
      case Answer.NotFound notFound -> Optional.of(notFound(notFound, turn, language));
      case Answer.SmallTalk small -> Optional.of(smallTalk(small.kind(), language));
      case Answer.Emergency emergency -> Optional.of(emergency(emergency.kind(), language));
      case Answer.HandoffWish _ -> Optional.empty();
    };
  }

  private Reaction ambiguous(Answer.Ambiguous ambiguous, Turn turn, Language language) {
    List<Candidate> shown = ambiguous.candidates().subList(0, ambiguous.shown());
    return Reaction.say(
        offer(
            language, "dialogue.ambiguous", "ambiguous", choices(shown, turn.text(), language)));
  }

  /// The nearest titles help only when one of them may well be meant.
  private Reaction notFound(Answer.NotFound notFound, Turn turn, Language language) {
    List<Candidate> near =
        notFound.confidence() < NEAR
            ? List.of()
            : notFound.candidates().stream()
                .filter(c -> c.score() >= FAR_BEHIND * notFound.candidates().getFirst().score())
                .limit(MOST_TITLES)
                .toList();
    String key = near.isEmpty() ? "dialogue.not-found" : "dialogue.not-found-near";
    return Reaction.say(offer(language, key, "not-found", choices(near, turn.text(), language)));
  }

  /// The articles, each with what the question asks about it, and a person.
  private List<Choice> choices(List<Candidate> candidates, String asked, Language language) {
    Aspect aspect = Aspect.askedIn(asked);
    var choices = new ArrayList<Choice>();
    for (Candidate candidate : candidates) {
      choices.add(new Choice(Shelf.value(candidate.slug(), aspect), candidate.title()));
    }
    choices.add(person(language));
    return choices;
  }

  private Reaction smallTalk(Answer.SmallTalk.Kind kind, Language language) {
    boolean unhappy =
        kind == Answer.SmallTalk.Kind.ABUSE || kind == Answer.SmallTalk.Kind.DISSATISFIED;
    List<Choice> choices = unhappy ? List.of(person(language)) : List.of();
    return Reaction.say(
        offer(language, "dialogue.small-talk." + kind.code(), "small-talk", choices));
  }

  /// The number at once; the clerks see the flag, and the note stays in the transcript.
  private Reaction emergency(Answer.Emergency.Kind kind, Language language) {
    return new Reaction(
        conversation -> conversation.flagged("emergency"),
        EmergencyResponder.said(kind, language, texts));
  }

  /// A line for the clerks alone.
  public static Utterance note(String text) {
    var speaker = new Speaker(Author.NOTE, "Okénko", "");
    return new Utterance(speaker, text, Language.CS.code(), Card.NONE, "");
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
