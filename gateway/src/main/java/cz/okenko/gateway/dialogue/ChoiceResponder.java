package cz.okenko.gateway.dialogue;

import cz.okenko.connectors.Choice;
import cz.okenko.gateway.conversation.Conversation.Topic;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Passage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands which of the offered things the citizen picked: by button, by number or by its words.
public final class ChoiceResponder implements Responder {
  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d)\\s*[.)]?\\s*");
  private static final Pattern MARKS = Pattern.compile("[^\\p{Alnum} ]+");

  private final Shelf shelf;

  public ChoiceResponder(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (!(turn.conversation().state() instanceof WithBot)) {
      return Optional.empty();
    }
    Language language = Language.of(turn.language()).orElse(Language.CS);
    return picked(turn).flatMap(value -> shelf.passage(value, language)).map(p -> say(p, language));
  }

  /// The value of what was picked; typed words count only when they are exactly those offered.
  static Optional<String> picked(Turn turn) {
    if (!turn.choice().isEmpty()) {
      return Optional.of(turn.choice());
    }
    Matcher number = NUMBER.matcher(turn.text());
    List<Choice> offered = turn.offered();
    if (number.matches()) {
      int n = Integer.parseInt(number.group(1));
      return n >= 1 && n <= offered.size()
          ? Optional.of(offered.get(n - 1).value())
          : Optional.empty();
    }
    String typed = plain(turn.text());
    return offered.stream()
        .filter(choice -> plain(choice.label()).equals(typed))
        .map(Choice::value)
        .findFirst();
  }

  private Reaction say(Passage passage, Language language) {
    var topic = new Topic(passage.slug().value(), passage.title());
    return Reaction.say(
            Utterance.bot(
                passage.text(), passage.language().code(), shelf.card(passage, language)))
        .and(conversation -> conversation.about(topic));
  }

  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(folded).replaceAll("").strip();
  }
}
