package cz.okenko.connectors;

import java.util.List;

/// Where connectors put what citizens write and what their platforms tell. Safe for any thread.
public interface Inbox {

  /// Takes a message in. When this returns the message is on disk, and only then may the channel
  /// acknowledge it. A message whose (channel, external id) is known is not stored again.
  ///
  /// @throws RuntimeException when nothing was stored; the channel must not acknowledge
  Receipt accept(InboundMessage message);

  /// Takes in what a platform tells beside messages. On disk when this returns; the same event may be
  /// told any number of times and in any order.
  ///
  /// @throws RuntimeException when nothing was stored; the channel must not acknowledge
  void note(Event event);

  /// The choices under a message of ours, in the order they were offered; empty when there is no
  /// such message or it offered none.
  List<Choice> offered(long message);

  /// @param message the gateway's id of the stored message
  /// @param repeated whether it had been taken in before
  /// @param answered whether its answer was stored in the same moment
  record Receipt(long message, boolean repeated, boolean answered) {
    /// Of a message that is still to be answered, or was long ago.
    public Receipt(long message, boolean repeated) {
      this(message, repeated, false);
    }
  }
}
