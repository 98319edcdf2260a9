package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.connectors.Delivery;
import cz.okenko.connectors.Enclosure;
import cz.okenko.connectors.Letter;
import cz.okenko.connectors.SentFiles;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.Transcript.Wait;
import cz.okenko.gateway.Texts;
import cz.okenko.gateway.conversation.ConversationRows.Latest;
import cz.okenko.gateway.conversation.ConversationState.Closed;
import cz.okenko.gateway.conversation.ConversationState.Snoozed;
import cz.okenko.gateway.conversation.ConversationState.Waiting;
import cz.okenko.gateway.conversation.ConversationState.WithBot;
import cz.okenko.gateway.conversation.ConversationState.WithClerk;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.store.Ids;
import cz.okenko.gateway.store.Store;
import cz.okenko.knowledge.Language;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The conversation as its citizen may see it: no notes, no contacts of others, and the names of
/// clerks only when they took over.
public final class CitizenView implements Transcript {
  private static final int MOST_LINES = 10_000;

  private final Store store;
  private final Conversations conversations;
  private final Office office;
  private final OfficeDoor door;
  private final WrittenTranscript written;
  private final Texts texts;
  private final Mail mail;
  private final SentFiles files;
  private final TranscriptMail transcriptMail;
  private final InstantSource clock;

  /// Where citizens come to.
  ///
  /// @param mail how else they may be answered
  /// @param files what clerks sent along
  public record Place(
      Office office, OfficeDoor door, Texts texts, Mail mail, SentFiles files, Ids ids) {}

  /// A channel by which the office may write first.
  public interface Mail extends TranscriptMail.Post {
    /// None.
    Mail NONE =
        new Mail() {
          @Override
          public boolean possible() {
            return false;
          }

          @Override
          public Optional<Address> begin(String contact, String subject) {
            return Optional.empty();
          }

          @Override
          public Delivery post(Letter letter) {
            return new Delivery.Refused(Delivery.Reason.CHANNEL_OFF);
          }

          @Override
          public boolean reads(Address address, String contact) {
            return false;
          }
        };

    boolean possible();

    /// Where whoever named the contact is written to; empty when they cannot be.
    Optional<Address> begin(String contact, String subject);
  }

  public CitizenView(
      Store store, Conversations conversations, Place place, InstantSource clock) {
    this.store = store;
    this.conversations = conversations;
    this.office = place.office;
    this.door = place.door;
    this.texts = place.texts;
    this.mail = place.mail;
    this.files = place.files;
    this.written = new WrittenTranscript(place.office, place.texts);
    this.clock = clock;
    this.transcriptMail =
        new TranscriptMail(store, place.ids, place.mail, place.texts, clock);
  }

  @Override
  public String open(Address address, String language) {
    return conversations.open(address, language).id().toString();
  }

  @Override
  public boolean knows(Address address) {
    return newest(address).isPresent();
  }

  @Override
  public List<Line> after(Address address, long after, int limit) {
    return conversations
        .recent(address)
        .filter(live -> live.after() <= after)
        .map(live -> live.lines().stream().filter(line -> line.id() > after).limit(limit).toList())
        .orElseGet(() -> store.read(h -> EnclosureRows.visible(h, address, after, limit)));
  }

  @Override
  public Standing standing(Address address) {
    Latest latest =
        conversations
            .recent(address)
            .map(live -> new Latest(live.now(), !live.waiting().isEmpty()))
            .or(() -> store.read(handle -> ConversationRows.latest(handle, address)))
            .orElseThrow();
    Conversation now = latest.conversation();
    Language language = Language.of(now.language()).orElse(Language.CS);
    return new Standing(
        state(now),
        now.state() instanceof WithBot && latest.unanswered(),
        door.open(),
        door.sentence(language),
        now.rating() > 0,
        now.state() instanceof WithBot ? "" : receipt(now.id()),
        waitsForPerson(now) && mail.possible(),
        mail.possible());
  }

  @Override
  public String written(Address address, String language) {
    return newest(address)
        .map(
            now ->
                written.of(
                    new WrittenTranscript.Head(
                        Language.of(language).orElse(Language.CS),
                        clock.instant(),
                        receipt(now.id())),
                    store.read(handle -> EnclosureRows.visible(handle, address, 0, MOST_LINES))))
        .orElse("");
  }

  @Override
  public Optional<Enclosure> file(Address address, long id) {
    return files.find(id).filter(sent -> sent.to().equals(address)).map(SentFiles.Sent::file);
  }

  @Override
  public Mailing mail(Address address, String email, String code, String language) {
    if (!mail.possible()) {
      return Mailing.NO_MAIL;
    }
    Conversation now = newest(address).orElseThrow();
    Language spoken = Language.of(language).orElse(Language.CS);
    var wish = new TranscriptMail.Wish(now.id(), email, spoken, office.name());
    return code.isEmpty()
        ? transcriptMail.ask(wish, () -> written(address, language))
        : transcriptMail.confirm(wish, code, () -> written(address, language));
  }

  private String receipt(ConversationId id) {
    return store.read(handle -> Receipts.of(handle, id)).orElse("");
  }

  private static boolean waitsForPerson(Conversation now) {
    return switch (now.state()) {
      case Waiting _, WithClerk _, Snoozed _ -> true;
      case WithBot _, Closed _ -> false;
    };
  }

  /// The channel is asked first: what it remembers of an address nobody writes to does no harm.
  @Override
  public Leaving leave(Address address, String contact) {
    Optional<Conversation> now = newest(address).filter(CitizenView::waitsForPerson);
    if (now.isEmpty()) {
      return Leaving.NOT_WAITING;
    }
    Language language = Language.of(now.get().language()).orElse(Language.CS);
    Optional<Address> to = mail.begin(contact, texts.text(language, "leave.subject", office.name()));
    if (to.isEmpty()) {
      return Leaving.UNREACHABLE;
    }
    var words =
        new Continued.Words(
            then -> said(language, "leave.left", contact), then -> said(language, "leave.taken"));
    return conversations.leave(
                now.get().id(), new Conversation.Reached(to.get(), contact), words)
            instanceof Continued.Here
        ? Leaving.LEFT
        : Leaving.NOT_WAITING;
  }

  private Utterance said(Language language, String key, Object... arguments) {
    return Utterance.office(texts.text(language, key, arguments), language.code());
  }

  @Override
  public void close(Address address) {
    newest(address)
        .ifPresent(
            conversation ->
                conversations.step(
                    conversation.id(),
                    now ->
                        now.state() instanceof Closed ? new Step.Stay(now) : new Step.Go(end(now))));
  }

  @Override
  public void rate(Address address, int score, String comment) {
    newest(address)
        .ifPresent(conversation -> conversations.rate(conversation.id(), score, comment));
  }

  private Optional<Conversation> newest(Address address) {
    return store.read(handle -> ConversationRows.newest(handle, address));
  }

  private Conversation end(Conversation now) {
    QueueId queue =
        switch (now.state()) {
          case WithBot _ -> new QueueId("");
          case Waiting waiting -> waiting.queue();
          case WithClerk held -> held.queue();
          case Snoozed held -> held.queue();
          case Closed closed -> closed.queue();
        };
    return now.in(new Closed(queue, clock.instant()));
  }

  private State state(Conversation now) {
    return switch (now.state()) {
      case WithBot _ -> new State.WithBot();
      case Waiting waiting -> waiting(now.id(), waiting);
      case WithClerk held -> new State.WithClerk(held.name(), agenda(held.queue()));
      case Snoozed held -> new State.WithClerk(held.name(), agenda(held.queue()));
      case Closed _ -> new State.Closed();
    };
  }

  /// While the office is closed nobody serves, so nobody can say how long it takes.
  private State waiting(ConversationId id, Waiting waiting) {
    return store.read(
        handle -> {
          int place = ConversationRows.place(handle, id, waiting);
          Wait wait =
              door.open()
                  ? Waits.of(handle, waiting.queue(), place, clock.instant())
                  : Wait.UNKNOWN;
          return new State.Waiting(place, wait);
        });
  }

  private String agenda(QueueId queue) {
    return office.agenda(queue.value()).map(Agenda::name).orElse("");
  }
}
