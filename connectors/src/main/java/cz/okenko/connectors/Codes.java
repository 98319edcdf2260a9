package cz.okenko.connectors;

/// One-time codes with which a citizen continues the same matter on another channel.
public interface Codes {

  /// A new code for the open conversation of the address: ten characters of Crockford's base 32,
  /// good once and for a limited time. Whoever writes it to the office on any channel goes on with
  /// that conversation, so it is told to nobody but the citizen at that address.
  String make(Address address);
}
