package cz.okenko.connectors.email;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.ConnectorProvider;
import cz.okenko.connectors.email.intake.Rhythm;
import java.util.Optional;

/// Makes the e-mail channel, as `channels.email` in the settings wants it.
public final class EmailProvider implements ConnectorProvider {
  @Override
  public String channel() {
    return EmailConnector.CHANNEL;
  }

  @Override
  public Optional<Plan> read(ChannelSettings settings, House house) {
    if (!settings.present()) {
      return Optional.empty();
    }
    EmailSettings own = EmailSettings.read(settings, house.name());
    return Optional.of(around -> new EmailConnector(own, around, Rhythm.USUAL));
  }
}
