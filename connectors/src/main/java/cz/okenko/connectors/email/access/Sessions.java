package cz.okenko.connectors.email.access;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/// Settings of the mail library, the same everywhere.
public final class Sessions {
  private static final Duration CONNECTING = Duration.ofSeconds(15);

  /// How long a server may be silent in the middle of a command.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private Sessions() {}

  /// @param protocol `imap` or `smtp`
  /// @param token whether the account is opened by a token
  public static Session of(String protocol, Server server, boolean token, Sockets sockets) {
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.put(prefix + "socketFactory", sockets);
    properties.setProperty(prefix + "socketFactory.fallback", "false");
    properties.setProperty(prefix + "connectiontimeout", CONNECTING.toMillis() + "");
    properties.setProperty(prefix + "timeout", SILENCE.toMillis() + "");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    switch (server.tls()) {
      case IMPLICIT -> properties.setProperty(prefix + "ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", "true");
      }
      case NONE -> {}
    }
    if (token) {
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    properties.setProperty("mail.imap.connectionpoolsize", "1");
    properties.setProperty("mail.imap.finalizecleanclose", "false");
    properties.setProperty("mail.smtp.quitwait", "false");
    return Session.getInstance(properties);
  }
}
