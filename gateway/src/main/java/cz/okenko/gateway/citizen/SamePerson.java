package cz.okenko.gateway.citizen;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.access.Audit;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Subject;
import cz.okenko.gateway.conversation.Continued;
import cz.okenko.gateway.conversation.Conversation;
import cz.okenko.gateway.conversation.ConversationId;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.Joined;
import cz.okenko.gateway.conversation.Joining;
import cz.okenko.gateway.conversation.Utterance;
import cz.okenko.knowledge.Language;

/// Joins two open conversations of one citizen, if the citizen themselves proved that both are theirs. Safe for
/// any thread.
public final class SamePerson {
  private final Conversations conversations;
  private final Audit audit;
  private final Texts texts;

  public SamePerson(Conversations conversations, Audit audit, Texts texts) {
    this.conversations = conversations;
    this.audit = audit;
    this.texts = texts;
  }

  Joined join(ConversationId one, ConversationId other, Clerk clerk) {
    var words = new Continued.Words(this::left, this::taken);
    return conversations.join(
        new Joining.Wish(one, other, clerk.id(), words),
        handle -> !one.equals(other) && Person.of(handle, one).contains(other),
        audit.entry(clerk, Deed.JOINED, Subject.conversation(one.value()))
            .andThen(audit.entry(clerk, Deed.JOINED, Subject.conversation(other.value()))));
  }

  private Utterance left(Conversation now) {
    Language language = language(now);
    String where = "channel.in." + now.address().channel();
    String known = texts.has(where) ? where : "channel.in.other";
    return Utterance.office(
        texts.text(language, "join.left", texts.text(language, known)), language.code());
  }

  private Utterance taken(Conversation now) {
    return Utterance.office(texts.text(language(now), "join.taken"), now.language());
  }

  private static Language language(Conversation now) {
    return Language.of(now.language()).orElse(Language.CS);
  }
}
