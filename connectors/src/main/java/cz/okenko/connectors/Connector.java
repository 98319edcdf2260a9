package cz.okenko.connectors;

import io.helidon.webserver.http.HttpRules;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/// A channel: one folder of this module, one object at run time. Methods are called from any
/// thread.
public interface Connector extends AutoCloseable {

  /// The channel's name, the same as in every [Address] of it.
  String channel();

  /// Adds the channel's own HTTP routes, if it has any.
  default void routes(HttpRules rules) {}

  /// Begins to work by itself, for channels that ask their platform for news. Called once, after what
  /// an earlier process left was taken up. Returns at once and never fails because the platform
  /// cannot be reached.
  default void start() {}

  /// Hands a message to the platform. It must give up within a minute: as long as it hangs,
  /// nothing else reaches the address.
  ///
  /// @throws IOException when the platform could not be reached; the courier tries again later
  Delivery deliver(OutboundMessage message) throws IOException;

  /// How long after taking a message the platform tells that it did, by an event that confirms it.
  /// What was under way when the process died is not sent again sooner. Zero when it never tells.
  default Duration confirmsWithin() {
    return Duration.ZERO;
  }

  /// Opens what a citizen sent along. The caller closes it, reads no more than it allows, and tries
  /// again later after an IOException.
  ///
  /// @throws FileNotFoundException when the platform does not have it any more
  default InputStream fetch(Attachment attachment) throws IOException {
    throw new FileNotFoundException("this channel carries no files");
  }

  /// Whether files of the office can be sent along. A message with files is only handed to a channel that
  /// says so.
  default boolean encloses() {
    return false;
  }

  /// How long the platform lets the office write after the citizen's last message.
  default Window window() {
    return Window.UNLIMITED;
  }

  /// How many characters (UTF-16 units) one message may have; a longer text goes as several.
  default int longest() {
    return Integer.MAX_VALUE;
  }

  /// A web address under which a citizen opens the channel with a code of [Codes] written already;
  /// empty when the channel has none.
  default Optional<URI> entrance(String code) {
    return Optional.empty();
  }

  /// Whether the office may speak first here, to whom a citizen named.
  default boolean begins() {
    return false;
  }

  /// An address under which whoever is reached by `contact` is spoken to, and what they answer comes back;
  /// empty when that is no contact of this channel. On disk when this returns; nothing is sent yet.
  ///
  /// @param subject what it is about, in one line
  default Optional<Address> begin(String contact, String subject) {
    return Optional.empty();
  }

  /// Sends a letter to whom a citizen named; nothing of it is remembered, and no answer to it is awaited. Only
  /// asked of a channel that [#begins]. It must give up within a minute.
  ///
  /// @throws IOException when the platform could not be reached; it may have taken the letter
  default Delivery post(Letter letter) throws IOException {
    return new Delivery.Refused(Delivery.Reason.NOT_ALLOWED);
  }

  /// Whether whoever is reached at an address of this channel reads what goes to the contact.
  default boolean reads(Address address, String contact) {
    return false;
  }

  /// How the channel is now.
  default Health health() {
    return Health.WELL;
  }

  /// Says that there is news in a conversation of this channel (a line of the office, a claim, a place
  /// in the queue). For channels that show the transcript; the others ignore it.
  default void changed(Address address) {}

  /// Forgets for good what the channel itself keeps of an address: what came as it came, names, threads. It may
  /// be called again for what is forgotten already.
  ///
  /// @param externalIds the channel's ids of the messages that came from there
  /// @throws IOException when something could not be removed; it is asked again later
  default void forget(Address address, Collection<String> externalIds) throws IOException {}

  /// Ends all work promptly, open streams included.
  @Override
  void close();
}
