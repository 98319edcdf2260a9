package cz.okenko.connectors.email;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Attachment;
import cz.okenko.connectors.Connector;
import cz.okenko.connectors.ConnectorProvider.Surroundings;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Health;
import cz.okenko.connectors.Health.State;
import cz.okenko.connectors.Health.Trouble;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.OutboundMessage;
import cz.okenko.connectors.email.access.Account;
import cz.okenko.connectors.email.intake.Archive;
import cz.okenko.connectors.email.intake.Enclosures;
import cz.okenko.connectors.email.intake.Intake;
import cz.okenko.connectors.email.intake.Reader;
import cz.okenko.connectors.email.intake.Rhythm;
import cz.okenko.connectors.email.sending.Phrases;
import cz.okenko.connectors.email.sending.Postman;
import cz.okenko.connectors.email.threads.Signatures;
import cz.okenko.connectors.email.threads.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One mailbox of the office. An address is one thread with one participant; mails are numbered by
/// what they hold, so that the same mail is taken in once however often it comes.
public final class EmailConnector implements Connector {
  static final String CHANNEL = "email";

  private final Reader reader;
  private final Postman postman;
  private final Enclosures enclosures;
  private final Intake intake;
  private final Threads threads;

  EmailConnector(EmailSettings settings, Surroundings surroundings, Rhythm rhythm) {
    Map<String, Phrases> phrases = Phrases.all();
    Account account =
        new Account(settings.credentials(), surroundings.notebook(), surroundings.clock());
    Signatures signatures = new Signatures(surroundings.notebook());
    this.threads = new Threads(surroundings.notebook(), signatures, settings.address());
    Archive archive = new Archive(surroundings.folder());
    this.intake =
        new Intake(
            new Intake.Office(
                CHANNEL, surroundings.inbox(), surroundings.notebook(), surroundings.clock()),
            rules(settings, surroundings, phrases),
            threads,
            signatures,
            archive);
    this.enclosures = new Enclosures(archive);
    this.reader =
        new Reader(
            settings.imap(),
            account,
            settings.folder(),
            new Reader.Desk(
                archive, intake, surroundings.notebook(), surroundings.clock(), rhythm));
    this.postman = new Postman(bag(settings, surroundings, account), threads, signatures, phrases);
  }

  private static Postman.Bag bag(
      EmailSettings settings, Surroundings surroundings, Account account) {
    return new Postman.Bag(
        settings.address(),
        settings.name(),
        settings.plusAddressing(),
        settings.smtp(),
        account,
        surroundings.house(),
        surroundings.notebook(),
        surroundings.codes(),
        surroundings.clock());
  }

  private static Intake.Rules rules(
      EmailSettings settings, Surroundings surroundings, Map<String, Phrases> phrases) {
    String language = surroundings.house().language();
    Phrases own = phrases.get(phrases.containsKey(language) ? language : "cs");
    if (own == null) {
      throw new IllegalStateException("no phrases in Czech");
    }
    return new Intake.Rules(
        settings.address(),
        settings.answering(),
        settings.authservId(),
        new Intake.Wording(
            own.of("encrypted-smime"),
            own.of("encrypted-pgp"),
            own.of("unreadable"),
            own.of("original"),
            own.of("verified"),
            own.of("not-verified")));
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public Delivery deliver(OutboundMessage message) throws IOException {
    return postman.deliver(message);
  }

  @Override
  public InputStream fetch(Attachment attachment) throws IOException {
    return enclosures.open(attachment.reference());
  }

  @Override
  public void forget(Address address, Collection<String> externalIds) throws IOException {
    intake.forget(address.value(), externalIds);
  }

  @Override
  public boolean encloses() {
    return true;
  }

  @Override
  public boolean begins() {
    return true;
  }

  @Override
  public Optional<Address> begin(String contact, String subject) {
    return threads.begin(contact, subject).map(thread -> new Address(CHANNEL, thread));
  }

  @Override
  public Delivery post(Letter letter) throws IOException {
    return postman.post(letter);
  }

  @Override
  public boolean reads(Address address, String contact) {
    return threads
        .thread(address.value())
        .filter(thread -> thread.participant().equals(contact.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  @Override
  public Health health() {
    Health health = reader.health();
    return health.state() == State.CONNECTED && !postman.isSignedIn()
        ? new Health(State.FAILING, Trouble.NOT_SIGNED_IN, health.lag())
        : health;
  }

  @Override
  public void close() {
    reader.close();
    postman.close();
  }
}
