package cz.okenko.gateway;

import cz.okenko.connectors.Codes;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.handoff.Referrals;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;

/// What most parts of an office stand on.
record Common(
    Settings settings,
    Store store,
    Ids ids,
    Conversations conversations,
    Codes codes,
    Texts texts,
    InstantSource clock) {

  /// Whoever hands matters to other institutions; they remember nothing.
  Referrals referrals() {
    return new Referrals(store, ids, conversations, texts, clock);
  }
}
