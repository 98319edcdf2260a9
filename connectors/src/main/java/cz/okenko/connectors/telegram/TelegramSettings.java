package cz.okenko.connectors.telegram;

import cz.okenko.connectors.ChannelSettings;
import java.net.URI;
import java.util.Optional;

/// What the settings say of Telegram.
///
/// @param webhook whether Telegram comes to us; else we ask it
/// @param secret what Telegram shows when it comes to us, empty when it never does; never printed
/// @param api where Telegram is reached, without a slash at the end
record TelegramSettings(Token token, boolean webhook, String secret, URI api) {
  private static final String OFFICIAL = "https://api.telegram.org";

  /// Reads the section; empty when something in it cannot be used, which is told as a fault.
  ///
  /// @param publicUrl where Telegram would have to come
  static Optional<TelegramSettings> read(ChannelSettings settings, URI publicUrl) {
    String mode = settings.text("mode", "polling");
    boolean webhook = mode.equals("webhook");
    if (!webhook && !mode.equals("polling")) {
      settings.fault("mode", "must be polling or webhook");
    }
    boolean reachable = "https".equals(publicUrl.getScheme());
    if (webhook && !reachable && settings.text("api-url", OFFICIAL).equals(OFFICIAL)) {
      settings.fault(
          "mode",
          "cannot be webhook while server.public-url does not begin with https://;"
              + " mend that address, or let it be polling");
    }
    String token = settings.secret("token");
    boolean signedIn = Token.isOne(token);
    if (!token.isEmpty() && !signedIn) {
      settings.fault("token", "must be a bot's token as BotFather gives it, like 123456789:AAH…");
    }
    String secret =
        webhook ? settings.secret("webhook-secret") : settings.secretOrEmpty("webhook-secret");
    boolean secretFits = secret.matches("[A-Za-z0-9_-]{1,256}");
    if (!secret.isEmpty() && !secretFits) {
      settings.fault("webhook-secret", "must be 1 to 256 of A-Z, a-z, 0-9, _ and -");
    }
    Optional<URI> api = api(settings);
    boolean usable =
        signedIn
            && (webhook || mode.equals("polling"))
            && (secretFits || (!webhook && secret.isEmpty()));
    return usable
        ? api.map(at -> new TelegramSettings(new Token(token), webhook, secret, at))
        : Optional.empty();
  }

  private static Optional<URI> api(ChannelSettings settings) {
    String text = settings.text("api-url", OFFICIAL);
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      String scheme = uri.getScheme();
      if (uri.getHost() != null && ("https".equals(scheme) || "http".equals(scheme))) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // told below, like an address of another kind
    }
    settings.fault("api-url", "must be an address that begins with https:// or http://");
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "telegram by " + (webhook ? "webhook" : "polling");
  }
}
