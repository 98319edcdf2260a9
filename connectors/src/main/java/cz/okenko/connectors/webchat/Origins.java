package cz.okenko.connectors.webchat;

import cz.okenko.connectors.http.Problem;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lets only listed origins talk to the chat from a browser. An origin is compared whole; a request
/// of a browser that hides its origin and comes from another site is refused. Programs send no
/// origin and are told apart by their token alone.
final class Origins implements Filter {
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private final Set<String> allowed;
  private final List<String> paths;

  /// @param paths path prefixes this filter looks after
  Origins(List<URI> allowed, List<String> paths) {
    this.allowed = allowed.stream().map(URI::toString).collect(Collectors.toUnmodifiableSet());
    this.paths = List.copyOf(paths);
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    String path = request.path().path();
    if (paths.stream().noneMatch(path::startsWith)) {
      chain.proceed();
      return;
    }
    Optional<String> origin = request.headers().value(HeaderNames.ORIGIN);
    String site = request.headers().value(FETCH_SITE).orElse("none");
    if (origin.isPresent() && !allowed.contains(origin.get())) {
      refuse(response);
    } else if (origin.isEmpty() && site.equals("cross-site")) {
      refuse(response);
    } else {
      origin.ifPresent(value -> allow(value, response));
      if (request.prologue().method().equals(Method.OPTIONS)) {
        response.status(Status.NO_CONTENT_204).send();
      } else {
        chain.proceed();
      }
    }
  }

  private static void refuse(RoutingResponse response) {
    Problem.forbidden("This website is not on the office's list.").send(response);
  }

  private static void allow(String origin, RoutingResponse response) {
    response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    response.header(HeaderNames.VARY, "Origin");
    response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
    response.header(
        HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Last-Event-ID");
    response.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
    response.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
  }
}
