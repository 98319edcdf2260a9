package cz.okenko.gateway.conversation;

/// Who is told after a commit. Called on the committing caller's thread; must return at once.
public interface Bells {

  /// A citizen's message was stored and waits for an answer.
  void received(Conversation conversation);

  /// A citizen's message was stored, and its answer with it.
  default void answered(Conversation conversation) {}

  /// Something was said or the state changed.
  void changed(Conversation before, Conversation after);

  /// Something was put into the outbox.
  void posted();

  /// Messages that wait for an answer may have passed to this conversation from another one.
  default void passed(Conversation conversation) {}

  /// This was said.
  default void said(Utterance utterance) {}
}
