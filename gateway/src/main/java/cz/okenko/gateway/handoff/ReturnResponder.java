package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.knowledge.Language;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lets a citizen who waits go back to the bot: by the button or by the word “stop”.
public final class ReturnResponder implements Responder {
  /// The value of the choice that goes back to the bot.
  public static final String BACK = "back";

  private static final Set<String> WORDS = Set.of("stop", "zrušit", "zrusit", "cancel", "стоп");

  private final Texts texts;
  private final InstantSource clock;

  public ReturnResponder(Texts texts, InstantSource clock) {
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    boolean wants =
        turn.choice().equals(BACK)
            || WORDS.contains(turn.text().strip().toLowerCase(Locale.ROOT));
    if (!wants || !(turn.conversation().state() instanceof Waiting)) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    return Optional.of(
        Reaction.say(Utterance.bot(texts.text(language, "handoff.back"), language.code()))
            .and(c -> c.in(new WithBot(clock.instant())).asking(Asking.NOTHING)));
  }
}
