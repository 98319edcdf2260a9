package cz.okenko.connectors;

/// Where one citizen is reached on one channel.
///
/// @param channel the connector's name, for example `webchat`
/// @param value what the channel calls the place; opaque to everyone else, never logged
public record Address(String channel, String value) {
  public Address {
    if (channel.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException("an address needs a channel and a value");
    }
  }

  /// The channel alone: addresses are personal data and must not reach a log by accident.
  @Override
  public String toString() {
    return channel + ":…";
  }
}
