package cz.okenko.gateway.web;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Times every request and, at level debug, logs it: by the pattern of its route, since the address
/// itself may hold what nobody should read in a log.
final class RequestLog implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  private final MeterRegistry registry;

  RequestLog(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long start = System.nanoTime();
    response.whenSent(() -> sent(request, response, Duration.ofNanos(System.nanoTime() - start)));
    chain.proceed();
  }

  private void sent(RoutingRequest request, RoutingResponse response, Duration took) {
    String route = request.matchingPattern().orElse("none");
    int status = response.status().code();
    registry
        .timer("okenko.http.requests", "route", route, "status", Integer.toString(status))
        .record(took);
    LOG.debug("{} {} {} {} ms", request.prologue().method(), route, status, took.toMillis());
  }
}
