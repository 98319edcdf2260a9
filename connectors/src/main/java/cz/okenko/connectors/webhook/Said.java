package cz.okenko.connectors.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/// What the other side is told, as JSON; members without a value are left out.
///
/// @param to who is spoken to, as they were called in `from`
/// @param text the small Markdown of the house
/// @param speaker `bot`, `office` or `clerk`
/// @param name of the clerk
/// @param files what goes along, to be fetched with a signed request
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Said(
    String type,
    String to,
    String text,
    String language,
    String speaker,
    String name,
    String agenda,
    List<Offered> choices,
    List<File> files) {
  Said {
    choices = List.copyOf(choices);
    files = List.copyOf(files);
  }

  /// @param size in bytes
  record File(String id, String name, String type, long size, String url) {}

  /// @param key what comes back as `choice` when it is picked
  record Offered(String key, String label) {}

  /// @param home where the gateway is reached
  static Said of(OutboundMessage message, URI home) {
    List<Choice> choices = message.choices();
    List<Offered> offered =
        IntStream.range(0, choices.size())
            .mapToObj(i -> new Offered(Choice.key(message.id(), i), choices.get(i).label()))
            .toList();
    List<String> speaker =
        switch (message.speaker()) {
          case Speaker.Bot _ -> List.of("bot", "", "");
          case Speaker.Office _ -> List.of("office", "", "");
          case Speaker.Clerk(String name, String agenda) -> List.of("clerk", name, agenda);
        };
    return new Said(
        "message",
        message.address().value(),
        message.text(),
        message.language(),
        speaker.get(0),
        speaker.get(1),
        speaker.get(2),
        offered,
        message.enclosures().stream().map(file -> of(file, home)).toList());
  }

  private static File of(Enclosure file, URI home) {
    String id = Long.toString(file.id());
    return new File(
        id, file.name(), file.type(), file.size(), home + WebhookConnector.FILES + "/" + id);
  }
}
