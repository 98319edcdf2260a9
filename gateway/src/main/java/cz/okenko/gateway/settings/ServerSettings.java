package cz.okenko.gateway.settings;

import java.net.URI;

/// Where the server listens, and the address citizens know it by (without a slash at the end).
public record ServerSettings(String host, int port, URI publicUrl) {

  static ServerSettings read(Section section, int port) {
    String host = section.text("host", "localhost");
    URI usual = URI.create("http://localhost:" + port);
    return new ServerSettings(host, port, section.value("public-url", usual, Values::origin));
  }
}
