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
      Pattern.compile(
          "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,5}");

  /// With the country's number, or nine digits as Czechs write them: 601 234 567, 601 23 45 67,
  /// 420 601 234 567. A slash is of birth numbers and accounts.
  private static final Pattern PHONE =
      Pattern.compile(
          """
          (?<![\\d/]) (?: (?:\\+|00)\\d{1,3} (?:S?\\d{2,4}){2,4}
                        | (?:420S?)?\\d{3} (?: S?\\d{3}S?\\d{3} | S?\\d{2}S?\\d{2}S?\\d{2}) )
          (?![\\d/])
          """
              .replace("S", "[\\ \\u00A0.–-]"),
          Pattern.COMMENTS);

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
