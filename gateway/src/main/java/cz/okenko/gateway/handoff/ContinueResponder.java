package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Codes;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Continued;
import cz.okenko.gateway.conversation.Continued.Words;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.knowledge.Language;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Lets a citizen go on with the same matter on another channel: gives a one-time code to who asks
/// for one, and takes the code wherever it is written. Who does not have it never learns whose it
/// is.
public final class ContinueResponder implements Responder {
  /// The value of the choice that asks for a code.
  public static final String CONTINUE = "continue";

  private static final Set<String> WORDS =
      Set.of("kód", "kod", "code", "код", "pokračovat jinde", "pokracovat jinde");

  private final Conversations conversations;
  private final Codes codes;
  private final URI publicUrl;
  private final Ways ways;
  private final Texts texts;

  public ContinueResponder(
      Conversations conversations, Codes codes, URI publicUrl, Ways ways) {
    this.conversations = conversations;
    this.codes = codes;
    this.publicUrl = publicUrl;
    this.ways = ways;
    this.texts = ways.texts();
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    Language language = Language.of(turn.language()).orElse(Language.CS);
    String text = turn.text().strip().toLowerCase(Locale.ROOT);
    if (turn.choice().equals(CONTINUE) || WORDS.contains(text)) {
      return Optional.of(give(turn, language));
    }
    return turn.choice().isEmpty() ? take(turn, language) : Optional.empty();
  }

  private Reaction give(Turn turn, Language language) {
    Address here = turn.conversation().address();
    String code = codes.make(here);
    String readable = code.substring(0, 5) + "-" + code.substring(5);
    String made = texts.text(language, "code.made", readable, publicUrl + "/#code=" + code);
    String apps = ways.from(here.channel(), code, language);
    String text = apps.isEmpty() ? made : made + "\n\n" + apps.strip();
    return Reaction.say(Utterance.bot(text, language.code()));
  }

  private Optional<Reaction> take(Turn turn, Language language) {
    var words = new Words(from -> left(from, turn.conversation()), this::taken);
    return switch (conversations.continued(turn, words)) {
      case Continued.Here _ -> Optional.of(new Reaction(UnaryOperator.identity(), List.of()));
      case Continued.AlreadyHere _ -> Optional.of(say(language, "code.already-here"));
      case Continued.Busy _ -> Optional.of(say(language, "code.busy"));
      case Continued.TooMany _ -> Optional.of(say(language, "code.too-many"));
      case Continued.Invalid _ ->
          turn.conversation().state() instanceof WithBot
              ? Optional.of(say(language, "code.invalid"))
              : Optional.empty();
      case Continued.NoCode _ -> Optional.empty();
    };
  }

  private Utterance left(Conversation from, Conversation to) {
    Language language = Language.of(from.language()).orElse(Language.CS);
    String where = "channel.in." + to.address().channel();
    String known = texts.has(where) ? where : "channel.in.other";
    return Utterance.office(
        texts.text(language, "code.left", texts.text(language, known)), language.code());
  }

  private Utterance taken(Conversation now) {
    Language language = Language.of(now.language()).orElse(Language.CS);
    return Utterance.office(texts.text(language, "code.taken"), language.code());
  }

  private Reaction say(Language language, String key, Object... arguments) {
    return Reaction.say(Utterance.bot(texts.text(language, key, arguments), language.code()));
  }
}
