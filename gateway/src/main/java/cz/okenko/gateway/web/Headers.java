package cz.okenko.gateway.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Headers every answer carries: a page of ours loads nothing from elsewhere, is framed by nobody
/// and turns no text into script.
public final class Headers implements Filter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
          + "form-action 'self'; require-trusted-types-for 'script'";
  private static final HeaderName CONTENT_TYPE_OPTIONS =
      HeaderNames.create("X-Content-Type-Options");
  private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    response.header(SECURITY_POLICY, POLICY);
    response.header(CONTENT_TYPE_OPTIONS, "nosniff");
    response.header(REFERRER_POLICY, "no-referrer");
    chain.proceed();
  }
}
