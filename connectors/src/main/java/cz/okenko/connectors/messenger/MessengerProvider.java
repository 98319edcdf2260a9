package cz.okenko.connectors.messenger;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.ConnectorProvider;
import java.util.Optional;

/// Makes the Messenger channel when the settings speak of `channels.messenger`.
public final class MessengerProvider implements ConnectorProvider {

  @Override
  public String channel() {
    return MessengerConnector.CHANNEL;
  }

  @Override
  public Optional<Plan> read(ChannelSettings settings, House house) {
    if (!settings.flag("on", settings.present())) {
      return Optional.empty();
    }
    MessengerSettings read = MessengerSettings.read(settings);
    return read.appSecret().isEmpty()
        ? Optional.empty()
        : Optional.of(around -> new MessengerConnector(read, around));
  }
}
