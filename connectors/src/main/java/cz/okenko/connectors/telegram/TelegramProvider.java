package cz.okenko.connectors.telegram;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider;
import java.util.Optional;

/// Makes the Telegram channel when the settings have a section `channels.telegram`.
public final class TelegramProvider implements ConnectorProvider {

  @Override
  public String channel() {
    return TelegramConnector.CHANNEL;
  }

  @Override
  public Optional<Connector> make(ChannelSettings settings, Surroundings surroundings) {
    return settings.present()
        ? TelegramSettings.read(settings)
            .map(read -> new TelegramConnector(read, surroundings, Tempo.USUAL))
        : Optional.empty();
  }
}
