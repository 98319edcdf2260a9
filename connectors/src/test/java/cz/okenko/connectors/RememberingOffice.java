package cz.okenko.connectors;

import cz.okenko.connectors.OutboundMessage.Occasion;
import cz.okenko.connectors.OutboundMessage.Speaker;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An office that keeps in memory what the real one keeps in its database, and outlives connectors
/// as the database does.
public final class RememberingOffice implements Inbox, Transcript, SentFiles {
  private final List<InboundMessage> messages = new ArrayList<>();
  private final Map<String, Long> known = new HashMap<>();
  private final Map<Address, List<Line>> lines = new HashMap<>();
  private final Map<Address, State> states = new HashMap<>();
  private final Set<Address> rated = new HashSet<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<Long, List<Choice>> offered = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Map<Long, Sent> sent = new HashMap<>();
  private boolean full;
  private String refused = "";
  private int refusals;
  private long last;

  /// What was taken in, oldest first.
  public synchronized List<InboundMessage> messages() {
    return List.copyOf(messages);
  }

  public synchronized int conversations() {
    return states.size();
  }

  public synchronized boolean rated() {
    return !rated.isEmpty();
  }

  /// From now on nothing can be stored.
  public synchronized void fillUp() {
    full = true;
  }

  /// From now on no message can be stored that contains the words.
  public synchronized void refuse(String words) {
    refused = words;
  }

  /// How many messages could not be stored.
  public synchronized int refusals() {
    return refusals;
  }

  /// What was told beside messages, oldest first.
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /// Adds a line of the bot to every conversation and gives what is to be delivered of it.
  public synchronized List<OutboundMessage> says(String text, Choice... choices) {
    return says(new Speaker.Bot(), text, choices);
  }

  /// The same as somebody else's words.
  public synchronized List<OutboundMessage> says(
      Speaker speaker, String text, Choice... choices) {
    Card card =
        new Card("", "", "", "", List.of(), List.of(), Handler.NONE, List.of(choices));
    return states.keySet().stream().map(address -> say(address, speaker, text, card)).toList();
  }

  /// A clerk's line in every conversation with files that go along, and what is to be delivered of it.
  public synchronized List<OutboundMessage> encloses(String text, Enclosure... files) {
    return says(new Speaker.Clerk("Jana Nová", "Doklady"), text).stream()
        .map(message -> enclosing(message, List.of(files)))
        .toList();
  }

  /// A file of the office.
  public synchronized Enclosure file(String name, String type, byte[] content) {
    byte[] kept = content.clone();
    return new Enclosure(
        ++last, name, type, kept.length, () -> new ByteArrayInputStream(kept));
  }

  private OutboundMessage enclosing(OutboundMessage message, List<Enclosure> files) {
    files.forEach(file -> sent.put(file.id(), new Sent(message.address(), file)));
    List<Enclosed> shown =
        files.stream().map(file -> new Enclosed(file.id(), file.name(), file.size())).toList();
    linesOf(message.address())
        .replaceAll(line -> line.id() == message.id() ? line.enclosing(shown) : line);
    return message.enclosing(files);
  }

  @Override
  public synchronized Optional<Sent> find(long id) {
    return Optional.ofNullable(sent.get(id));
  }

  @Override
  public Optional<Enclosure> file(Address address, long id) {
    return find(id).filter(one -> one.to().equals(address)).map(Sent::file);
  }

  private OutboundMessage say(Address address, Speaker speaker, String text, Card card) {
    InboundMessage heard = lastOf(address);
    var line = new Line(++last, Author.BOT, "", "", "", text, "cs", heard.sentAt(), card);
    linesOf(address).add(line);
    offered.put(line.id(), card.choices());
    var occasion = new Occasion(heard.externalId(), heard.sentAt());
    return new OutboundMessage(
        line.id(), address, "cs", text, card.choices(), speaker, occasion);
  }

  private InboundMessage lastOf(Address address) {
    return messages.stream()
        .filter(message -> message.address().equals(address))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /// Puts every conversation into a state and gives the addresses.
  public synchronized Set<Address> turn(State state) {
    states.replaceAll((address, before) -> state);
    return Set.copyOf(states.keySet());
  }

  @Override
  public synchronized Receipt accept(InboundMessage message) {
    if (full || (!refused.isEmpty() && message.text().contains(refused))) {
      refusals++;
      throw new IllegalStateException("the disk is full");
    }
    String key = message.address().channel() + " " + message.externalId();
    Long before = known.get(key);
    if (before != null) {
      return new Receipt(before, true);
    }
    known.put(key, ++last);
    messages.add(message);
    states.putIfAbsent(message.address(), new State.WithBot());
    linesOf(message.address())
        .add(
            new Line(
                last,
                Author.CITIZEN,
                message.externalId(),
                "",
                "",
                message.text(),
                message.language(),
                message.sentAt(),
                Card.NONE));
    return new Receipt(last, false);
  }

  @Override
  public synchronized void note(Event event) {
    if (full) {
      throw new IllegalStateException("the disk is full");
    }
    if (!events.contains(event)) {
      events.add(event);
    }
  }

  @Override
  public synchronized List<Choice> offered(long message) {
    return offered.getOrDefault(message, List.of());
  }

  /// A notebook that outlives the connector, as the real one does.
  public Notebook notebook() {
    return new Notebook() {
      @Override
      public Optional<String> read(String key) {
        synchronized (RememberingOffice.this) {
          return Optional.ofNullable(notes.get(key));
        }
      }

      @Override
      public void write(Map<String, String> entries) {
        synchronized (RememberingOffice.this) {
          if (full) {
            throw new IllegalStateException("the disk is full");
          }
          notes.putAll(entries);
          notes.values().removeIf(String::isEmpty);
        }
      }

      @Override
      public void remember(Map<String, String> entries) {
        write(entries);
      }
    };
  }

  @Override
  public synchronized String open(Address address, String language) {
    states.put(address, new State.WithBot());
    return Long.toString(++last);
  }

  @Override
  public synchronized boolean knows(Address address) {
    return states.containsKey(address);
  }

  @Override
  public synchronized List<Line> after(Address address, long after, int limit) {
    return lines.getOrDefault(address, List.of()).stream()
        .filter(line -> line.id() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Standing standing(Address address) {
    return new Standing(
        states.getOrDefault(address, new State.WithBot()),
        false,
        true,
        "úřad má otevřeno",
        rated.contains(address),
        "",
        false,
        true);
  }

  /// The code of every address is 00000-0000A.
  @Override
  public Mailing mail(Address address, String email, String code, String language) {
    if (email.startsWith("full@")) {
      return Mailing.TOO_MANY;
    }
    if (email.startsWith("down@")) {
      return Mailing.FAILED;
    }
    return code.isEmpty()
        ? Mailing.CODE_SENT
        : code.equals("00000-0000A") ? Mailing.SENT : Mailing.WRONG_CODE;
  }

  @Override
  public synchronized Leaving leave(Address address, String contact) {
    return states.get(address) instanceof State.Waiting ? Leaving.LEFT : Leaving.NOT_WAITING;
  }

  @Override
  public synchronized String written(Address address, String language) {
    return language + linesOf(address).stream().map(Line::text).toList();
  }

  private List<Line> linesOf(Address address) {
    return lines.computeIfAbsent(address, a -> new ArrayList<>());
  }

  @Override
  public synchronized void close(Address address) {
    states.put(address, new State.Closed());
  }

  @Override
  public synchronized void rate(Address address, int score, String comment) {
    rated.add(address);
  }
}
