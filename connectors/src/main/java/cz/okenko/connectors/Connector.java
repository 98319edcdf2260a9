package cz.okenko.connectors;

import io.helidon.webserver.http.HttpRules;
import java.io.IOException;

/// A channel: one folder of this module, one object at run time. Methods are called from any
/// thread.
public interface Connector extends AutoCloseable {

  /// The channel's name, the same as in every [Address] of it.
  String channel();

  /// Adds the channel's own HTTP routes, if it has any.
  default void routes(HttpRules rules) {}

  /// Hands a message to the platform. It must give up within a minute: as long as it hangs,
  /// nothing else reaches the address.
  ///
  /// @throws IOException when the platform could not be reached; the courier tries again later
  Delivery deliver(OutboundMessage message) throws IOException;

  /// Says that there is news in a conversation of this channel (a line of the office, a claim, a place
  /// in the queue). For channels that show the transcript; the others ignore it.
  default void changed(Address address) {}

  /// Ends all work promptly, open streams included.
  @Override
  void close();
}
