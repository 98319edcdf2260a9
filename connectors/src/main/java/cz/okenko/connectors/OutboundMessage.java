package cz.okenko.connectors;

import java.time.Instant;
import java.util.List;

/// What the office says to a citizen; text is Markdown of paragraphs, lists, bold and links.
///
/// @param id the gateway's id; a connector sends it along where its platform can carry one
/// @param speaker who says it
/// @param occasion what it follows
/// @param enclosures files that go along, after the text and in this order
public record OutboundMessage(
    long id,
    Address address,
    String language,
    String text,
    List<Choice> choices,
    Speaker speaker,
    Occasion occasion,
    List<Enclosure> enclosures) {
  public OutboundMessage {
    choices = List.copyOf(choices);
    enclosures = List.copyOf(enclosures);
  }

  /// A message without files.
  public OutboundMessage(
      long id,
      Address address,
      String language,
      String text,
      List<Choice> choices,
      Speaker speaker,
      Occasion occasion) {
    this(id, address, language, text, choices, speaker, occasion, List.of());
  }

  /// The same message with files that go along.
  public OutboundMessage enclosing(List<Enclosure> files) {
    return new OutboundMessage(id, address, language, text, choices, speaker, occasion, files);
  }

  /// Who speaks for the office.
  public sealed interface Speaker {

    /// The machine that answers.
    record Bot() implements Speaker {}

    /// The office itself: a notice made by a machine.
    record Office() implements Speaker {}

    /// A person.
    ///
    /// @param agenda what they handle, possibly empty
    record Clerk(String name, String agenda) implements Speaker {}
  }

  /// What the message follows.
  ///
  /// @param externalId the channel's id of the citizen's last message, empty when there is none
  /// @param heardAt when the citizen wrote last, [Instant#EPOCH] when never
  public record Occasion(String externalId, Instant heardAt) {
    public static final Occasion NONE = new Occasion("", Instant.EPOCH);
  }
}
