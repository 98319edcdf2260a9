package cz.okenko.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /// A citizen sends a message the platform vouches for; tells whether the connector acknowledged
  /// it. A platform without acknowledgements waits until the message was taken in, or was not.
  protected abstract boolean send(String id, String text);

  /// A citizen picks a choice that was offered under the office's last message.
  protected abstract boolean pick(String id, Choice choice);

  /// Waits until the citizen has read this text on the platform.
  protected abstract void awaitHeard(String text);

  /// The files the citizen has got on the platform so far, oldest first: their names and what is in them.
  protected abstract List<Received> received();

  /// A file as the citizen has it; its bytes one character each.
  protected record Received(String name, String bytes) {
    public static Received of(String name, byte[] bytes) {
      return new Received(name, new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

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

  /// What the connector under test puts into.
  public final RememberingOffice office() {
    return office;
  }

  /// The connector under test.
  public final Connector connector() {
    return connector;
  }

  /// A new process over the same office.
  protected final void restart() {
    stopConnector();
    startConnector();
  }

  @Test
  final void an_authorised_message_is_taken_in_as_it_was_written() {
    assertThat(send("1", "Kde přihlásím psa? 🐕\n– děkuji")).isTrue();

    assertThat(office.messages()).hasSize(1);
    InboundMessage message = office.messages().getFirst();
    assertThat(message.text()).isEqualTo("Kde přihlásím psa? 🐕\n– děkuji");
    assertThat(message.address().channel()).isEqualTo(connector.channel());
    assertThat(message.choice()).isEmpty();
  }

  @Test
  final void a_repeated_message_is_acknowledged_and_stored_once() {
    assertThat(send("1", "Kde přihlásím psa?")).isTrue();
    assertThat(send("1", "Kde přihlásím psa?")).isTrue();

    assertThat(office.messages()).hasSize(1);
  }

  @Test
  final void a_message_repeated_after_a_restart_is_stored_once() {
    send("1", "Kde přihlásím psa?");

    restart();

    assertThat(send("1", "Kde přihlásím psa?")).isTrue();
    assertThat(office.messages()).hasSize(1);
  }

  @Test
  final void what_could_not_be_stored_is_not_acknowledged() {
    office.fillUp();

    assertThat(send("1", "Kde přihlásím psa?")).isFalse();
    assertThat(office.messages()).isEmpty();
  }

  @Test
  final void a_picked_choice_arrives_by_its_value() throws IOException {
    send("1", "občanka");
    var choice = new Choice("handoff", "Mluvit s člověkem");
    for (OutboundMessage message : office.says("Vyberte si:", choice)) {
      assertThat(connector.deliver(message)).isEqualTo(new Delivery.Delivered());
    }

    assertThat(pick("2", choice)).isTrue();

    assertThat(office.messages().getLast().choice()).isEqualTo("handoff");
    assertThat(office.messages().getLast().text()).isEqualTo("Mluvit s člověkem");
  }

  @Test
  final void what_the_office_says_reaches_the_citizen() throws IOException {
    send("1", "Kolik stojí občanka?");

    for (OutboundMessage message : office.says("Stojí 200 Kč.")) {
      assertThat(connector.deliver(message)).isEqualTo(new Delivery.Delivered());
    }

    awaitHeard("Stojí 200 Kč.");
  }

  @Test
  final void files_of_the_office_reach_the_citizen_whole_and_in_their_order() throws IOException {
    send("1", "Kde je formulář?");
    byte[] form = bytes("%PDF-1.7\r\n--okenko\r\n", 70_000);
    byte[] plan = bytes("\u0089PNG\r\n\u001a\n", 300);
    assertThat(connector.encloses()).isTrue();

    List<OutboundMessage> messages =
        office.encloses(
            "Formulář i plánek posílám v příloze.",
            office.file("žádost o průkaz.pdf", "application/pdf", form),
            office.file("plánek.png", "image/png", plan));
    for (OutboundMessage message : messages) {
      assertThat(connector.deliver(message)).isEqualTo(new Delivery.Delivered());
    }

    awaitHeard("Formulář i plánek posílám v příloze.");
    assertThat(received())
        .containsExactly(
            Received.of("žádost o průkaz.pdf", form), Received.of("plánek.png", plan));
  }

  @Test
  final void a_file_that_cannot_be_read_now_is_tried_again_later() throws IOException {
    send("1", "Kde je formulář?");
    byte[] form = bytes("%PDF-1.7", 9);
    var broken = new AtomicBoolean(true);
    Enclosure.Content content =
        () -> {
          if (broken.get()) {
            throw new IOException("the disk does not answer");
          }
          return new ByteArrayInputStream(form);
        };
    Enclosure file = office.file("a.pdf", "application/pdf", form);
    OutboundMessage message =
        office
            .encloses("V příloze.", new Enclosure(file.id(), "a.pdf", file.type(), 9, content))
            .getFirst();
    tryToDeliver(message);
    broken.set(false);

    assertThat(connector.deliver(message)).isEqualTo(new Delivery.Delivered());

    awaitHeard("V příloze.");
    assertThat(received()).containsExactly(Received.of("a.pdf", form));
  }

  /// A channel that hands nothing over reads no file then.
  private void tryToDeliver(OutboundMessage message) {
    try {
      connector.deliver(message);
    } catch (IOException e) {
      // as it should be
    }
  }

  private static byte[] bytes(String beginning, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i < beginning.length() ? beginning.charAt(i) : i * 31);
    }
    return bytes;
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
