package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Choice;
import cz.okenko.knowledge.Language;
import java.util.List;

/// One message of a citizen that waits for an answer, and what stood before it.
///
/// @param message id of the stored message
/// @param language what the answer is written in, where it can be
/// @param spoken the language the citizen's own words are clearly in, else empty
/// @param choice value of the button that was pressed, empty when typed
/// @param offered the choices under the bot's last line
public record Turn(
    Conversation conversation,
    long message,
    String text,
    String language,
    String spoken,
    String choice,
    List<Choice> offered) {
  public Turn {
    offered = List.copyOf(offered);
  }

  /// A turn in the language it is to be answered in: the one the text is clearly in, else the one
  /// that was heard before, else the one the channel named.
  static Turn of(
      Conversation conversation, long message, String text, String named, Picked picked) {
    boolean words = picked.choice().isEmpty() && !Code.resembles(text);
    String spoken = words ? clearly(text) : "";
    String before = conversation.tongue().heard() ? conversation.language() : named;
    String language = spoken.isEmpty() ? before : spoken;
    return new Turn(
        conversation, message, text, language, spoken, picked.choice(), picked.offered());
  }

  /// What was pressed, and what was offered.
  record Picked(String choice, List<Choice> offered) {}

  /// The conversation, held on in the language the citizen clearly writes in.
  public Conversation heard(Conversation now) {
    return spoken.isEmpty() ? now : now.heard(spoken);
  }

  /// The words of a button and the letters of a code tell nothing about the citizen; they are not
  /// asked.
  private static String clearly(String text) {
    return Language.clearlyOf(text).map(Language::code).orElse("");
  }
}
