package cz.okenko.connectors;

import java.time.Instant;
import java.util.List;

/// What a citizen wrote, in the one shape all channels share.
///
/// @param externalId the channel's own id of the message; the same id is the same message
/// @param text as written, at most [#MAX_TEXT] characters; may be empty when something is attached
/// @param language what the channel knows of the citizen's language (`cs`, `en` …), else empty
/// @param choice value of the [Choice] that was picked, empty when the citizen typed
/// @param handling whether it may be answered by the bot
/// @param attachments what was sent along, to be fetched after the message is on disk
public record InboundMessage(
    Address address,
    String externalId,
    String text,
    String choice,
    String language,
    Instant sentAt,
    Handling handling,
    List<Attachment> attachments) {

  /// Longest text in characters (UTF-16 units). A channel whose platform allows more cuts there and
  /// keeps the whole as an attachment.
  public static final int MAX_TEXT = 20_000;

  public InboundMessage {
    if (externalId.isBlank()) {
      throw new IllegalArgumentException("a message needs the channel's id");
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("text of " + text.length() + " characters is too long");
    }
    attachments = List.copyOf(attachments);
  }

  /// A message without attachments that is to be answered.
  public InboundMessage(
      Address address,
      String externalId,
      String text,
      String choice,
      String language,
      Instant sentAt) {
    this(address, externalId, text, choice, language, sentAt, Handling.ANSWER, List.of());
  }

  /// What is done with a message.
  public enum Handling {
    /// Answered by the bot, or by the clerk who holds the conversation.
    ANSWER,
    /// Never by the bot: it goes to the queue of the office, where a clerk reads it.
    FOR_CLERK,
    /// Kept in the conversation, open or closed, and changes nothing: an out-of-office reply, a group
    /// that does not talk to us. Opens no conversation that a clerk would have to close.
    KEEP
  }
}
