package cz.okenko.gateway.web;

import cz.okenko.connectors.http.Problem;
import cz.okenko.connectors.http.ProblemException;
import cz.okenko.gateway.store.StoreException;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong in a request into `application/problem+json`; nobody outside ever sees
/// a stack trace, and the log sees the route but neither body nor query.
public final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  public static void handle(HttpRouting.Builder routing) {
    routing
        .error(ProblemException.class, (request, response, e) -> e.problem().send(response))
        .error(HttpException.class, (request, response, e) -> http(response, e))
        .error(StoreException.class, Faults::store)
        .error(Exception.class, Faults::unexpected);
  }

  /// The same for a request that reaches no route: one that is not HTTP or too long.
  static DirectHandlers beforeRouting() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, Faults::refuse);
    }
    return handlers.build();
  }

  private static TransportResponse refuse(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .keepAlive(type.keepAlive())
        .entity(problem(status).json())
        .build();
  }

  private static Problem problem(Status status) {
    return switch (status.code()) {
      case 404 -> Problem.notFound();
      case 413 -> Problem.tooLarge("The body is too large.");
      default -> new Problem(status.code(), status.reasonPhrase(), "");
    };
  }

  private static void http(ServerResponse response, HttpException e) {
    problem(e.status()).send(response);
  }

  private static void store(ServerRequest request, ServerResponse response, StoreException e) {
    LOG.error("the database did not take or give data", e);
    new Problem(503, "The service cannot store anything now.", "Nothing was stored. Try again.")
        .send(response);
  }

  private static void unexpected(ServerRequest request, ServerResponse response, Exception e) {
    LOG.error("a request to {} failed", request.prologue().method(), e);
    new Problem(500, "Something broke on our side.", "Try again; it has been noted.")
        .send(response);
  }
}
