package cz.okenko.gateway.conversation;

/// Names one conversation; made by the application, grows with time.
public record ConversationId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
