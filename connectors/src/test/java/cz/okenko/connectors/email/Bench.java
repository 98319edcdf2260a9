package cz.okenko.connectors.email;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.ConnectorProvider.House;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import cz.okenko.connectors.RememberingOffice;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.access.Credentials;
import cz.okenko.connectors.email.access.Server;
import cz.okenko.connectors.email.intake.Archive;
import cz.okenko.connectors.email.intake.Enclosures;
import cz.okenko.connectors.email.intake.Intake;
import cz.okenko.connectors.email.sending.Phrases;
import cz.okenko.connectors.email.sending.Postman;
import cz.okenko.connectors.email.threads.Signatures;
import cz.okenko.connectors.email.threads.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The channel without a mailbox: mails are put on the table as the mailbox would bring them, and
/// answers go to the citizen's provider. Time stands until it is moved.
final class Bench implements AutoCloseable {
  static final String US = "dotazy@vzorov.example";

  final RememberingOffice office = new RememberingOffice();
  final CitizensProvider provider = new CitizensProvider();
  private final House house =
      new House("Městský úřad Vzorov", URI.create("https://vzorov.example"), "#0b5cad", "cs");
  private final Archive archive;
  private final Threads threads;
  private final Intake intake;
  private final Postman postman;
  private final Enclosures enclosures;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private long lastId = 1_000;

  Bench(Path folder) {
    this(folder, true, false, "");
  }

  Bench(Path folder, boolean answering, boolean plusAddressing, String authservId) {
    var notebook = office.notebook();
    var signatures = new Signatures(notebook);
    threads = new Threads(notebook, signatures, US);
    archive = new Archive(folder);
    var wording =
        new Intake.Wording(
            "zašifrováno S/MIME",
            "zašifrováno PGP",
            "nelze rozebrat",
            "Původní zpráva",
            "ověřen",
            "neověřen");
    intake =
        new Intake(
            new Intake.Office("email", office, notebook, () -> now),
            new Intake.Rules(US, answering, authservId, wording),
            threads,
            signatures,
            archive);
    enclosures = new Enclosures(archive);
    var server = new Server("localhost", provider.port(), Server.Tls.NONE);
    var account = new Account(new Credentials.Password("", ""), notebook, () -> now);
    postman =
        new Postman(
            new Postman.Bag(
                US,
                "Úřad Vzorov",
                plusAddressing,
                server,
                account,
                house,
                notebook,
                a -> "7K3M9QX2AB",
                () -> now),
            threads,
            signatures,
            Phrases.all());
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /// A mail comes; gives what the office got of it.
  InboundMessage comes(byte[] mail) {
    take(mail);
    return office.messages().getLast();
  }

  InboundMessage comes(String mail) {
    return comes(bytes(mail));
  }

  /// The same mail, which our server got a while ago.
  InboundMessage comesLate(String mail, Duration ago) {
    take(bytes(mail), now.minus(ago));
    return office.messages().getLast();
  }

  void take(byte[] mail) {
    take(mail, now);
  }

  private void take(byte[] mail, Instant received) {
    try {
      String id = archive.write(out -> out.write(mail));
      archive.sync(List.of(id));
      intake.take(intake.open(id, received));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String mail) {
    return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /// A plain mail of a citizen, with more headers before its text.
  static String mail(String from, String id, String headers, String text) {
    return "From: "
        + from
        + "\nTo: "
        + US
        + "\nMessage-ID: <"
        + id
        + ">\n"
        + headers
        + "Content-Type: text/plain; charset=utf-8\n\n"
        + text
        + "\n";
  }

  /// Somebody at the office, or its machine, answers a message.
  Delivery says(Speaker speaker, InboundMessage to, String text, Choice... choices) {
    try {
      return postman.deliver(outbound(speaker, to, text, choices));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OutboundMessage outbound(Speaker speaker, InboundMessage to, String text, Choice... choices) {
    return new OutboundMessage(
        ++lastId,
        to.address(),
        "cs",
        text,
        List.of(choices),
        speaker,
        new Occasion(to.externalId(), to.sentAt()));
  }

  /// The office writes first, to whom a citizen named.
  Optional<Address> begins(String contact, String subject) {
    return threads.begin(contact, subject).map(thread -> new Address("email", thread));
  }

  /// A clerk writes where the citizen has not written yet.
  Delivery says(Speaker speaker, Address begun, String text) {
    try {
      return postman.deliver(
          new OutboundMessage(++lastId, begun, "cs", text, List.of(), speaker, Occasion.NONE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forgets(InboundMessage message) {
    try {
      intake.forget(message.address().value(), List.of(message.externalId()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Postman postman() {
    return postman;
  }

  /// The last mail a citizen got.
  Shown heard() {
    return Shown.of(provider.taken().getLast().mail());
  }

  byte[] fetch(Attachment attachment) {
    try (InputStream in = enclosures.open(attachment.reference())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    provider.close();
  }
}
