package cz.okenko.connectors.email.access;

/// Where a mail server listens.
public record Server(String host, int port, Tls tls) {

  /// How the connection is protected.
  public enum Tls {
    /// From the first byte.
    IMPLICIT,
    /// By STARTTLS, and not without.
    STARTTLS,
    /// Not at all; only for a server on this machine.
    NONE
  }
}
