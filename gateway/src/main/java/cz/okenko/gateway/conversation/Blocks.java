package cz.okenko.gateway.conversation;

import cz.okenko.connectors.Address;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Addresses from which nothing reaches the bot or a queue for a time; what comes from there is stored all the
/// same. Those in force are remembered, so asking costs nothing. Safe for any thread.
public final class Blocks {
  private static final int MOST = 500;

  private final Store store;
  private final InstantSource clock;

  /// The end of each block in force when it was read last.
  private volatile Map<Address, Instant> inForce = Map.of();

  Blocks(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    refresh();
  }

  /// Why somebody is blocked.
  public enum Reason {
    INSULTS,
    THREATS,
    SPAM,
    OTHER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word in rows and on the wire.
    public String code() {
      return code;
    }

    public static Optional<Reason> of(String code) {
      for (Reason reason : values()) {
        if (reason.code.equals(code)) {
          return Optional.of(reason);
        }
      }
      return Optional.empty();
    }
  }

  /// A block.
  ///
  /// @param conversation where it began
  public record Block(
      long id,
      Address address,
      ConversationId conversation,
      Why why,
      By by,
      Instant at,
      Instant until) {}

  /// Who imposed it.
  public record By(ClerkId clerk, String name) {}

  /// Why a sender is blocked, as the office keeps it; the note may be empty.
  public record Why(Reason reason, String note) {}

  /// Whether the sender is blocked now.
  public boolean hold(Address address) {
    Instant until = inForce.get(address);
    return until != null && until.isAfter(clock.instant());
  }

  /// The same as it stands in a transaction.
  boolean hold(Handle handle, Address address) {
    return of(handle, address).isPresent();
  }

  /// The block of a sender that is in force.
  public Optional<Block> of(Handle handle, Address address) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            select id, channel, address, conversation, reason, note, clerk, clerk_name, at, until
              from sender_block
             where channel = :channel and address = :address and until > :now and lifted_at = 0
             order by until desc
             limit 1
            """)
        .bind("channel", address.channel())
        .bind("address", address.value())
        .bind("now", now.toEpochMilli())
        .map(Blocks::block)
        .findOne();
  }

  /// Inside a unit of writing; to be followed by [#refresh].
  public static void put(Handle handle, Block block) {
    handle
        .createUpdate(
            """
            insert into sender_block (id, channel, address, conversation, reason, note, clerk,
                                      clerk_name, at, until)
            values (:id, :channel, :address, :conversation, :reason, :note, :clerk, :clerkName,
                    :at, :until)
            """)
        .bind("id", block.id)
        .bind("channel", block.address.channel())
        .bind("address", block.address.value())
        .bind("conversation", block.conversation.value())
        .bind("reason", block.why.reason.code)
        .bind("note", block.why.note)
        .bind("clerk", block.by.clerk.value())
        .bind("clerkName", block.by.name)
        .bind("at", block.at.toEpochMilli())
        .bind("until", block.until.toEpochMilli())
        .execute();
  }

  /// Ends one before its time, inside a unit of writing; false when it is over already. To be followed by
  /// [#refresh].
  public static boolean lift(Handle handle, long id, String by, Instant now) {
    return handle
            .createUpdate(
                """
                update sender_block set lifted_at = :now, lifted_by = :by
                 where id = :id and lifted_at = 0 and until > :now
                """)
            .bind("id", id)
            .bind("by", by)
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  public static Optional<Block> find(Handle handle, long id) {
    return handle
        .createQuery(
            """
            select id, channel, address, conversation, reason, note, clerk, clerk_name, at, until
              from sender_block
             where id = :id
            """)
        .bind("id", id)
        .map(Blocks::block)
        .findOne();
  }

  /// Those in force, the next to end first.
  public List<Block> all() {
    Instant now = clock.instant();
    return store.read(handle -> all(handle, now));
  }

  private static List<Block> all(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            select id, channel, address, conversation, reason, note, clerk, clerk_name, at, until
              from sender_block
             where until > :now and lifted_at = 0
             order by until, id
             limit :most
            """)
        .bind("now", now.toEpochMilli())
        .bind("most", MOST)
        .map(Blocks::block)
        .list();
  }

  /// Reads anew what was changed, perhaps by another process; to be called every few seconds.
  public void refresh() {
    inForce =
        all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Block::address,
                    Block::until,
                    (one, other) -> one.isAfter(other) ? one : other));
  }

  private static Block block(ResultSet row, StatementContext context) throws SQLException {
    return new Block(
        row.getLong("id"),
        new Address(row.getString("channel"), row.getString("address")),
        new ConversationId(row.getLong("conversation")),
        new Why(
            Reason.of(row.getString("reason")).orElse(Reason.OTHER), row.getString("note")),
        new By(new ClerkId(row.getLong("clerk")), row.getString("clerk_name")),
        Instant.ofEpochMilli(row.getLong("at")),
        Instant.ofEpochMilli(row.getLong("until")));
  }
}
