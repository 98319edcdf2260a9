package cz.okenko.gateway.attachment;

import cz.okenko.gateway.settings.ScannerAt;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/// Where citizens' files are, and who looks into them.
public record FileStorage(Cabinet cabinet, Scanner scanner) {

  /// In that folder, which is made when it is needed.
  public static FileStorage in(Path folder, ScannerAt at) {
    Scanner scanner =
        switch (at) {
          case ScannerAt.Nowhere() -> Scanner.none();
          case ScannerAt.Host(String name, int port) ->
              new Clamd(() -> new InetSocketAddress(name, port));
          case ScannerAt.Socket(Path path) -> new Clamd(() -> UnixDomainSocketAddress.of(path));
        };
    return new FileStorage(new Cabinet(folder), scanner);
  }
}
