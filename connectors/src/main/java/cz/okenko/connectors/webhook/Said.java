package cz.okenko.connectors.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.util.List;
import java.util.stream.IntStream;

/// What the other side is told, as JSON; members without a value are left out.
///
/// @param to who is spoken to, as they were called in `from`
/// @param text the small Markdown of the house
/// @param speaker `bot`, `office` or `clerk`
/// @param name of the clerk
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Said(
    String type,
    String to,
    String text,
    String language,
    String speaker,
    String name,
    String agenda,
    List<Offered> choices) {
  Said {
    choices = List.copyOf(choices);
  }

  /// @param key what comes back as `choice` when it is picked
  record Offered(String key, String label) {}

  static Said of(OutboundMessage message) {
    List<Choice> choices = message.choices();
    List<Offered> offered =
        IntStream.range(0, choices.size())
            .mapToObj(i -> new Offered(Choice.key(message.id(), i), choices.get(i).label()))
            .toList();
    return switch (message.speaker()) {
      case Speaker.Bot _ -> of(message, "bot", "", "", offered);
      case Speaker.Office _ -> of(message, "office", "", "", offered);
      case Speaker.Clerk(String name, String agenda) ->
          of(message, "clerk", name, agenda, offered);
    };
  }

  private static Said of(
      OutboundMessage message, String speaker, String name, String agenda, List<Offered> choices) {
    return new Said(
        "message",
        message.address().value(),
        message.text(),
        message.language(),
        speaker,
        name,
        agenda,
        choices);
  }
}
