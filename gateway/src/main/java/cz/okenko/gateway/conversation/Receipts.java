package cz.okenko.gateway.conversation;

import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Codes for citizens whose matter was handed to a person: to quote at the office, and to go on with on
/// another device. A code like any other, but it lives longer. The table `receipt`.
final class Receipts {
  /// Longer than the office may take to answer most things. Of 2^45 codes, and with five tries an hour for
  /// each address, none is guessed in that time.
  static final Duration LIFE = Duration.ofDays(30);

  private final SecureRandom random = new SecureRandom();

  /// Gives one to a conversation that a person is to answer now, unless it has one.
  void give(Handle handle, Conversation after, Instant now) {
    boolean handedOver =
        switch (after.state()) {
          case Waiting _, WithClerk _, Snoozed _ -> true;
          case WithBot _, Closed _ -> false;
        };
    if (!handedOver || of(handle, after.id()).isPresent()) {
      return;
    }
    Code code = Code.random(random);
    CodeRows.add(handle, code.hash(), after.id(), now.plus(LIFE), now.minus(OneTimeCodes.LIFE));
    handle
        .createUpdate(
            "insert into receipt (conversation, code, at) values (:conversation, :code, :at)")
        .bind("conversation", after.id().value())
        .bind("code", code.readable())
        .bind("at", now.toEpochMilli())
        .execute();
  }

  /// The code of a conversation as it is read.
  static Optional<String> of(Handle handle, ConversationId id) {
    return handle
        .createQuery("select code from receipt where conversation = :conversation")
        .bind("conversation", id.value())
        .mapTo(String.class)
        .findOne();
  }

  /// Where the matter of a code is now, used or not, while the code lives.
  static Optional<ConversationId> find(Handle handle, String text, Instant now) {
    return Code.in(text)
        .flatMap(code -> CodeRows.living(handle, code.hash(), now))
        .map(id -> Continuing.newestOf(handle, id));
  }
}
