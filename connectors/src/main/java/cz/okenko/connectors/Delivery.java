package cz.okenko.connectors;

import java.time.Instant;

/// What became of an [OutboundMessage].
public sealed interface Delivery {

  /// The platform has it.
  record Delivered() implements Delivery {}

  /// The platform asks to wait; not to be tried again before `until`.
  record Deferred(Instant until) implements Delivery {}

  /// It will never be taken; `reason` is a short code the console turns into a sentence.
  record Refused(String reason) implements Delivery {}
}
