package cz.okenko.gateway.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.okenko.connectors.Address;
import cz.okenko.connectors.Choice;
import cz.okenko.connectors.InboundMessage;
import cz.okenko.connectors.Transcript;
import cz.okenko.connectors.Transcript.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was committed lately, an entry for each address whose citizen wrote, so that nobody reads
/// back what was just written. Filled on the writer thread, in the order of the commits and before
/// anybody is told of them; read from any thread. What is not here is read from the database: after
/// a start, after a gap, and of those who were quiet for long.
final class Recent {
  private static final int MOST_LINES = 8;
  private static final int MOST_ADDRESSES = 20_000;
  private static final int FRAME = 400;
  private static final long MOST_CHARACTERS = 6_000_000;

  private final Cache<Address, Live> addresses =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Address address, Live live) -> live.weight())
          .executor(Runnable::run)
          .build();
  private final Cache<ConversationId, Address> conversations =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).executor(Runnable::run).build();

  /// A citizen's message that waits for an answer.
  record Waits(long message, String text, String language, String choice) {}

  /// What stood before a message: who waited already, and the choices under the bot's last line.
  record Before(List<Waits> waiting, List<Choice> offered) {
    static final Before NOTHING = new Before(List.of(), List.of());

    Before {
      waiting = List.copyOf(waiting);
      offered = List.copyOf(offered);
    }
  }

  /// The newest conversation of an address.
  ///
  /// @param after every line the citizen may see with an id above this is among `lines`
  /// @param waiting messages of this conversation that wait for an answer, oldest first
  /// @param offered the choices under the bot's last line
  record Live(
      Conversation now, long after, List<Line> lines, List<Waits> waiting, List<Choice> offered) {

    Optional<Turn> nextTurn() {
      return waiting.stream()
          .findFirst()
          .map(
              w ->
                  Turn.of(
                      now, w.message, w.text, w.language, new Turn.Picked(w.choice, offered)));
    }

    /// The message as it would be if it were stored now.
    Turn turn(InboundMessage message) {
      String language = MessageRows.language(now, message);
      return Turn.of(
          now, 0, message.text(), language, new Turn.Picked(message.choice(), offered));
    }

    private int weight() {
      return FRAME
          + lines.stream().mapToInt(line -> FRAME + line.text().length()).sum()
          + waiting.stream().mapToInt(turn -> turn.text().length()).sum();
    }

    private Live with(List<Line> more) {
      if (more.isEmpty()) {
        return this;
      }
      var all = new ArrayList<Line>(lines.size() + more.size());
      all.addAll(lines);
      all.addAll(more);
      int gone = Math.max(0, all.size() - MOST_LINES);
      long from = gone == 0 ? after : all.get(gone - 1).id();
      return new Live(now, from, List.copyOf(all.subList(gone, all.size())), waiting, offered);
    }
  }

  Optional<Live> of(Address address) {
    return Optional.ofNullable(addresses.getIfPresent(address));
  }

  Optional<Live> of(ConversationId id) {
    return Optional.ofNullable(conversations.getIfPresent(id))
        .flatMap(this::of)
        .filter(live -> live.now.id().equals(id));
  }

  /// A conversation was opened; nothing was said in it yet.
  void opened(Conversation fresh) {
    List<Line> lines = of(fresh.address()).map(Live::lines).orElse(List.of());
    long after = of(fresh.address()).map(Live::after).orElse(fresh.id().value());
    put(new Live(fresh, after, lines, List.of(), List.of()));
  }

  /// A citizen wrote.
  ///
  /// @param turn the message when it waits for an answer, else nothing
  /// @param before what stood before it, to begin with when the address is not here; null when it
  ///     was here
  void received(Conversation now, Line line, List<Waits> turn, @Nullable Before before) {
    Live live = of(now.id()).orElse(null);
    if (live == null && before != null) {
      live = new Live(now, line.id() - 1, List.of(), before.waiting, before.offered);
    }
    if (live == null) {
      addresses.invalidate(now.address());
      return;
    }
    put(
        new Live(live.now, live.after, live.lines, plus(live.waiting, turn), live.offered)
            .with(List.of(line)));
  }

  /// Something was said or the conversation stands differently.
  ///
  /// @param answered the message that waits no more, 0 when there is none
  void stepped(Conversation now, long answered, List<Line> said) {
    of(now.address())
        .ifPresent(
            live ->
                put(
                    live.now.id().equals(now.id())
                        ? new Live(
                                now,
                                live.after,
                                live.lines,
                                minus(live.waiting, answered),
                                offered(live, said))
                            .with(said)
                        : live.with(said)));
  }

  /// What an address stands at is to be read anew.
  void forget(Address address) {
    addresses.invalidate(address);
  }

  /// Begins anew.
  void forget() {
    addresses.invalidateAll();
    conversations.invalidateAll();
  }

  private static List<Choice> offered(Live live, List<Line> said) {
    return said.reversed().stream()
        .filter(line -> line.author() == Transcript.Author.BOT)
        .findFirst()
        .map(line -> line.card().choices())
        .orElse(live.offered);
  }

  private void put(Live live) {
    addresses.put(live.now.address(), live);
    conversations.put(live.now.id(), live.now.address());
  }

  private static List<Waits> plus(List<Waits> waiting, List<Waits> turn) {
    if (waiting.isEmpty() || turn.isEmpty()) {
      return waiting.isEmpty() ? turn : waiting;
    }
    var all = new ArrayList<>(waiting);
    all.addAll(turn);
    return List.copyOf(all);
  }

  private static List<Waits> minus(List<Waits> waiting, long message) {
    return waiting.stream().filter(turn -> turn.message != message).toList();
  }
}
