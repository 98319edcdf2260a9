package cz.okenko.gateway.settings;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/// Where the server listens, and the address citizens know it by (without a slash at the end).
///
/// @param trustedProxies whose word on where a request comes from is taken
public record ServerSettings(
    String host, int port, URI publicUrl, List<InetAddress> trustedProxies) {

  public ServerSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  static ServerSettings read(Section section, int port) {
    String host = section.text("host", "localhost");
    URI usual = URI.create("http://localhost:" + port);
    return new ServerSettings(
        host,
        port,
        section.value("public-url", usual, Values::origin),
        section.values("trusted-proxies", Values::address));
  }
}
