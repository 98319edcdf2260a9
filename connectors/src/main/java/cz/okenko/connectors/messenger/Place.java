package cz.okenko.connectors.messenger;

import cz.okenko.connectors.Address;

/// Where one person is reached: the same person has another id on every page (FB-22).
///
/// @param page id of the office's page
/// @param person page-scoped id of the citizen
record Place(String page, String person) {

  static Place of(Address address) {
    int colon = address.value().indexOf(':');
    return new Place(address.value().substring(0, colon), address.value().substring(colon + 1));
  }

  Address address() {
    return new Address(MessengerConnector.CHANNEL, page + ":" + person);
  }

  @Override
  public String toString() {
    return "a person on page " + page;
  }
}
