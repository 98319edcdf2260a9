package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.knowledge.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes the citizen's yes or no to whether their matter may be handed to another institution, by whatever
/// means their channel has, also while a clerk has the conversation. What is neither is for the clerk to read.
public final class ConsentResponder implements Responder {
  private final Referrals referrals;
  private final Texts texts;

  public ConsentResponder(Referrals referrals, Texts texts) {
    this.referrals = referrals;
    this.texts = texts;
  }

  /// A button of a question that is over still gets an answer.
  @Override
  public Optional<Reaction> respond(Turn turn) {
    return aside(turn)
        .or(() -> Referrals.isAnswer(turn) ? Optional.of(tooLate(turn)) : Optional.empty());
  }

  @Override
  public Optional<Reaction> aside(Turn turn) {
    return turn.conversation().asking() == Asking.CONSENT
        ? referrals.said(turn).map(said -> taken(turn, said))
        : Optional.empty();
  }

  private Reaction taken(Turn turn, Referrals.Said said) {
    referrals.take(turn, said);
    return new Reaction(UnaryOperator.identity(), List.of());
  }

  private Reaction tooLate(Turn turn) {
    Language language = Language.of(turn.language()).orElse(Language.CS);
    return Reaction.say(
        Utterance.bot(texts.text(language, "referral.too-late"), language.code()));
  }
}
