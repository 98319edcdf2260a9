package cz.okenko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.settings.OutsideAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The group `access` of the settings file.
final class AccessSettingsTest {
  @TempDir Path folder;

  @Test
  void accounts_of_the_office_are_read_with_their_secret() throws IOException {
    Files.writeString(folder.resolve("s"), "tajné\n");

    Settings settings =
        settings(
            """
            office: {name: Lipnice}
            access:
              audit-days: 90
              second-factor: [admin]
              oidc:
                {issuer: "https://sso.example/realms/urad", client-id: okenko,
                 client-secret-file: s, roles: {vedouci: supervisor}}
            """);

    assertThat(settings.access().auditKept()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.access().secondFactor()).containsExactly(Role.ADMIN);
    assertThat(settings.access().outside())
        .isEqualTo(
            new OutsideAccounts.Oidc(
                URI.create("https://sso.example/realms/urad"),
                "okenko",
                "tajné",
                "Účet úřadu",
                "groups",
                Map.of("vedouci", Role.SUPERVISOR),
                ""));
    assertThat(settings.toString()).doesNotContain("tajné");
  }

  @Test
  void every_fault_of_accounts_of_the_office_is_told() {
    assertThatThrownBy(
            () ->
                settings(
                    """
                    office: {name: Lipnice}
                    access:
                      audit-days: 1
                      second-factor: [boss]
                      oidc:
                        issuer: http://sso.example
                        client-secret-file: nowhere
                        roles: {vedouci: boss}
                        colour: red
                    """))
        .hasMessageContaining("audit-days")
        .hasMessageContaining("second-factor “boss”")
        .hasMessageContaining("must begin with https://")
        .hasMessageContaining("access.oidc.client-id is missing")
        .hasMessageContaining("client-secret-file cannot be read")
        .hasMessageContaining("roles.vedouci “boss”")
        .hasMessageContaining("colour is not a known key");
  }

  private Settings settings(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("okenko.yaml"), text);
    return Settings.load(
        Map.of("OKENKO_CONFIG", file.toString()),
        InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z")));
  }
}
