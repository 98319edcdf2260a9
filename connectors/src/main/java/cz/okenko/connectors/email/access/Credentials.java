package cz.okenko.connectors.email.access;

import java.net.URI;

/// What opens the mailbox. Never prints what is secret.
public sealed interface Credentials {

  String user();

  /// A password, or none on a server that asks for none (then empty).
  record Password(String user, String password) implements Credentials {
    @Override
    public String toString() {
      return "password";
    }
  }

  /// OAuth 2 (RFC 6749): with a refresh token as the mailbox's user, without one as the application
  /// itself (client credentials).
  ///
  /// @param clientSecret empty for a public client
  /// @param refreshToken empty for client credentials
  /// @param scope empty when the provider needs none
  record OAuth(
      String user,
      URI tokenUrl,
      String clientId,
      String clientSecret,
      String refreshToken,
      String scope)
      implements Credentials {
    @Override
    public String toString() {
      return "OAuth 2";
    }
  }
}
