package cz.okenko.connectors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a channel that shows the whole conversation (the web chat) may read of it and do to it.
/// Safe for any thread.
public interface Transcript {

  /// Opens a conversation for a new address and returns its public id, on disk.
  String open(Address address, String language);

  /// Whether the address was ever opened.
  boolean knows(Address address);

  /// The lines the citizen may see with an id above `after`, oldest first, at most `limit`.
  List<Line> after(Address address, long after, int limit);

  /// How the conversation stands now, in the words of the conversation's language.
  Standing standing(Address address);

  /// All the citizen may see, as text to keep, in a language of the office.
  String written(Address address, String language);

  /// A file the office sent along to this address.
  Optional<Enclosure> file(Address address, long id);

  /// The citizen wants their transcript mailed to an address they name, in a language of the office. With the code
  /// that was sent there it goes; without one the code is sent, or the transcript where the address is proven
  /// already.
  ///
  /// @param code as it was typed, empty at first
  Mailing mail(Address address, String email, String code, String language);

  /// What came of it.
  enum Mailing {
    /// The transcript is on its way.
    SENT,

    /// A code is on its way.
    CODE_SENT,

    /// The code is not the one that was sent, too old, or was tried too often.
    WRONG_CODE,

    /// That address, or this chat, has had enough mails for now.
    TOO_MANY,

    /// The mail could not be sent.
    FAILED,

    /// The office has no mailbox.
    NO_MAIL
  }

  /// The citizen leaves and wants to be answered by e-mail: the matter goes on there, with its clerk and its place
  /// in the queue, and the chat is closed.
  Leaving leave(Address address, String contact);

  /// What came of wanting to leave.
  enum Leaving {
    LEFT,

    /// Nobody waits here for a person.
    NOT_WAITING,

    /// The office has no mailbox, or no mail can be sent there.
    UNREACHABLE
  }

  /// The citizen ends the conversation; nothing happens when it is closed already.
  void close(Address address);

  /// The citizen rates the newest conversation; a later rating replaces an earlier one.
  void rate(Address address, int score, String comment);

  /// One line of the transcript.
  ///
  /// @param id grows along the transcript and is safe as a JavaScript number
  /// @param externalId the channel's own id of a citizen's line
  /// @param name who says it, empty for the citizen and the bot
  /// @param agenda what the named clerk handles, empty when nobody is named
  /// @param files what the office sent along
  record Line(
      long id,
      Author author,
      String externalId,
      String name,
      String agenda,
      String text,
      String language,
      Instant at,
      Card card,
      List<Enclosed> files) {
    public Line {
      files = List.copyOf(files);
    }

    /// A line without files.
    public Line(
        long id,
        Author author,
        String externalId,
        String name,
        String agenda,
        String text,
        String language,
        Instant at,
        Card card) {
      this(id, author, externalId, name, agenda, text, language, at, card, List.of());
    }

    /// The same line with files.
    public Line enclosing(List<Enclosed> sent) {
      return new Line(
          id, author, externalId, name, agenda, text, language, at, card, sent);
    }
  }

  /// A file under a line, as the citizen sees it before they open it.
  ///
  /// @param size in bytes
  record Enclosed(long id, String name, long size) {}

  /// Who speaks.
  enum Author {
    CITIZEN,
    BOT,
    CLERK,
    OFFICE
  }

  /// What stands under a bot's line; [#NONE] under all others.
  record Card(
      String outcome,
      String slug,
      String title,
      String aspect,
      List<Source> sources,
      List<Link> links,
      Handler handler,
      List<Choice> choices) {
    public static final Card NONE =
        new Card("", "", "", "", List.of(), List.of(), Handler.NONE, List.of());

    /// Nothing but choices.
    public static Card offering(List<Choice> choices) {
      return new Card("", "", "", "", List.of(), List.of(), Handler.NONE, choices);
    }

    public Card {
      sources = List.copyOf(sources);
      links = List.copyOf(links);
      choices = List.copyOf(choices);
    }
  }

  /// The law behind a line and the day it was checked.
  record Source(
      String statute, String paragraph, String url, LocalDate checked, boolean confirmed) {}

  /// Where the citizen can go on.
  record Link(String label, String url) {}

  /// Who handles the matter at the office; [#NONE] when the line names no matter.
  ///
  /// @param footer the same as a sentence, with the person's name, room and phone, for channels that show
  ///     nothing but text; empty when nobody is there to be named
  record Handler(String agenda, String place, String hours, String footer) {
    public static final Handler NONE = new Handler("", "", "", "");
  }

  /// How the conversation stands.
  ///
  /// @param open whether the office is open now
  /// @param openText the same in words, for example „úřad má dnes otevřeno do 17.00“
  /// @param receipt the code of a matter that a person has or had, else empty
  /// @param mail whether the citizen may leave and be answered by e-mail
  /// @param copy whether the transcript can be mailed
  record Standing(
      State state,
      boolean answering,
      boolean open,
      String openText,
      boolean rated,
      String receipt,
      boolean mail,
      boolean copy) {

    /// It opens the matter, so it must not reach a log.
    @Override
    public String toString() {
      return "standing " + state;
    }
  }

  /// How long a citizen will probably wait, from and to, in minutes.
  record Wait(int from, int to) {

    /// Too little was measured to say.
    public static final Wait UNKNOWN = new Wait(0, 0);
  }

  /// With whom the conversation is.
  sealed interface State {
    record WithBot() implements State {}

    /// @param place 1 for the citizen who is next
    record Waiting(int place, Wait expected) implements State {}

    record WithClerk(String name, String agenda) implements State {}

    record Closed() implements State {}
  }
}
