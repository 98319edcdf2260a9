package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import java.time.Instant;

/// One matter over one address.
///
/// @param tongue the language it is held in
/// @param topic the life situation being talked about
/// @param asking what the bot waits to be told next
/// @param contact how the citizen wants to be reached, empty when not said
/// @param flag `emergency` when somebody may be in danger, else empty
/// @param filed what the citizen filed here last
/// @param rating 1–5, 0 when not rated
public record Conversation(
    ConversationId id,
    Address address,
    Tongue tongue,
    ConversationState state,
    Topic topic,
    Asking asking,
    String contact,
    String flag,
    Filed filed,
    int rating) {

  /// A language, and whether the citizen's own words told it; else the channel said so.
  public record Tongue(String language, boolean heard) {}

  /// Where a citizen is reached, as a channel and as they write it.
  public record Reached(Address address, String contact) {}

  /// The life situation being talked about.
  public record Topic(String slug, String title) {
    public static final Topic NONE = new Topic("", "");
  }

  /// A formal submission and when it was received.
  public record Filed(String submission, Instant at) {
    public static final Filed NOTHING = new Filed("", Instant.EPOCH);
  }

  /// What the next message of the citizen answers, if anything.
  public enum Asking {
    NOTHING,
    CONTACT,
    /// Whether their matter may be handed to another institution; a clerk may hold it meanwhile.
    CONSENT
  }

  /// The language it is held in.
  public String language() {
    return tongue.language();
  }

  public Conversation in(ConversationState next) {
    return new Conversation(
        id, address, tongue, next, topic, asking, contact, flag, filed, rating);
  }

  public Conversation about(Topic next) {
    return new Conversation(
        id, address, tongue, state, next, asking, contact, flag, filed, rating);
  }

  public Conversation asking(Asking next) {
    return new Conversation(
        id, address, tongue, state, topic, next, contact, flag, filed, rating);
  }

  public Conversation reachedAt(String next) {
    return new Conversation(id, address, tongue, state, topic, asking, next, flag, filed, rating);
  }

  public Conversation flagged(String next) {
    return new Conversation(
        id, address, tongue, state, topic, asking, contact, next, filed, rating);
  }

  public Conversation filed(Filed next) {
    return new Conversation(id, address, tongue, state, topic, asking, contact, flag, next, rating);
  }

  /// Held on in the language in which the citizen was heard to write.
  public Conversation heard(String language) {
    return new Conversation(
        id,
        address,
        new Tongue(language, true),
        state,
        topic,
        asking,
        contact,
        flag,
        filed,
        rating);
  }
}
