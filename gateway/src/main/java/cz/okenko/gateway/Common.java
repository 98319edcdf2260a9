package cz.okenko.gateway;

import cz.okenko.connectors.Codes;
import cz.okenko.gateway.conversation.Conversations;
import cz.okenko.gateway.conversation.OneTimeCodes;
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
    InstantSource clock) {

  /// With codes that are kept in the store.
  Common(
      Settings settings,
      Store store,
      Ids ids,
      Conversations conversations,
      InstantSource clock) {
    this(settings, store, ids, conversations, new OneTimeCodes(store, clock), clock);
  }

  /// Whoever hands matters to other institutions; they remember nothing.
  Referrals referrals(Texts texts) {
    return new Referrals(store, ids, conversations, texts, clock);
  }
}
