package cz.okenko.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorContract;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Pushed;
import cz.okenko.connectors.email.intake.Rhythm;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The channel over a real IMAP server (GreenMail) and a provider that speaks SMTP.
///
/// Mail has no acknowledgement: a mail counts as acknowledged when its UID is noted, because then
/// it is not asked for again. A provider that asks to wait answers 450; a citizen who wants no mail
/// has a mailbox that answers 550.
final class EmailConnectorTest extends ConnectorContract implements Pushed {
  private static final String CITIZEN = "jana@posta.example";
  private static final Rhythm FAST =
      new Rhythm(
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          Duration.ofMillis(50),
          Duration.ofMillis(200));

  @TempDir Path folder;

  private final OfficeMailbox mailbox = new OfficeMailbox();
  private final CitizensProvider provider = new CitizensProvider();

  @AfterEach
  void closeServers() {
    mailbox.close();
    provider.close();
  }

  @Override
  protected Connector start() {
    var house =
        new House("Městský úřad Vzorov", URI.create("https://vzorov.example"), "#0b5cad", "cs");
    var connector =
        new EmailConnector(
            EmailSettings.read(settings(), house.name()),
            new Surroundings(
                office,
                office.notebook(),
                address -> "7K3M9QX2AB",
                InstantSource.fixed(NOW),
                folder,
                house),
            FAST);
    connector.start();
    return connector;
  }

  private Settings settings() {
    return new Settings()
        .with("address", OfficeMailbox.ADDRESS)
        .with("imap-host", "localhost")
        .with("imap-port", mailbox.port())
        .with("imap-tls", "none")
        .with("smtp-host", "localhost")
        .with("smtp-port", provider.port())
        .with("smtp-tls", "none")
        .with("password", OfficeMailbox.PASSWORD);
  }

  @Override
  protected void stop() {}

  @Override
  public boolean send(String id, String text) {
    return put(mail(id, text, ""));
  }

  private static String mail(String id, String text, String inReplyTo) {
    return "From: Jana Dvořáková <"
        + CITIZEN
        + ">\r\nTo: "
        + OfficeMailbox.ADDRESS
        + "\r\nMessage-ID: <"
        + id
        + "@posta.example>\r\n"
        + inReplyTo
        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + text.replace("\n", "\r\n")
        + "\r\n";
  }

  /// Waits until the mail was taken in, or the connector says that it cannot store.
  private boolean put(String mail) {
    long uid = mailbox.put(mail.getBytes(StandardCharsets.UTF_8), NOW);
    await(() -> isNoted(uid) || connector().health().trouble() == Trouble.NOT_STORED);
    return isNoted(uid);
  }

  private boolean isNoted(long uid) {
    String progress = office.notebook().read("folder/INBOX").orElse("0 0 0 never");
    return Long.parseLong(progress.split(" ", -1)[1]) >= uid;
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 20 s").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  /// Answers the last mail of the office with the number of its line.
  @Override
  protected boolean pick(String id, Choice choice) {
    Shown last = Shown.of(provider.taken().getLast().mail());
    int number = offered().indexOf(choice.label()) + 1;
    String reply = "In-Reply-To: " + last.header("Message-ID") + "\r\n";
    return put(
        mail(
            id,
            number + "\n\nDne 23. 11. 2026 v 10:00 Úřad napsal(a):\n> " + choice.label(),
            reply));
  }

  @Override
  protected void awaitHeard(String text) {
    await(() -> heard().stream().anyMatch(mail -> mail.contains(text)));
  }

  @Override
  protected List<Received> received() {
    return provider.taken().stream()
        .flatMap(taken -> Shown.of(taken.mail()).files().stream())
        .map(EmailConnectorTest::received)
        .toList();
  }

  private static Received received(BodyPart part) {
    try {
      assertThat(part.getDisposition()).isEqualTo(Part.ATTACHMENT);
      return Received.of(part.getFileName(), part.getInputStream().readAllBytes());
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<String> heard() {
    return provider.taken().stream().map(taken -> Shown.of(taken.mail()).text()).toList();
  }

  @Override
  public List<String> offered() {
    return Pattern.compile("(?m)^\\d+\\. (.+)$")
        .matcher(heard().getLast())
        .results()
        .map(line -> line.group(1))
        .toList();
  }

  /// A mail may be as long as it likes.
  @Override
  public int longest() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void slowDown(Duration wait) {
    provider.answerRecipient("450 4.2.0 greylisted, try again later");
  }

  @Override
  public void block() {
    provider.answerRecipient("550 5.1.1 no such user");
  }

  @Test
  void em_14_news_is_noticed_at_once_and_what_the_bell_misses_is_polled() {
    await(() -> connector().health().state() == State.CONNECTED);

    send("1", "Kde přihlásím psa?");

    assertThat(office.messages()).hasSize(1);
  }

  @Test
  void em_14_a_mailbox_that_broke_off_is_read_on_after_a_new_connection() {
    send("1", "Kde přihlásím psa?");
    mailbox.wire().cut();

    assertThat(send("2", "A co stojí?")).isTrue();

    assertThat(office.messages()).extracting(InboundMessage::text).contains("A co stojí?");
  }

  /// The library waits in IDLE whatever its timeouts say; five seconds are its longest here.
  @Test
  void em_14_an_idle_that_is_forgotten_costs_a_poll_and_is_begun_anew() {
    mailbox.wire().forgetIdlers();
    mailbox.wire().cut();
    await(() -> connector().health().state() == State.CONNECTED);
    int connections = mailbox.wire().connections();

    assertThat(send("1", "Kde přihlásím psa?")).isTrue();

    await(() -> mailbox.wire().connections() > connections);
  }

  @Test
  void em_15_nothing_is_deleted_and_nothing_looks_read() {
    send("1", "Kde přihlásím psa?");

    assertThat(mailbox.inbox().getMessageCount()).isEqualTo(1);
    assertThat(mailbox.inbox().getUnseenCount()).isEqualTo(1);
  }

  @Test
  void em_15_a_new_generation_of_uids_is_read_again_and_recognised() {
    send("1", "Kde přihlásím psa?");
    String progress = office.notebook().read("folder/INBOX").orElseThrow();
    office.notebook().write(Map.of("folder/INBOX", progress.replaceFirst("^\\d+", "77")));

    send("2", "A co stojí?");
    await(() -> !office.notebook().read("folder/INBOX").orElseThrow().startsWith("77 "));

    assertThat(office.messages()).hasSize(2);
  }

  @Test
  void em_16_a_message_handed_over_twice_is_sent_once() throws IOException {
    send("1", "Kolik stojí občanka?");
    var message = office.says("Stojí 200 Kč.").getFirst();

    connector().deliver(message);
    restart();

    assertThat(connector().deliver(message)).isEqualTo(new Delivery.Delivered());
    assertThat(provider.taken()).hasSize(1);
  }

  @Test
  void a_mail_that_can_never_be_taken_in_is_put_aside_for_a_clerk_and_the_rest_goes_on() {
    office.refuse("jed");
    mailbox.put(mail("1", "jed", "").getBytes(StandardCharsets.UTF_8), NOW);

    assertThat(send("2", "Kde přihlásím psa?")).isFalse();
    await(() -> office.messages().size() == 2);

    InboundMessage aside = office.messages().getFirst();
    assertThat(aside.handling()).isEqualTo(InboundMessage.Handling.FOR_CLERK);
    assertThat(aside.text()).doesNotContain("jed");
    assertThat(aside.attachments()).hasSize(1);
    assertThat(office.messages().getLast().text()).contains("Kde přihlásím psa?");
  }

  @Test
  void a_mail_taken_in_again_after_it_could_not_be_stored_keeps_its_subject() {
    office.refuse("Kdy");
    String mail = mail("1", "Kdy je otevřeno?", "Subject: Matrika\r\n");
    mailbox.put(mail.getBytes(StandardCharsets.UTF_8), NOW);
    await(() -> office.refusals() > 0);

    office.refuse("");
    await(() -> office.messages().size() == 1);

    assertThat(office.messages().getFirst().text()).contains("Matrika", "Kdy je otevřeno?");
  }

  @Test
  void while_nothing_can_be_stored_no_mail_is_put_aside() {
    office.fillUp();

    assertThat(send("1", "Kde přihlásím psa?")).isFalse();
    await(() -> office.refusals() > 8);

    assertThat(office.notebook().read("folder/INBOX").orElse("0 0 0 never")).startsWith("0 0");
  }

  @Test
  void a_wrong_password_is_told_and_mended_without_a_restart() {
    await(() -> connector().health().state() == State.CONNECTED);
    mailbox.changePassword("jiné");
    mailbox.wire().cut();
    await(() -> connector().health().trouble() == Trouble.NOT_SIGNED_IN);

    mailbox.changePassword(OfficeMailbox.PASSWORD);

    await(() -> connector().health().state() == State.CONNECTED);
  }
}
