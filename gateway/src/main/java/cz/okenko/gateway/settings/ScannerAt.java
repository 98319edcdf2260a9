package cz.okenko.gateway.settings;

import java.nio.file.Path;

/// Which scanner looks into the files that citizens send.
public sealed interface ScannerAt {

  /// None; files are marked so.
  record Nowhere() implements ScannerAt {}

  /// A `clamd` that listens on the network.
  record Host(String name, int port) implements ScannerAt {}

  /// A `clamd` that listens on a socket of this machine.
  record Socket(Path path) implements ScannerAt {}

  /// Reads `127.0.0.1:3310`, `[::1]:3310` or `/run/clamav/clamd.ctl`.
  static ScannerAt of(String text) {
    if (text.startsWith("/")) {
      return new Socket(Path.of(text));
    }
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 1 || !port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException(
          "is neither host and port, such as “127.0.0.1:3310”, nor the path of a socket");
    }
    return new Host(text.substring(0, colon).replaceAll("[\\[\\]]", ""), Integer.parseInt(port));
  }
}
