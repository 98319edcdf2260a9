package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Role;
import java.util.List;

/// Somebody the office's sign-in service vouches for.
///
/// @param subject what the service calls the account, for ever
/// @param agendas empty when the service does not tell them
record OutsidePerson(
    String issuer, String subject, String signIn, String name, Role role, List<String> agendas) {
  OutsidePerson {
    agendas = List.copyOf(agendas);
  }

  @Override
  public String toString() {
    return "OutsidePerson[" + role + "]";
  }
}
