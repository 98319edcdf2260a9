package cz.okenko.gateway.browser;

import cz.okenko.gateway.CheapPasswords;
import cz.okenko.gateway.Gateway;
import cz.okenko.gateway.RunningGateway;
import cz.okenko.gateway.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Days on which the demo office is open or closed, and a gateway opened again where another was.
final class House {
  static final InstantSource MONDAY_MORNING =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
  static final InstantSource SATURDAY = InstantSource.fixed(Instant.parse("2026-11-28T09:00:00Z"));

  private House() {}

  /// The gateway of `folder` on the address it had before; it must have been closed.
  static Gateway again(Path folder, URI base, InstantSource clock) {
    Map<String, String> environment =
        Map.of(
            "OKENKO_CONFIG", folder.resolve("okenko.yaml").toString(),
            "OKENKO_DATA_DIR", folder.resolve("data").toString(),
            "OKENKO_PORT", Integer.toString(base.getPort()),
            "OKENKO_ADMIN_PASSWORD", RunningGateway.ADMIN_PASSWORD);
    return Gateway.start(CheapPasswords.in(Settings.load(environment, clock)), clock);
  }
}
