package cz.okenko.gateway.access;

import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.settings.OutsideAccounts;
import cz.okenko.gateway.settings.OutsideAccounts.Oidc;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The office's sign-in service, when there is one, and what is asked of it.
public final class Outside {
  private static final String BACK = "/api/console/oidc/back";

  private final OutsideAccounts accounts;

  /// One or none.
  private final List<OidcService> services;

  private final List<String> agendas;
  private final URI home;
  private final Function<ServerRequest, String> address;

  /// @param publicUrl where browsers reach the console
  /// @param address tells where a request comes from
  public Outside(
      OutsideAccounts accounts,
      Office office,
      URI publicUrl,
      Function<ServerRequest, String> address) {
    this.accounts = accounts;
    this.services =
        accounts instanceof Oidc oidc
            ? List.of(new OidcService(oidc, URI.create(publicUrl + BACK)))
            : List.of();
    this.agendas = office.agendas().stream().map(Agenda::id).toList();
    this.home = URI.create(publicUrl + "/console/");
    this.address = address;
  }

  Optional<OidcService> service() {
    return services.stream().findFirst();
  }

  Oidc settings() {
    return switch (accounts) {
      case Oidc oidc -> oidc;
      case OutsideAccounts.None _ -> throw new IllegalStateException("there is no sign-in service");
    };
  }

  List<String> agendas() {
    return agendas;
  }

  URI home() {
    return home;
  }

  Function<ServerRequest, String> address() {
    return address;
  }
}
