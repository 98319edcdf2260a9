package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.handoff.ConsoleRows.Item;
import cz.okenko.gateway.store.Store;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;

/// What is offered to the clerk who asks; to be registered under `/api/console`.
public final class OffersApi implements HttpService {
  private final Store store;
  private final ConsoleGuard guard;
  private final Offers offers;
  private final ConsoleJson json;

  public OffersApi(ConsoleApi.Parts parts, Offers offers, ConsoleJson json) {
    this.store = parts.store();
    this.guard = parts.guard();
    this.offers = offers;
    this.json = json;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/offers", this::offers);
  }

  private void offers(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    List<Item> items =
        offers.to(clerk.id()).stream()
            .flatMap(id -> store.read(handle -> ConsoleRows.one(handle, id)).stream())
            .toList();
    Json.send(response, Map.of("items", items.stream().map(json::item).toList()));
  }
}
