package cz.okenko.connectors.webhook;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.ConnectorProvider;
import cz.okenko.connectors.http.Signatures;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the channel when the settings speak of `channels.webhook`.
public final class WebhookProvider implements ConnectorProvider {
  private static final String OURS =
      "https://\\S+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/\\S*)?";

  @Override
  public String channel() {
    return WebhookConnector.CHANNEL;
  }

  @Override
  public Optional<Plan> read(ChannelSettings settings, House house) {
    if (!settings.flag("on", settings.present())) {
      return Optional.empty();
    }
    String url = settings.text("url", "");
    List<String> secrets = secrets(settings);
    if (!url.matches(OURS)) {
      settings.fault("url", "must be the https address that takes what the office says");
      return Optional.empty();
    }
    return secrets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            around -> new WebhookConnector(around, new Signatures(secrets), URI.create(url)));
  }

  /// The secret, and while it is being exchanged also the one before it.
  private static List<String> secrets(ChannelSettings settings) {
    List<String> secrets =
        Stream.of(settings.secret("secret"), settings.secretOrEmpty("secret-before"))
            .filter(secret -> !secret.isEmpty())
            .toList();
    if (!secrets.stream().allMatch(Signatures::isSecret)) {
      settings.fault("secret", "must be whsec_ and 24 to 64 bytes in base64");
      return List.of();
    }
    return secrets;
  }
}
