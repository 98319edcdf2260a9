package cz.okenko.connectors;

import java.time.Instant;

/// What a platform tells beside messages.
public sealed interface Event {

  /// The citizen changed a message; both versions are kept.
  ///
  /// @param edition 1 for the first change; a lower one that comes late replaces nothing
  record Edited(Address address, String externalId, int edition, String text, Instant at)
      implements Event {}

  /// Somebody at the office answered on the platform itself: kept in the transcript, and the bot is
  /// silent from then on.
  record AnsweredThere(Address address, String externalId, String text, Instant at)
      implements Event {}

  /// What was sent to the address up to a moment was delivered, or read.
  record Seen(Address address, boolean read, Instant upTo) implements Event {}

  /// The platform has a message of ours, though it did not say so when it was handed over.
  record Confirmed(long message) implements Event {}

  /// A message of ours came back.
  ///
  /// @param forGood whether nothing will ever reach that address
  /// @param status what the platform said, short and without personal data (`5.1.1`)
  record Bounced(long message, boolean forGood, String status) implements Event {}

  /// The citizen blocked the office on the channel, or lets it write again.
  record Reachable(Address address, boolean reachable, Instant at) implements Event {}

  /// The platform gave the place another name.
  record Moved(Address from, Address to) implements Event {}

  /// Something this connector does not know: kept as it came, otherwise ignored.
  ///
  /// @param externalId the channel's own id of it
  /// @param body at most 64 KiB of what the platform sent
  record Unknown(String channel, String externalId, String body) implements Event {
    @Override
    public String toString() {
      return "unknown event of " + channel;
    }
  }
}
