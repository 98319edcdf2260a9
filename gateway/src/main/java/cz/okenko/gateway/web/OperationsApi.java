package cz.okenko.gateway.web;

import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.store.Store;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What an operator's tools ask: is it alive, is it ready, how much of what, and which routes are
/// there.
public final class OperationsApi implements HttpService {
  private final Store store;
  private final PrometheusMeterRegistry metrics;
  private final Supplier<List<ChannelHealth>> channels;
  private final byte[] description;

  public OperationsApi(
      Store store, PrometheusMeterRegistry metrics, Supplier<List<ChannelHealth>> channels) {
    this.channels = channels;
    this.store = store;
    this.metrics = metrics;
    this.description = resource("/openapi.json");
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/health/live", (request, response) -> Json.send(response, Map.of("status", "up")))
        .get("/health/ready", this::ready)
        .get("/metrics", this::metrics)
        .get("/openapi.json", this::describe);
  }

  /// Ready means that the database takes and gives. A channel that fails is told and changes
  /// nothing: the others work.
  private void ready(ServerRequest request, ServerResponse response) {
    if (store.ready()) {
      List<Map<String, Object>> all =
          channels.get().stream().map(OperationsApi::channel).toList();
      Json.send(response, Map.of("status", "up", "channels", all));
    } else {
      response.status(Status.SERVICE_UNAVAILABLE_503);
      Json.send(response, Map.of("status", "down", "database", "does not take or give data"));
    }
  }

  private static Map<String, Object> channel(ChannelHealth health) {
    var json = new LinkedHashMap<String, Object>();
    json.put("channel", health.channel());
    json.put("state", health.state());
    if (!health.trouble().isEmpty()) {
      json.put("trouble", health.trouble());
      json.put("text", health.text());
    }
    json.put("lagSeconds", health.lag().toSeconds());
    return json;
  }

  private void metrics(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    response.send(metrics.scrape());
  }

  private void describe(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.send(description);
  }

  private static byte[] resource(String name) {
    try (InputStream in = OperationsApi.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
