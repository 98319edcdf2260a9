package cz.okenko.connectors;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Makes the connector of one channel. Named in `META-INF/services`, so that a new channel is one
/// folder and one line; it needs a constructor without parameters.
public interface ConnectorProvider {

  /// The channel's name, which is also its key under `channels` in the settings.
  String channel();

  /// What the settings want of this channel; empty when they do not ask for it. What is wrong in them is
  /// told by [ChannelSettings#fault], all of it at once: nothing is made then, whatever is given here.
  Optional<Plan> read(ChannelSettings settings, House house);

  /// A channel as the settings want it.
  @FunctionalInterface
  interface Plan {
    Connector make(Surroundings surroundings);
  }

  /// What a connector is given to work with.
  ///
  /// @param folder for files only this connector writes; made by it when it needs it
  /// @param sentFiles what the office sent along, for a platform that comes for it
  record Surroundings(
      Inbox inbox,
      Notebook notebook,
      Codes codes,
      InstantSource clock,
      Path folder,
      House house,
      SentFiles sentFiles) {

    /// For a channel whose platform never comes for files.
    public Surroundings(
        Inbox inbox,
        Notebook notebook,
        Codes codes,
        InstantSource clock,
        Path folder,
        House house) {
      this(inbox, notebook, codes, clock, folder, house, SentFiles.NONE);
    }
  }

  /// The office as citizens know it.
  ///
  /// @param publicUrl where citizens reach the gateway, without a slash at the end
  /// @param colour of the brand, `#rrggbb`
  record House(String name, URI publicUrl, String colour, String language) {}
}
