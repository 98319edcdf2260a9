package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Accounts clerks have elsewhere in the office and may sign in with.
public sealed interface OutsideAccounts {

  /// None; everybody has a password here.
  record None() implements OutsideAccounts {}

  /// A service that speaks OpenID Connect.
  ///
  /// @param label of the button on the sign-in page
  /// @param roleClaim where the service tells groups or roles; dots lead into objects
  /// @param roles which of them makes somebody what here
  /// @param agendasClaim where it tells agendas; empty when it does not
  record Oidc(
      URI issuer,
      String clientId,
      String secret,
      String label,
      String roleClaim,
      Map<String, Role> roles,
      String agendasClaim)
      implements OutsideAccounts {
    public Oidc {
      roles = Map.copyOf(roles);
    }

    @Override
    public String toString() {
      return "Oidc[" + issuer + ", secret hidden]";
    }
  }

  static OutsideAccounts read(Section access, Path file) {
    if (!access.has("oidc")) {
      return new None();
    }
    Section section = access.section("oidc");
    section.text("issuer");
    URI issuer = section.value("issuer", URI.create("https://localhost"), OutsideAccounts::issuer);
    var roles = new HashMap<String, Role>();
    Section map = section.section("roles");
    map.keys().forEach(key -> roles.put(key, map.value(key, Role.CLERK, Values::role)));
    if (roles.isEmpty()) {
      section.fault("roles", "is missing: which group makes somebody what");
    }
    return new Oidc(
        issuer,
        section.text("client-id"),
        secret(section, file),
        section.text("label", "Účet úřadu"),
        section.text("role-claim", "groups"),
        roles,
        section.text("agendas-claim", ""));
  }

  /// A secret may only go over an encrypted line, or stay on this machine.
  private static URI issuer(String text) {
    URI issuer = Values.page(text);
    boolean here = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
    if (!"https".equals(issuer.getScheme()) && !here) {
      throw new IllegalArgumentException("must begin with https://");
    }
    return issuer;
  }

  private static String secret(Section section, Path file) {
    String name = section.text("client-secret-file");
    try {
      String secret = name.isEmpty() ? "" : Files.readString(file.resolveSibling(name)).strip();
      if (secret.isEmpty() && !name.isEmpty()) {
        section.fault("client-secret-file", "is an empty file");
      }
      return secret;
    } catch (IOException unreadable) {
      section.fault("client-secret-file", "cannot be read");
      return "";
    }
  }
}
