package cz.okenko.gateway.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.okenko.connectors.Notebook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The durable memory of all connectors, one notebook for each channel. What was committed lately is
/// given from memory. Safe for any thread.
public final class Notebooks {
  private static final int LONGEST_KEY = 1_000;
  private static final int LONGEST_VALUE = 100_000;

  /// Longer than anybody goes on by answering to an old message.
  private static final Duration CITIZENS = Duration.ofDays(730);

  private static final int ROUND = 500;
  private static final int FRAME = 200;
  private static final long MOST_CHARACTERS = 8_000_000;

  private final Store store;
  private final InstantSource clock;

  /// Filled on the writer thread, in the order of the commits and before anybody is told of them. An
  /// empty value says that there is none.
  private final Cache<Place, String> lately =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Place place, String value) -> FRAME + place.key.length() + value.length())
          .executor(Runnable::run)
          .build();

  private record Place(String channel, String key) {}

  public Notebooks(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The notebook of one channel.
  public Notebook of(String channel) {
    return new Notebook() {
      @Override
      public Optional<String> read(String key) {
        String known = lately.getIfPresent(new Place(channel, key));
        return known == null
            ? store.read(handle -> find(handle, channel, key))
            : Optional.of(known).filter(value -> !value.isEmpty());
      }

      @Override
      public void write(Map<String, String> entries) {
        Notebooks.this.write(channel, entries, 0);
      }

      @Override
      public void remember(Map<String, String> entries) {
        Notebooks.this.write(channel, entries, clock.millis());
      }
    };
  }

  /// Forgets of citizens what was not written for long.
  ///
  /// @return whether there may be more
  public boolean forget() {
    long before = clock.instant().minus(CITIZENS).toEpochMilli();
    List<Place> gone =
        store.write(
            handle ->
                handle
                    .createQuery(
                        """
                        delete from notebook
                         where rowid in (select rowid from notebook
                                          where at > 0 and at < :before
                                          limit :limit)
                        returning channel, key
                        """)
                    .bind("before", before)
                    .bind("limit", ROUND)
                    .map((row, context) -> new Place(row.getString(1), row.getString(2)))
                    .list(),
            lately::invalidateAll);
    return gone.size() == ROUND;
  }

  /// @param at when it was written, 0 for what is kept for ever
  private void write(String channel, Map<String, String> entries, long at) {
    var all = Map.copyOf(entries);
    all.forEach(Notebooks::check);
    store.write(
        handle -> {
          all.forEach((key, value) -> put(handle, new Place(channel, key), value, at));
          return all;
        },
        written -> written.forEach((key, value) -> lately.put(new Place(channel, key), value)));
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "a notebook takes no key of " + key.length() + " and value of " + value.length());
    }
  }

  private static Optional<String> find(Handle handle, String channel, String key) {
    return handle
        .createQuery("select value from notebook where channel = :channel and key = :key")
        .bind("channel", channel)
        .bind("key", key)
        .mapTo(String.class)
        .findOne();
  }

  private static void put(Handle handle, Place place, String value, long at) {
    String sql =
        value.isEmpty()
            ? "delete from notebook where channel = :channel and key = :key"
            : """
              insert into notebook (channel, key, value, at)
              values (:channel, :key, :value, :at)
              on conflict (channel, key) do update set value = excluded.value, at = excluded.at
              """;
    var update = handle.createUpdate(sql).bind("channel", place.channel).bind("key", place.key);
    (value.isEmpty() ? update : update.bind("value", value).bind("at", at)).execute();
  }
}
