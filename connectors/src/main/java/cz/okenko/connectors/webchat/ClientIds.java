package cz.okenko.connectors.webchat;

import cz.okenko.connectors.Address;

/// A browser's own id of a message counts within its conversation only, so the address is part of
/// the id the inbox sees.
final class ClientIds {
  private ClientIds() {}

  static String external(Address address, String clientId) {
    return address.value() + " " + clientId;
  }

  static String ofExternal(String externalId) {
    return externalId.substring(externalId.indexOf(' ') + 1);
  }
}
