package cz.okenko.connectors.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cz.okenko.connectors.Notebook;
import cz.okenko.connectors.http.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What is remembered of each citizen's thread beyond a restart: who spoke last for the office
/// (FB-19) and how far the last few messages were sent, so that no piece is sent twice when a later
/// one had to wait or its answer was lost. Its key does not tell who the citizen is.
final class Threads {
  /// The platform's "lapse of time" after which people are told again that a machine answers.
  private static final Duration LONG_PAUSE = Duration.ofHours(24);

  private static final int REMEMBERED = 8;
  private static final JsonMapper MAPPER = Mappers.lenient();

  private static final int LOCKS = 64;

  private final Notebook notebook;
  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

  Threads(Notebook notebook) {
    this.notebook = notebook;
  }

  /// How far a message was sent.
  record Sent(long message, int pieces, Head head) {}

  /// @param person whether a person spoke last
  /// @param at when somebody spoke last, in seconds of the epoch; 0 for never
  record Memory(boolean person, long at, List<Sent> sent) {
    private static final Memory NOTHING = new Memory(false, 0, List.of());

    public Memory {
      sent = List.copyOf(sent);
    }

    Optional<Sent> sent(long message) {
      return sent.stream().filter(one -> one.message() == message).findFirst();
    }

    /// Whether the citizen has to be told now that a machine speaks.
    boolean surprising(Instant now) {
      return person || Instant.ofEpochSecond(at).plus(LONG_PAUSE).isBefore(now);
    }

    private Memory with(Sent one) {
      var all = new ArrayList<>(sent);
      all.removeIf(other -> other.message() == one.message());
      all.add(one);
      return new Memory(
          person, at, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }
  }

  Memory memory(Place place) {
    return notebook.read(key(place)).map(Threads::read).orElse(Memory.NOTHING);
  }

  /// Notes that a piece of a message was taken by the platform.
  ///
  /// @param person whether a person speaks in it
  void sent(Place place, Sent sent, boolean person, Instant now) {
    change(
        place, memory -> new Memory(person, now.getEpochSecond(), memory.sent()).with(sent));
  }

  /// Notes what an echo proves: up to this piece everything arrived, even when nobody told us.
  void echoed(Place place, Metadata piece) {
    int pieces = piece.piece() + 1;
    change(
        place,
        memory ->
            memory.sent(piece.message()).map(Sent::pieces).orElse(0) < pieces
                ? memory.with(new Sent(piece.message(), pieces, piece.head()))
                : memory);
  }

  /// Notes that somebody at the office spoke on the platform itself.
  void spokenThere(Place place, Instant at) {
    change(
        place,
        memory ->
            at.getEpochSecond() >= memory.at()
                ? new Memory(true, at.getEpochSecond(), memory.sent())
                : memory);
  }

  /// Forgets the thread for good.
  void forget(Place place) {
    notebook.remember(Map.of(key(place), ""));
  }

  /// One change of a thread at a time; other threads go on, so that their commits come together.
  private void change(Place place, UnaryOperator<Memory> change) {
    Lock lock = locks.get(Math.floorMod(key(place).hashCode(), locks.size()));
    lock.lock();
    try {
      Memory before = memory(place);
      Memory after = change.apply(before);
      if (!after.equals(before)) {
        write(place, after);
      }
    } finally {
      lock.unlock();
    }
  }

  private void write(Place place, Memory memory) {
    try {
      notebook.remember(Map.of(key(place), MAPPER.writeValueAsString(memory)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of numbers can be written", e);
    }
  }

  private static Memory read(String json) {
    try {
      return MAPPER.readValue(json, Memory.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the notebook holds what we did not write", e);
    }
  }

  private static String key(Place place) {
    return "thread:" + Keys.hash(place.page() + ":" + place.person());
  }
}
