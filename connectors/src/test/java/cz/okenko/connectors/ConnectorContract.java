package cz.okenko.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every channel keeps to. A connector's own test extends this and says how its platform
/// speaks; the platform is real, or a fake that speaks the real protocol over loopback.
@Timeout(60)
public abstract class ConnectorContract {
  protected static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  protected final RememberingOffice office = new RememberingOffice();

  /// Starts the connector over [#office], limits as usual.
  protected abstract Connector start();

  /// Ends what [#start] started beside the connector, which is closed already.
  protected abstract void stop();

  /// A citizen sends a message the platform vouches for; gives the HTTP status.
  protected abstract int send(String id, String text);

  /// The same without the signature, secret or token.
  protected abstract int sendUnauthorised(String id, String text);

  /// Bytes the platform would never send, properly authorised.
  protected abstract int sendBroken(String body);

  /// A citizen picks a choice that was offered.
  protected abstract int pick(String id, Choice choice);

  /// Waits until the citizen has read this text on the platform.
  protected abstract void awaitHeard(String text);

  private Connector connector;

  @BeforeEach
  final void startConnector() {
    connector = start();
  }

  @AfterEach
  final void stopConnector() {
    connector.close();
    stop();
  }

  protected final Connector connector() {
    return connector;
  }

  /// A new process over the same office.
  protected final void restart() {
    stopConnector();
    startConnector();
  }

  @Test
  final void an_authorised_message_is_taken_in_as_it_was_written() {
    int status = send("1", "Kde přihlásím psa? 🐕\n– děkuji");

    assertThat(status).isBetween(200, 299);
    assertThat(office.messages()).hasSize(1);
    InboundMessage message = office.messages().getFirst();
    assertThat(message.text()).isEqualTo("Kde přihlásím psa? 🐕\n– děkuji");
    assertThat(message.address().channel()).isEqualTo(connector.channel());
    assertThat(message.choice()).isEmpty();
  }

  @Test
  final void an_unauthorised_message_is_refused_and_nothing_is_stored() {
    assertThat(sendUnauthorised("1", "Kde přihlásím psa?")).isIn(401, 403);

    assertThat(office.messages()).isEmpty();
  }

  @Test
  final void a_repeated_message_is_acknowledged_and_stored_once() {
    assertThat(send("1", "Kde přihlásím psa?")).isBetween(200, 299);
    assertThat(send("1", "Kde přihlásím psa?")).isBetween(200, 299);

    assertThat(office.messages()).hasSize(1);
  }

  @Test
  final void a_message_repeated_after_a_restart_is_stored_once() {
    send("1", "Kde přihlásím psa?");

    restart();

    assertThat(send("1", "Kde přihlásím psa?")).isBetween(200, 299);
    assertThat(office.messages()).hasSize(1);
  }

  @Test
  final void the_longest_text_is_taken_and_a_longer_one_refused_whole() {
    assertThat(send("1", "á".repeat(InboundMessage.MAX_TEXT))).isBetween(200, 299);
    assertThat(send("2", "á".repeat(InboundMessage.MAX_TEXT + 1))).isBetween(400, 499);

    assertThat(office.messages()).hasSize(1);
  }

  @Test
  final void what_could_not_be_stored_is_not_acknowledged() {
    office.fillUp();

    assertThat(send("1", "Kde přihlásím psa?")).isGreaterThanOrEqualTo(500);
  }

  @Test
  final void a_broken_body_is_refused_and_nothing_is_stored() {
    for (String body : List.of("", "{", "[]", "null", "1", "{} {}", "\0", "[".repeat(50_000))) {
      assertThat(sendBroken(body)).as(body.substring(0, Math.min(9, body.length())))
          .isBetween(400, 499);
    }

    assertThat(office.messages()).isEmpty();
  }

  @Test
  final void a_picked_choice_arrives_by_its_value() {
    send("1", "občanka");

    assertThat(pick("2", new Choice("handoff", "Mluvit s člověkem"))).isBetween(200, 299);

    assertThat(office.messages().getLast().choice()).isEqualTo("handoff");
    assertThat(office.messages().getLast().text()).isEqualTo("Mluvit s člověkem");
  }

  @Test
  final void what_the_office_says_reaches_the_citizen() throws IOException {
    send("1", "Kolik stojí občanka?");

    for (OutboundMessage message : office.says("Stojí 200 Kč.", Transcript.Card.NONE)) {
      assertThat(connector.deliver(message)).isEqualTo(new Delivery.Delivered());
    }

    awaitHeard("Stojí 200 Kč.");
  }

  @Test
  @Timeout(10)
  final void it_closes_promptly_and_more_than_once() {
    send("1", "Kolik stojí občanka?");
    Instant before = Instant.now();

    connector.close();
    connector.close();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  final void an_address_does_not_print() {
    send("1", "Kolik stojí občanka?");
    Address address = office.messages().getFirst().address();

    assertThat(address.toString()).doesNotContain(address.value());
    assertThatThrownBy(() -> new Address(connector.channel(), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
