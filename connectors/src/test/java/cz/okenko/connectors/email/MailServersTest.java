package cz.okenko.connectors.email;

import static cz.okenko.connectors.email.EmailConnectorTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.connectors.Choice;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Event;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Inbox;
import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.email.intake.Rhythm;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The channel between real mail servers: Dovecot keeps the mailbox, Postfix carries the mails.
final class MailServersTest {
  private static final String US = "dotazy@vzorov.example";
  private static final Rhythm FAST =
      new Rhythm(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofMillis(100),
          Duration.ofMillis(500));

  @TempDir Path folder;

  private final RememberingOffice office = new RememberingOffice();

  @BeforeEach
  void needsServers() {
    if (!MailServers.present()) {
      System.err.println(
          "NOT TESTED: Dovecot and Postfix are not installed or may not be started by this user"
              + " (packages dovecot-imapd and postfix; run as root).");
    }
    Assumptions.assumeTrue(MailServers.present());
  }

  private EmailConnector connect(MailServers servers) {
    return connect(servers, office, office.notebook());
  }

  private EmailConnector connect(MailServers servers, Inbox inbox, Notebook notebook) {
    Settings settings =
        new Settings()
            .with("address", US)
            .with("imap-host", "127.0.0.1")
            .with("imap-port", servers.imapPort())
            .with("imap-tls", "none")
            .with("smtp-host", "127.0.0.1")
            .with("smtp-port", servers.smtpPort())
            .with("smtp-tls", "none")
            .with("plus-addressing", true)
            .with("password", MailServers.PASSWORD);
    var house = new House("Úřad Vzorov", URI.create("https://vzorov.example"), "#0b5cad", "cs");
    var connector =
        new EmailConnector(
            EmailSettings.read(settings, house.name()),
            new Surroundings(
                inbox, notebook, address -> "7K3M9QX2AB", InstantSource.system(), folder, house),
            FAST);
    connector.start();
    return connector;
  }

  private static void send(MailServers servers, String from, String headers, String text) {
    String mail =
        Bench.mail(from, "m" + (headers + text).hashCode() + "@posta.example", headers, text);
    Session session = Session.getInstance(new Properties());
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect("127.0.0.1", servers.smtpPort(), "", "");
      var message = new MimeMessage(session, new ByteArrayInputStream(Bench.bytes(mail)));
      transport.sendMessage(message, new Address[] {new InternetAddress(US)});
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> mailsOf(MailServers servers, String address) {
    Path fresh = servers.mail().resolve(address).resolve("Maildir").resolve("new");
    if (!Files.isDirectory(fresh)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(fresh)) {
      return files.sorted().map(MailServersTest::read).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Timeout(120)
  void a_question_is_answered_picked_by_number_and_a_bounce_is_told() throws IOException {
    try (var elsewhere = new CitizensProvider();
        var servers = new MailServers("maildir:MAIL/%u/Maildir", elsewhere.port());
        var connector = connect(servers)) {
      send(servers, "Jana <jana@posta.example>", "", "Ztratila jsem občanku");
      await(() -> office.messages().size() == 1);
      connector.deliver(office.says("Myslíte:", new Choice("op", "Nový průkaz")).getFirst());
      await(() -> mailsOf(servers, "jana@posta.example").size() == 1);
      Shown heard = Shown.of(mailsOf(servers, "jana@posta.example").getFirst());

      send(servers, "jana@posta.example", "In-Reply-To: " + heard.header("Message-ID") + "\n", "1");
      await(() -> office.messages().size() == 2);

      InboundMessage picked = office.messages().getLast();
      assertThat(picked.choice()).isEqualTo("op");
      assertThat(picked.address()).isEqualTo(office.messages().getFirst().address());

      elsewhere.answerRecipient("550 5.1.1 nobody of that name");
      send(servers, "nikdo@pryc.example", "", "Dotaz odjinud");
      await(() -> office.messages().size() == 3);
      var toNobody =
          office.says("Odpověď.").stream()
              .filter(m -> m.address().equals(office.messages().getLast().address()))
              .findFirst()
              .orElseThrow();
      assertThat(connector.deliver(toNobody)).isEqualTo(new Delivery.Delivered());
      await(() -> !office.events().isEmpty());

      assertThat(office.events()).containsExactly(new Event.Bounced(toNobody.id(), true, "5.1.1"));
      assertThat(office.messages()).hasSize(3);
    }
  }

  /// `okenko.backlog` says how many mails; the full measure is 100,000 with a heap of 512 MB.
  @Test
  @Timeout(7_200)
  void a_backlog_is_read_in_order_with_a_bounded_heap() throws IOException {
    int mails = Integer.getInteger("okenko.backlog", 1_000);
    var counting = new CountingOffice();
    try (var servers = new MailServers("mbox:MAIL/%u:INBOX=MAIL/%u/inbox", 9)) {
      backlog(servers.mail().resolve(US), mails);
      long start = System.nanoTime();
      try (var connector = connect(servers, counting, counting)) {
        long end = start + Duration.ofMinutes(115).toNanos();
        while (counting.count() < mails && System.nanoTime() < end) {
          LockSupport.parkNanos(50_000_000);
        }
        System.err.printf(
            Locale.ROOT,
            "%d mails in %d s, heap of at most %d MiB used up to %d MiB, health %s%n",
            counting.count(),
            (System.nanoTime() - start) / 1_000_000_000,
            Runtime.getRuntime().maxMemory() / (1024 * 1024),
            heapPeak(),
            connector.health().state());
      }
    }

    assertThat(counting.count()).isEqualTo(mails);
    assertThat(counting.outOfOrder()).isEmpty();
  }

  /// 97 citizens in turn, each with numbered mails.
  private static void backlog(Path home, int mails) throws IOException {
    Files.createDirectories(home);
    Path inbox = home.resolve("inbox");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(inbox))) {
      for (int i = 0; i < mails; i++) {
        String from = "obcan" + i % 97 + "@posta.example";
        String mail =
            Bench.mail(
                from, "b" + i + "@posta.example", "", "obcan" + i % 97 + " " + i + " otázka");
        out.write(
            ("From x@y Mon Nov 23 10:00:00 2026\n" + mail + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    MailServers.own(home, "nobody");
    MailServers.own(inbox, "nobody");
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / (1024 * 1024);
  }
}
