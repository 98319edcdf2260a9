package cz.okenko.gateway.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A town's own website on another origin, whose policy allows the chat's script and nothing more.
final class TownPage implements AutoCloseable {
  private final HttpServer server;

  TownPage() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.start();
  }

  URI origin() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /// Puts the chat of the gateway at `base` on the page.
  void embeds(URI base) {
    String policy =
        ("default-src 'none'; img-src data:; script-src %s; connect-src %s; "
            + "require-trusted-types-for 'script'")
            .formatted(base, base);
    byte[] page =
        """
        <!doctype html>
        <html lang="cs">
          <head><meta charset="utf-8"><title>Město</title><link rel="icon" href="data:,"></head>
          <body><main><h1>Dobrý den</h1></main>
          <script src="%s/widget/okenko.js" async></script></body>
        </html>
        """
            .formatted(base)
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.getResponseHeaders().add("Content-Security-Policy", policy);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
