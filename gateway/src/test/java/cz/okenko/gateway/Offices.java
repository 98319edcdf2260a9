package cz.okenko.gateway;

import cz.okenko.gateway.directory.Office;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Small offices for tests.
public final class Offices {
  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

  private Offices() {}

  /// Two agendas; open on weekdays from 8 to 17.
  public static Office lipnice(Path folder) {
    try {
      Path file =
          Files.writeString(
              folder.resolve("lipnice.yaml"),
              """
              office:
                name: Lipnice
                hours:
                  monday: ["08:00-17:00"]
                  tuesday: ["08:00-17:00"]
                  wednesday: ["08:00-17:00"]
                  thursday: ["08:00-17:00"]
                  friday: ["08:00-17:00"]
                agendas:
                  - {id: doklady, name: Doklady}
                  - {id: matrika, name: Matrika}
                  - {id: kontakt-urad, name: Podatelna}
              """);
      return Settings.load(Map.of("OKENKO_CONFIG", file.toString()), TODAY).office();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
