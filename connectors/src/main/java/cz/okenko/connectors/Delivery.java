package cz.okenko.connectors;

import java.time.Instant;

/// What became of an [OutboundMessage].
public sealed interface Delivery {

  /// The platform has it.
  record Delivered() implements Delivery {}

  /// The platform asks to wait; not to be tried again before `until`.
  record Deferred(Instant until) implements Delivery {}

  /// It will never be taken.
  record Refused(Reason reason) implements Delivery {}

  /// Why a message will never be taken; the gateway has a sentence for each.
  enum Reason {
    /// The channel is switched off in the settings.
    CHANNEL_OFF,
    /// The citizen does not want messages of the office on this channel.
    BLOCKED,
    /// There is no such address, or nobody behind it any more.
    UNKNOWN_ADDRESS,
    /// Too long since the citizen's last message for what a machine says.
    WINDOW_CLOSED,
    /// Too long since the citizen's last message for anybody.
    WINDOW_CLOSED_FOR_ALL,
    /// The platform does not take what the message holds.
    INVALID,
    /// The platform does not take a file that goes along, or the office has it no more.
    FILE,
    /// The platform has not allowed the office to do this.
    NOT_ALLOWED,
    /// Would answer a machine, or the address has had enough machine mail for now.
    AUTOMATIC_LIMIT
  }
}
