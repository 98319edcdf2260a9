package cz.okenko.connectors.email;

import cz.okenko.connectors.ChannelSettings;
import cz.okenko.connectors.email.access.Credentials;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.access.Server.Tls;
import cz.okenko.connectors.email.reading.Party;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// What the settings file says of the mailbox.
///
/// @param address of the mailbox, in lower case
/// @param name citizens see as the sender
/// @param folder that is read
/// @param answering whether the bot may answer; else everything waits for a clerk
/// @param plusAddressing whether the mail server delivers `name+anything@…` into the mailbox
/// @param authservId what our own mail server calls itself in Authentication-Results; may be empty
public record EmailSettings(
    String address,
    String name,
    Server imap,
    Server smtp,
    Credentials credentials,
    String folder,
    boolean answering,
    boolean plusAddressing,
    String authservId) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

  /// Reads them; what cannot be used becomes a fault.
  ///
  /// @param officeName the sender's name when the settings tell none
  static EmailSettings read(ChannelSettings settings, String officeName) {
    String address = settings.text("address", "").strip().toLowerCase(Locale.ROOT);
    if (!new Party("", address).reachable()) {
      settings.fault("address", "must be the address of the mailbox, like dotazy@vzorov.cz");
    }
    return new EmailSettings(
        address,
        settings.text("name", officeName),
        server(settings, "imap", 993),
        server(settings, "smtp", 587),
        credentials(settings, address),
        settings.text("folder", "INBOX"),
        settings.flag("answering", true),
        settings.flag("plus-addressing", false),
        settings.text("authserv-id", "").strip().toLowerCase(Locale.ROOT));
  }

  private static Server server(ChannelSettings settings, String protocol, int usual) {
    String host = settings.text(protocol + "-host", "").strip();
    if (!host.matches("[A-Za-z0-9.:-]{1,253}")) {
      settings.fault(protocol + "-host", "must be the name of the mail server, like " + protocol + ".vzorov.cz");
    }
    int port = settings.number(protocol + "-port", usual, 1, 65_535);
    boolean implicit = port == 993 || port == 465;
    String key = protocol + "-tls";
    Tls tls =
        switch (settings.text(key, implicit ? "implicit" : "starttls")) {
          case "implicit" -> Tls.IMPLICIT;
          case "starttls" -> Tls.STARTTLS;
          case "none" -> Tls.NONE;
          default -> {
            settings.fault(key, "must be implicit, starttls or none");
            yield Tls.IMPLICIT;
          }
        };
    if (tls == Tls.NONE && !HERE.contains(host)) {
      settings.fault(key, "may be none only for a server on this machine (localhost)");
    }
    if (tls == Tls.STARTTLS && implicit) {
      settings.fault(key, "cannot be starttls on port " + port + "; leave it out, or the port");
    }
    return new Server(host, port, tls);
  }

  private static Credentials credentials(ChannelSettings settings, String address) {
    String user = settings.text("user", address);
    String tokenUrl = settings.text("token-url", "");
    if (tokenUrl.isEmpty()) {
      return new Credentials.Password(user, settings.secret("password"));
    }
    if (!settings.secretOrEmpty("password").isEmpty()) {
      settings.fault("token-url", "and a password are there; the mailbox is opened by one of them");
    }
    String clientId = settings.text("client-id", "");
    return new Credentials.OAuth(
        user,
        tokenUrl(settings, tokenUrl),
        clientId.isEmpty() ? settings.secret("client-id") : clientId,
        settings.secretOrEmpty("client-secret"),
        settings.secretOrEmpty("refresh-token"),
        settings.text("scope", ""));
  }

  private static URI tokenUrl(ChannelSettings settings, String text) {
    try {
      URI url = URI.create(text);
      String host = url.getHost();
      boolean here = "http".equals(url.getScheme()) && host != null && HERE.contains(host);
      if (here || ("https".equals(url.getScheme()) && host != null)) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // told below like every other address that cannot be used
    }
    settings.fault("token-url", "must be the https:// address of the token endpoint");
    return URI.create("https://localhost/");
  }
}
