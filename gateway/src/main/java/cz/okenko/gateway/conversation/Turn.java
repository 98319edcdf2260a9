package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Choice;
import java.util.List;

/// One message of a citizen that waits for an answer, and what stood before it.
///
/// @param message id of the stored message
/// @param language what the answer is written in, where it can be
/// @param choice value of the button that was pressed, empty when typed
/// @param offered the choices under the bot's last line
public record Turn(
    Conversation conversation,
    long message,
    String text,
    String language,
    String choice,
    List<Choice> offered) {
  public Turn {
    offered = List.copyOf(offered);
  }
}
