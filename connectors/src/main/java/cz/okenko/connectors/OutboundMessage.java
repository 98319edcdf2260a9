package cz.okenko.connectors;

import java.util.List;

/// What the office says to a citizen; text is Markdown of paragraphs, lists, bold and links.
///
/// @param id the gateway's id; a connector sends it along where its platform can carry one
public record OutboundMessage(
    long id, Address address, String language, String text, List<Choice> choices) {
  public OutboundMessage {
    choices = List.copyOf(choices);
  }
}
