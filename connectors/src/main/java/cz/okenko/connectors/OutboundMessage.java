package cz.okenko.connectors;

import java.time.Instant;
import java.util.List;

/// What the office says to a citizen; text is Markdown of paragraphs, lists, bold and links.
///
/// @param id the gateway's id; a connector sends it along where its platform can carry one
/// @param speaker who says it
/// @param occasion what it follows
public record OutboundMessage(
    long id,
    Address address,
    String language,
    String text,
    List<Choice> choices,
    Speaker speaker,
    Occasion occasion) {
  public OutboundMessage {
    choices = List.copyOf(choices);
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
