package cz.okenko.gateway.handoff;

import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Problem;
import cz.okenko.gateway.access.Clerk;
import cz.okenko.gateway.access.ConsoleGuard;
import cz.okenko.gateway.handoff.OfferRows.Offered;
import cz.okenko.gateway.store.Store;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is offered to the clerk who asks, and letting it go; to be registered under `/api/console`.
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
    rules.get("/offers", this::offers).post("/offers/{id}/pass", this::pass);
  }

  private void offers(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.reading(request);
    List<Map<String, Object>> items =
        offers.to(clerk.id()).stream().flatMap(offered -> item(offered).stream()).toList();
    Json.send(response, Map.of("items", items));
  }

  private Optional<Map<String, Object>> item(Offered offered) {
    return store
        .read(handle -> ConsoleRows.one(handle, offered.conversation()))
        .map(
            item -> {
              Map<String, Object> shown = json.item(item);
              if (offered.meant()) {
                shown.putAll(
                    store.read(handle -> Circumstances.handedOn(handle, offered.conversation())));
              }
              shown.put("secondsLeft", Math.max(1, offers.left(offered).plusMillis(999).toSeconds()));
              return shown;
            });
  }

  private void pass(ServerRequest request, ServerResponse response) {
    Clerk clerk = guard.changing(request);
    if (!offers.pass(ConsoleRequest.id(request.path().pathParameters().get("id")), clerk)) {
      throw Problem.notFound().asException();
    }
    response.status(Status.NO_CONTENT_204).send();
  }
}
