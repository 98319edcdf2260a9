package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.messenger.Graph.Fault;
import java.time.Duration;

/// What an error of the platform means for a message (FB-20). Sources: "Common Error Codes" of the
/// Messenger Platform, updated 2026-03-18; its changelog of 2026-06-25 for 10/1893063; subcodes
/// from the older "Send API error codes".
final class Faults {
  /// What is to be done.
  sealed interface Meaning {}

  /// Never to be tried again.
  record Never(Reason reason) implements Meaning {}

  /// The whole page must wait.
  record Wait(Duration pause, Trouble trouble) implements Meaning {}

  /// To be tried again as when nobody answered.
  record Again() implements Meaning {}

  private static final Duration SLOWER = Duration.ofMinutes(1);
  private static final Duration SIGN_IN = Duration.ofMinutes(10);
  private static final Duration RESTRICTED = Duration.ofHours(1);

  private Faults() {}

  static Meaning of(Fault fault) {
    return switch (fault.code()) {
      case 10 -> permission(fault);
      case 100 ->
          new Never(fault.subcode() == 2018001 ? Reason.UNKNOWN_ADDRESS : Reason.INVALID);
      case 102, 190 -> new Wait(SIGN_IN, Trouble.NOT_SIGNED_IN);
      case 4, 17, 32, 341, 613 -> slower(fault);
      case 368 -> new Wait(RESTRICTED, Trouble.RESTRICTED);
      case 551 -> new Never(Reason.BLOCKED);
      case 1, 2, 1200 -> new Again();
      default -> other(fault);
    };
  }

  private static Meaning permission(Fault fault) {
    return switch (fault.subcode()) {
      case 1893063 -> new Wait(RESTRICTED, Trouble.RESTRICTED);
      case 2018065, 2018278 -> new Never(Reason.WINDOW_CLOSED);
      case 1545041, 2018108 -> new Never(Reason.BLOCKED);
      default -> new Never(Reason.NOT_ALLOWED);
    };
  }

  private static Meaning other(Fault fault) {
    if (fault.status() == 429 || (fault.code() >= 80_000 && fault.code() < 80_100)) {
      return slower(fault);
    }
    if (fault.transientFault() || fault.status() / 100 == 5) {
      return new Again();
    }
    boolean permission = fault.code() == 3 || fault.code() / 100 == 2;
    return permission ? permission(fault) : new Never(Reason.INVALID);
  }

  private static Meaning slower(Fault fault) {
    return new Wait(fault.retry().isZero() ? SLOWER : fault.retry(), Trouble.SLOWED_DOWN);
  }
}
