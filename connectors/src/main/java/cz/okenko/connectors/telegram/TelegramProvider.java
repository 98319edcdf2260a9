package cz.okenko.connectors.telegram;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.ConnectorProvider;
import java.util.Optional;

/// Makes the Telegram channel when the settings have a section `channels.telegram`.
public final class TelegramProvider implements ConnectorProvider {

  @Override
  public String channel() {
    return TelegramConnector.CHANNEL;
  }

  @Override
  public Optional<Plan> read(ChannelSettings settings, House house) {
    return settings.present()
        ? TelegramSettings.read(settings, house.publicUrl())
            .map(read -> around -> new TelegramConnector(read, around, Tempo.USUAL))
        : Optional.empty();
  }
}
