package cz.okenko.connectors;

/// Where connectors put what citizens write. Safe for any thread.
public interface Inbox {

  /// Takes a message in. When this returns the message is on disk, and only then may the channel
  /// acknowledge it. A message whose (channel, external id) is known is not stored again.
  ///
  /// @throws RuntimeException when nothing was stored; the channel must not acknowledge
  Receipt accept(InboundMessage message);

  /// @param message the gateway's id of the stored message
  /// @param repeated whether it had been taken in before
  record Receipt(long message, boolean repeated) {}
}
