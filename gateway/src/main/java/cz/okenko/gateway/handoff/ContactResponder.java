package cz.okenko.gateway.handoff;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Conversation.Asking;
import cz.okenko.gateway.conversation.Turn;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.dialogue.Reaction;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.knowledge.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the e-mail or telephone number that a citizen leaves when the office is closed. A message
/// without one is simply more for the clerk to read.
public final class ContactResponder implements Responder {
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(\\.[\\p{Alnum}-]{1,63}){1,5}");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\d/])(\\+\\d{1,3}[ -]?)?\\d{3}[ -]?\\d{3}[ -]?\\d{3}(?![\\d/])");

  private final Texts texts;

  public ContactResponder(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Optional<Reaction> respond(Turn turn) {
    if (turn.conversation().asking() != Asking.CONTACT) {
      return Optional.empty();
    }
    return first(EMAIL, turn.text())
        .or(() -> first(PHONE, turn.text()))
        .map(contact -> thank(contact, Language.of(turn.language()).orElse(Language.CS)));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private Reaction thank(String contact, Language language) {
    String text = texts.text(language, "handoff.contact-taken", contact);
    return Reaction.say(Utterance.office(text, language.code()))
        .and(conversation -> conversation.reachedAt(contact).asking(Asking.NOTHING));
  }
}
