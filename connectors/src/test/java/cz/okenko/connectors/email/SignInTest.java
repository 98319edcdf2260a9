package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.Credentials;
import cz.okenko.connectors.email.access.NotSignedIn;
import cz.okenko.connectors.email.intake.Rhythm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OAuth 2 against a token endpoint that speaks HTTP, and the settings of it all.
final class SignInTest {
  private final RememberingOffice office = new RememberingOffice();
  private final List<String> asked = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private String answer =
      "{\"access_token\":\"first\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";
  private int status = 200;
  private HttpServer endpoint;

  @BeforeEach
  void open() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    endpoint.start();
  }

  @AfterEach
  void close() {
    endpoint.stop(0);
  }

  private URI tokenUrl() {
    return URI.create("http://localhost:" + endpoint.getAddress().getPort() + "/token");
  }

  private Account account(String refreshToken) {
    var oauth =
        new Credentials.OAuth(
            "dotazy@vzorov.example", tokenUrl(), "id", "s&cret", refreshToken, "a b");
    return new Account(oauth, office.notebook(), () -> now);
  }

  @Test
  void em_16_a_token_is_fetched_once_and_again_shortly_before_it_ends() throws IOException {
    Account account = account("refresh");

    assertThat(account.secret()).isEqualTo("first");
    assertThat(account.secret()).isEqualTo("first");
    assertThat(asked)
        .containsExactly(
            "grant_type=refresh_token&client_id=id&client_secret=s%26cret"
                + "&refresh_token=refresh&scope=a+b");

    now = now.plus(Duration.ofMinutes(59));
    answer = answer.replace("first", "second");
    assertThat(account.secret()).isEqualTo("second");
  }

  @Test
  void em_16_a_new_refresh_token_replaces_the_old_one_for_good() throws IOException {
    answer = "{\"access_token\":\"first\",\"expires_in\":3600,\"refresh_token\":\"newer\"}";
    account("refresh").secret();

    account("refresh").secret();

    assertThat(asked.getLast()).contains("refresh_token=newer");
  }

  @Test
  void em_16_without_a_refresh_token_the_application_signs_in_itself() throws IOException {
    account("").secret();

    assertThat(asked.getLast()).startsWith("grant_type=client_credentials&client_id=id");
  }

  @Test
  void em_16_a_refusal_is_told_from_an_outage_and_from_nonsense() {
    status = 400;
    assertThatThrownBy(() -> account("r").secret()).isInstanceOf(NotSignedIn.class);
    status = 503;
    assertThatThrownBy(() -> account("r").secret())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotSignedIn.class);
    status = 200;
    answer = "<html>";
    assertThatThrownBy(() -> account("r").secret()).isInstanceOf(IOException.class);
  }

  @Test
  void em_16_the_mailbox_is_opened_with_the_token(@TempDir Path folder) {
    try (var mailbox = new OfficeMailbox();
        var provider = new CitizensProvider()) {
      mailbox.changePassword("first");
      Settings settings =
          server(mailbox.port(), provider.port())
              .with("token-url", tokenUrl())
              .with("client-id", "id")
              .with("refresh-token", "refresh");
      var house = new House("Úřad", URI.create("https://vzorov.example"), "#0b5cad", "cs");
      var connector =
          new EmailConnector(
              EmailSettings.read(settings, "Úřad"),
              new Surroundings(
                  office,
                  office.notebook(),
                  a -> "7K3M9QX2AB",
                  InstantSource.fixed(now),
                  folder,
                  house),
              Rhythm.USUAL);
      try (connector) {
        connector.start();

        EmailConnectorTest.await(() -> connector.health().state() == State.CONNECTED);
      }
    }
  }

  private static Settings server(int imap, int smtp) {
    return new Settings()
        .with("address", "dotazy@vzorov.example")
        .with("imap-host", "localhost")
        .with("imap-port", imap)
        .with("imap-tls", "none")
        .with("smtp-host", "localhost")
        .with("smtp-port", smtp)
        .with("smtp-tls", "none");
  }

  @Test
  void settings_that_cannot_be_used_are_told_by_their_key() {
    Settings settings =
        new Settings()
            .with("address", "dotazy@vzorov.example, dalsi@vzorov.example")
            .with("imap-host", "mail server")
            .with("smtp-host", "mail.vzorov.example")
            .with("smtp-tls", "none")
            .with("token-url", "http://login.example/token")
            .with("client-id", "id");

    EmailSettings.read(settings, "Úřad");

    assertThat(settings.faults()).containsExactly("address", "imap-host", "smtp-tls", "token-url");
  }

  @Test
  void settings_that_contradict_each_other_are_faults() {
    Settings both =
        server(993, 587)
            .with("password", "x")
            .with("token-url", "https://login.example/token")
            .with("client-id", "id");
    Settings port = server(993, 587).with("password", "x").with("imap-tls", "starttls");

    EmailSettings.read(both, "Úřad");
    EmailSettings.read(port, "Úřad");

    assertThat(both.faults()).containsExactly("token-url");
    assertThat(port.faults()).containsExactly("imap-tls");
  }

  @Test
  void a_password_is_never_printed() {
    Settings settings = server(993, 587).with("password", "tajné");

    assertThat(EmailSettings.read(settings, "Úřad").toString()).doesNotContain("tajné");
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void without_settings_there_is_no_channel(@TempDir Path folder) {
    var house = new House("Úřad", URI.create("https://vzorov.example"), "#0b5cad", "cs");
    var surroundings =
        new Surroundings(
            office, office.notebook(), a -> "", InstantSource.fixed(now), folder, house);

    assertThat(new EmailProvider().read(new Settings(), house)).isEmpty();
    assertThat(new EmailProvider().read(server(993, 587).with("password", "x"), house))
        .hasValueSatisfying(
            plan -> assertThat(plan.make(surroundings).channel()).isEqualTo("email"));
  }
}
