package cz.okenko.gateway.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Serves the [Assets]; whatever it does not have is left to the next handler.
public final class AssetsApi implements Handler {
  private final Assets assets;

  public AssetsApi(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    String path = request.path().path();
    if (path.equals("/console")) {
      response.header(HeaderNames.LOCATION, "/console/");
      response.status(Status.MOVED_PERMANENTLY_301).send();
      return;
    }
    Method method = request.prologue().method();
    if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
      response.next();
      return;
    }
    assets.at(path).ifPresentOrElse(asset -> send(asset, request, response), response::next);
  }

  private static void send(Assets.Asset asset, ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.ETAG, asset.tag);
    response.header(
        HeaderNames.CACHE_CONTROL,
        asset.fixed ? "public, max-age=31536000, immutable" : "public, no-cache");
    response.header(HeaderNames.VARY, "Accept-Encoding");
    response.header("Cross-Origin-Resource-Policy", "cross-origin");
    if (request.path().path().startsWith("/widget/")) {
      // The script on a town's page fetches its other languages from here.
      response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    if (request.headers().value(HeaderNames.IF_NONE_MATCH).filter(asset.tag::equals).isPresent()) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, asset.type);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.contentLength(asset.bytes.length);
      response.send();
      return;
    }
    String takes = request.headers().value(HeaderNames.ACCEPT_ENCODING).orElse("");
    if (asset.gzip.length > 0 && takes.contains("gzip")) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
      response.send(asset.gzip);
    } else {
      response.send(asset.bytes);
    }
  }
}
