package cz.okenko.gateway.handoff;

import cz.okenko.connectors.Transcript.Card;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.Author;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Step;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.gateway.conversation.Utterance.Speaker;
import cz.okenko.gateway.handoff.ReturnRows.Failure;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.util.List;

/// Tells clerks of messages that did not reach the citizen: a note in the transcript says why and
/// what can be done. The citizen sees nothing of it. Told once, whenever the process died.
public final class Returns {
  private final Store store;
  private final Conversations conversations;
  private final Texts texts;

  public Returns(Store store, Conversations conversations, Texts texts) {
    this.store = store;
    this.conversations = conversations;
    this.texts = texts;
  }

  /// Writes the notes that are not there yet; to be called often.
  public void sweep() {
    List<Failure> untold = store.read(ReturnRows::untold);
    for (Failure failure : untold) {
      conversations
          .holding(failure.message())
          .ifPresent(
              id -> conversations.step(id, now -> new Step.Go(now, note(now, failure))));
      store.write(handle -> ReturnRows.told(handle, failure));
    }
  }

  private Utterance note(Conversation now, Failure failure) {
    String text =
        failure.table().equals("outbox")
            ? texts.text(Language.CS, "console.refused." + failure.reason())
            : texts.text(Language.CS, "console.returned." + failure.reason(), failure.status());
    String contact =
        now.contact().isEmpty()
            ? ""
            : " " + texts.text(Language.CS, "console.note.contact", now.contact());
    var speaker = new Speaker(Author.NOTE, "Okénko", "");
    String once = failure.table() + " " + failure.reason() + " " + failure.message();
    return new Utterance(speaker, text + contact, Language.CS.code(), Card.NONE, once);
  }
}
