package cz.okenko.gateway.web;

import cz.okenko.gateway.directory.Brand;
import cz.okenko.gateway.settings.ServerSettings;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http1.Http1Config;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Consumer;

/// The HTTP server with limits on everything: what Helidon leaves unlimited is set here. TLS,
/// HTTP/2 and the deadline for slow headers belong to the proxy in front.
public final class Server implements AutoCloseable {
  private static final int MAX_BODY = 1024 * 1024;

  /// A question of 4,000 characters, each written as up to nine in an address.
  private static final int MAX_ADDRESS = 40 * 1024;

  private static final int MAX_CONNECTIONS = 20_000;
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final WebServer server;

  private Server(WebServer server) {
    this.server = server;
  }

  /// What the server will answer. Requests pass the filters in the order they were added.
  public static final class Plan {
    private final ServerSettings settings;
    private final Brand brand;
    private final HttpRouting.Builder routing = HttpRouting.builder();

    public Plan(ServerSettings settings, Brand brand, MeterRegistry metrics) {
      this.settings = settings;
      this.brand = brand;
      routing.addFilter(new RequestLog(metrics));
      routing.addFilter(new Headers());
      Faults.handle(routing);
    }

    /// What channels answer, behind the filter that knows who may embed the web chat.
    public Plan channels(Filter origins, Consumer<HttpRules> routes) {
      routing.addFilter(origins);
      routes.accept(routing);
      return this;
    }

    public Plan service(String path, HttpService service) {
      routing.register(path, service);
      return this;
    }

    /// The server, not listening yet.
    public Server build() {
      routing.any(new AssetsApi(Assets.load(logo(brand))));
      return new Server(
          WebServer.builder()
              .address(address(settings.host()))
              .port(settings.port())
              .maxPayloadSize(MAX_BODY)
              .addProtocol(Http1Config.builder().maxPrologueLength(MAX_ADDRESS).build())
              .directHandlers(Faults.beforeRouting())
              .maxTcpConnections(MAX_CONNECTIONS)
              // Else the end of a longer answer waits up to 40 ms for the client to confirm its beginning.
              .connectionOptions(options -> options.tcpNoDelay(true))
              .idleConnectionTimeout(IDLE)
              .shutdownGracePeriod(GRACE)
              .shutdownHook(false)
              .addRouting(routing)
              .build());
    }
  }

  /// Listens from now on.
  public void start() {
    server.start();
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("server.host: there is no host " + host, e);
    }
  }

  private static byte[] logo(Brand brand) {
    try {
      return switch (brand.logo()) {
        case Brand.Logo.File file -> Files.readAllBytes(file.path());
        case Brand.Logo.Shipped _ -> shippedLogo();
      };
    } catch (IOException e) {
      throw new UncheckedIOException("the office's logo cannot be read", e);
    }
  }

  private static byte[] shippedLogo() throws IOException {
    try (InputStream in = Server.class.getResourceAsStream("/brand/logo.svg")) {
      if (in == null) {
        throw new IllegalStateException("/brand/logo.svg is not in the jar");
      }
      return in.readAllBytes();
    }
  }
}
