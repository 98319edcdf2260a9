package cz.okenko.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorContract;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.Pushed;
import cz.okenko.connectors.Routed;
import cz.okenko.connectors.http.Json;
import cz.okenko.connectors.http.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class WebhookConnectorTest extends ConnectorContract implements Routed, Pushed {
  private static final String SECRET = "whsec_" + "c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzLTE=";
  private static final String BEFORE = "whsec_" + "YmVmb3JlLW9mLXR3ZW50eS1mb3VyLWJ5dGVzLTE=";

  /// Set by [#start], which the contract calls before each test.
  @SuppressWarnings("NullAway.Init")
  private ThirdParty other;

  private volatile Instant now = NOW;

  @Override
  protected Connector start() {
    other = new ThirdParty(SECRET);
    var connector =
        new WebhookConnector(
            new Surroundings(
                office,
                office.notebook(),
                address -> "0123456789",
                () -> now,
                Path.of("unused"),
                new House("Vzorov", other.gateway(), "#0b5cad", "cs"),
                office),
            new Signatures(List.of(SECRET, BEFORE)),
            other.url());
    other.reach(connector);
    return connector;
  }

  @Override
  protected void stop() {
    other.close();
  }

  @Override
  public boolean send(String id, String text) {
    return other.send(id, now, message(Map.of("text", text))) == 204;
  }

  @Override
  protected boolean pick(String id, Choice choice) {
    for (JsonNode offered : other.heard().getLast().path("choices")) {
      if (offered.path("label").asText().equals(choice.label())) {
        String key = offered.path("key").asText();
        return other.send(id, now, message(Map.of("choice", key))) == 204;
      }
    }
    return false;
  }

  @Override
  protected void awaitHeard(String text) {
    assertThat(heard()).contains(text);
  }

  @Override
  public int sendUnauthorised(String id, String text) {
    return other.send(id, now, message(Map.of("text", text)), "v1,AAAA");
  }

  @Override
  public int sendBroken(String body) {
    return other.send("1", now, body);
  }

  /// The other side comes for what it was told of.
  @Override
  protected List<Received> received() {
    return other.heard().stream()
        .flatMap(said -> said.path("files").valueStream())
        .map(
            file ->
                Received.of(
                    file.path("name").asText(),
                    other.fetch(file.path("url").asText(), file.path("id").asText(), now).body()))
        .distinct() // a message said again has the same id
        .toList();
  }

  @Override
  public List<String> heard() {
    return other.heard().stream().map(said -> said.path("text").asText()).toList();
  }

  @Override
  public List<String> offered() {
    return StreamSupport.stream(other.heard().getLast().path("choices").spliterator(), false)
        .map(choice -> choice.path("label").asText())
        .toList();
  }

  @Override
  public int longest() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void slowDown(Duration wait) {
    other.answers(429, wait);
  }

  @Override
  public void block() {
    other.answers(451, Duration.ZERO);
  }

  @Test
  void a_request_older_or_newer_than_five_minutes_is_refused() {
    String body = message(Map.of("text", "Kde přihlásím psa?"));

    assertThat(other.send("1", now.minusSeconds(301), body)).isEqualTo(403);
    assertThat(other.send("1", now.plusSeconds(301), body)).isEqualTo(403);
    assertThat(office.messages()).isEmpty();
    assertThat(other.send("1", now.minusSeconds(300), body)).isEqualTo(204);
  }

  /// The signature was made by another program and stands in the guide as an example.
  @Test
  void a_request_signed_elsewhere_is_taken() {
    String body =
        "{\"type\": \"message\", \"from\": \"kiosk-3/4711\", \"text\": \"Kde přihlásím psa?\","
            + " \"language\": \"cs\"}";
    String signature = "v1,EyQqRLd7QyoDjC3w0fUNGQnzynLDIXvvqFqx2/SbJZ0=";

    assertThat(other.send("kiosk-2026-11-23-0001", now, body, signature)).isEqualTo(204);
    assertThat(office.messages().getFirst().address().value()).isEqualTo("kiosk-3/4711");
  }

  @Test
  void a_signature_covers_id_and_time_and_every_byte_of_the_body() {
    String body = message(Map.of("text", "Kde přihlásím psa?"));
    String signature = other.sign("1", now, body);

    assertThat(other.send("2", now, body, signature)).isEqualTo(403);
    assertThat(other.send("1", now.plusSeconds(1), body, signature)).isEqualTo(403);
    assertThat(other.send("1", now, body.replace("psa", "psy"), signature)).isEqualTo(403);
    assertThat(office.messages()).isEmpty();
    assertThat(other.send("1", now, body, "v1,AAAA v1a,other " + signature)).isEqualTo(204);
  }

  @Test
  void while_secrets_are_exchanged_both_are_good_and_both_sign() throws IOException {
    var old = new Signatures(List.of(BEFORE));
    String body = message(Map.of("text", "Kde přihlásím psa?"));

    assertThat(other.send("1", now, body, old.sign("1", now, ThirdParty.bytes(body))))
        .isEqualTo(204);
    connector().deliver(office.says("Na finančním odboru.").getFirst());

    assertThat(other.signatures()).hasSize(2).allMatch(signature -> signature.startsWith("v1,"));
    assertThat(other.vouchedFor(SECRET)).isTrue();
    assertThat(other.vouchedFor(BEFORE)).isTrue();
  }

  @Test
  void a_message_said_again_has_the_same_id() throws IOException {
    send("1", "Kde přihlásím psa?");
    OutboundMessage message = office.says("Na finančním odboru.").getFirst();

    connector().deliver(message);
    now = now.plusSeconds(90);
    connector().deliver(message);

    assertThat(other.ids()).containsExactly("msg_" + message.id(), "msg_" + message.id());
  }

  @Test
  void a_clerk_is_named() throws IOException {
    send("1", "Kde přihlásím psa?");

    connector().deliver(office.says(new Speaker.Clerk("Jana", "poplatky"), "U mě.").getFirst());

    JsonNode said = other.heard().getLast();
    assertThat(said.path("speaker").asText()).isEqualTo("clerk");
    assertThat(said.path("name").asText()).isEqualTo("Jana");
    assertThat(said.path("agenda").asText()).isEqualTo("poplatky");
  }

  @Test
  void a_file_is_given_only_to_whoever_signs_for_just_this_file() throws IOException {
    send("1", "Kde je formulář?");
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    var file = office.file("a.pdf", "application/pdf", pdf);
    connector().deliver(office.encloses("V příloze.", file).getFirst());
    JsonNode told = other.heard().getLast().path("files").path(0);
    String url = told.path("url").asText();
    String id = told.path("id").asText();

    assertThat(told.path("size").asInt()).isEqualTo(pdf.length);
    assertThat(other.fetch(url, id, now).body()).isEqualTo(pdf);
    assertThat(other.fetch(url, id, now.minusSeconds(301)).statusCode()).isEqualTo(403);
    assertThat(other.fetch(url, "1" + id, now).statusCode()).isEqualTo(403);
    assertThat(other.fetch(url + "9", id + "9", now).statusCode()).isEqualTo(404);
    assertThat(other.fetch(url + "x", id + "x", now).statusCode()).isEqualTo(404);
  }

  @Test
  void an_answer_says_what_becomes_of_the_message() throws IOException {
    send("1", "Kde přihlásím psa?");
    OutboundMessage message = office.says("Na finančním odboru.").getFirst();

    other.answers(429, Duration.ofSeconds(17));
    assertThat(connector().deliver(message))
        .isEqualTo(new Delivery.Deferred(now.plusSeconds(17)));
    other.answers(410, Duration.ZERO);
    assertThat(connector().deliver(message))
        .isEqualTo(new Delivery.Refused(Delivery.Reason.UNKNOWN_ADDRESS));
    other.answers(500, Duration.ZERO);
    assertThatThrownBy(() -> connector().deliver(message))
        .isInstanceOf(IOException.class);
  }

  private static String message(Map<String, String> more) {
    var all = new HashMap<>(Map.of("type", "message", "from", "občan 7"));
    all.putAll(more);
    return new String(Json.write(all), StandardCharsets.UTF_8);
  }
}
