package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Codes;
import cz.okenko.gateway.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Makes one-time codes. Kept is only their hash, for a day.
public final class OneTimeCodes implements Codes {
  /// How long a code is good for.
  public static final Duration LIFE = Duration.ofHours(24);

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public OneTimeCodes(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// A code for the newest conversation of the address.
  ///
  /// @throws IllegalArgumentException when the address never had one
  @Override
  public String make(Address address) {
    Code code = Code.random(random);
    Instant now = clock.instant();
    return store.write(
        handle -> {
          Conversation newest =
              ConversationRows.newest(handle, address)
                  .orElseThrow(
                      () -> new IllegalArgumentException("no conversation of " + address));
          CodeRows.add(handle, code.hash(), newest.id(), now.plus(LIFE), now.minus(LIFE));
          return code.characters();
        });
  }
}
