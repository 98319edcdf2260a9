package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;

/// One matter over one address.
///
/// @param topic the life situation being talked about
/// @param asking what the bot waits to be told next
/// @param contact how the citizen wants to be reached, empty when not said
/// @param flag `emergency` when somebody may be in danger, else empty
/// @param rating 1–5, 0 when not rated
public record Conversation(
    ConversationId id,
    Address address,
    String language,
    ConversationState state,
    Topic topic,
    Asking asking,
    String contact,
    String flag,
    int rating) {

  /// The life situation being talked about.
  public record Topic(String slug, String title) {
    public static final Topic NONE = new Topic("", "");
  }

  /// What the next message of the citizen answers, if anything.
  public enum Asking {
    NOTHING,
    CONTACT
  }

  public Conversation in(ConversationState next) {
    return new Conversation(
        id, address, language, next, topic, asking, contact, flag, rating);
  }

  public Conversation about(Topic next) {
    return new Conversation(id, address, language, state, next, asking, contact, flag, rating);
  }

  public Conversation asking(Asking next) {
    return new Conversation(id, address, language, state, topic, next, contact, flag, rating);
  }

  public Conversation reachedAt(String next) {
    return new Conversation(id, address, language, state, topic, asking, next, flag, rating);
  }

  public Conversation flagged(String next) {
    return new Conversation(id, address, language, state, topic, asking, contact, next, rating);
  }
}
