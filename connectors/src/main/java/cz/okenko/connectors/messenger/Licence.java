package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Delivery.Reason;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.Window;
import java.time.Duration;
import java.time.Instant;

/// Whether a message may be sent now, and as what. The tags that Meta retired on 2026-04-27 are not
/// here (FB-10).
sealed interface Licence {
  /// Everybody may write for so long after the citizen's last message (FB-09).
  /// Source: Send API reference, v25.0, seen 2026-11-21.
  Duration STANDARD = Duration.ofHours(24);

  /// A person may, when Meta granted "Human Agent" (FB-11); afterwards nobody (FB-12).
  /// Source: the same, and the platform's policy on message tags.
  Duration HUMAN_AGENT = Duration.ofDays(7);

  record Granted(String type, String tag) implements Licence {}

  record Withheld(Reason reason) implements Licence {}

  /// @param humanAgent whether Meta granted the feature
  static Licence of(OutboundMessage message, Instant now, boolean humanAgent) {
    Duration silence = Duration.between(message.occasion().heardAt(), now);
    if (silence.compareTo(STANDARD) < 0) {
      return new Granted("RESPONSE", "");
    }
    if (!humanAgent || silence.compareTo(HUMAN_AGENT) >= 0) {
      return new Withheld(Reason.WINDOW_CLOSED_FOR_ALL);
    }
    return switch (message.speaker()) {
      case Speaker.Clerk _ -> new Granted("MESSAGE_TAG", "HUMAN_AGENT");
      case Speaker.Bot _, Speaker.Office _ -> new Withheld(Reason.WINDOW_CLOSED);
    };
  }

  static Window window(boolean humanAgent) {
    return new Window(STANDARD, humanAgent ? HUMAN_AGENT : STANDARD);
  }
}
