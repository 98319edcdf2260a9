package cz.okenko.gateway.handoff;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.handoff.ConsoleRows.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The lists of the queue, by key-set pages. Each list of open conversations is walked along an index
/// of them alone, and the archive has one for each combination of filters; so what was closed long ago
/// costs nothing.
final class QueueRows {
  static final int PAGE = 50;

  /// Who had the last word, citizen or clerk.
  private static final String LAST_WORD =
      """
      (select m.author
         from message m
        where m.conversation = c.id and m.author in ('citizen', 'clerk')
        order by m.id desc
        limit 1)
      """;

  /// Whether the citizen wrote something since the clerk `:me` looked last.
  private static final String UNREAD =
      """
      coalesce((select m.id
                  from message m
                 where m.conversation = c.id and m.author = 'citizen'
                 order by m.id desc
                 limit 1), 0)
      > coalesce((select r.up_to
                    from reading r
                   where r.clerk = :me and r.conversation = c.id), 0)
      """;

  private static final String OVERDUE =
      """
      exists (select 1
                from escalation e
               where e.conversation = c.id and e.since = c.since and c.state = 'waiting')
      """;

  private QueueRows() {}

  /// Which conversations are listed.
  enum View {
    /// Nobody has them yet; longest waiting first.
    WAITING("c.state = 'waiting'"),
    /// The clerk holds them, newest first.
    MINE("c.state = 'with-clerk' and c.clerk = :me and c.snoozed_until = 0"),
    /// The clerk holds them and had the last word.
    REPLIED(
        "c.state = 'with-clerk' and c.clerk = :me and c.snoozed_until = 0 and 'clerk' = "
            + LAST_WORD),
    /// The clerk put them off.
    SNOOZED("c.state = 'with-clerk' and c.clerk = :me and c.snoozed_until > 0"),
    /// Every conversation in which somebody wrote something, newest first.
    ALL("exists (select 1 from message m where m.conversation = c.id)");

    private final String condition;

    View(String condition) {
      this.condition = condition;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<View> of(String code) {
      for (View view : values()) {
        if (view.code().equals(code)) {
          return Optional.of(view);
        }
      }
      return Optional.empty();
    }

    /// Whether the list goes by how long somebody waits; else the newest conversation is first.
    private boolean byWaiting() {
      return this == WAITING;
    }
  }

  /// A list with its filters; what is empty or false does not narrow it. The archive cannot be asked
  /// for what is unread or overdue: only open conversations are.
  record Wanted(
      View view,
      String agenda,
      String channel,
      String language,
      boolean unread,
      boolean overdue) {
    Wanted {
      if (view == View.ALL && (unread || overdue)) {
        throw new IllegalArgumentException("the archive is neither unread nor overdue");
      }
    }
  }

  /// The last line of the page before, or [#START].
  record Place(Instant since, long id) {
    static final Place START = new Place(Instant.EPOCH, 0);

    private long below() {
      return id == 0 ? Long.MAX_VALUE : id;
    }
  }

  /// A line of a list, as it is for one clerk.
  record Entry(Item item, boolean unread, boolean overdue) {}

  /// How many there are in a clerk's lists, and how many wait too long for anybody.
  record Counts(int mine, int replied, int snoozed, int overdue) {}

  static List<Entry> page(Handle handle, Wanted wanted, ClerkId me, Place after) {
    var values = new HashMap<String, Object>();
    String filters = filters(wanted, values);
    values.put("me", me.value());
    values.put("limit", PAGE);
    if (wanted.view.byWaiting()) {
      values.put("since", after.since.toEpochMilli());
      values.put("id", after.id);
      return entries(handle, wanted.view.condition + filters, WAITING_LONGEST, values);
    }
    values.put("below", after.below());
    return entries(handle, wanted.view.condition + filters, NEWEST, values);
  }

  private static final String WAITING_LONGEST =
      "and (c.since, c.id) > (:since, :id) order by c.since, c.id";

  private static final String NEWEST = "and c.id < :below order by c.id desc";

  /// Conversations with the bot in which somebody may be in danger, newest first.
  static List<Entry> endangered(Handle handle, ClerkId me) {
    Map<String, Object> values =
        Map.of("me", me.value(), "limit", PAGE, "below", Long.MAX_VALUE);
    return entries(handle, "c.flag <> '' and c.state = 'with-bot'", NEWEST, values);
  }

  private static List<Entry> entries(
      Handle handle, String condition, String order, Map<String, Object> values) {
    return handle
        .createQuery(
            """
            select <columns>, <unread> as unread, <overdue> as overdue
              from conversation c
             where <condition> <order>
             limit :limit
            """)
        .define("columns", ConsoleRows.COLUMNS)
        .define("unread", UNREAD)
        .define("overdue", OVERDUE)
        .define("condition", condition)
        .define("order", order)
        .bindMap(values)
        .map(
            (row, context) ->
                new Entry(
                    Item.of(row, context), row.getBoolean("unread"), row.getBoolean("overdue")))
        .list();
  }

  /// The archive is found by its filters; open conversations are few, they are found by being open. For
  /// them `coalesce` keeps the database from looking through a whole channel instead.
  private static String filters(Wanted wanted, Map<String, Object> values) {
    boolean archive = wanted.view == View.ALL;
    var filters = new StringBuilder();
    if (!wanted.agenda.isEmpty()) {
      filters.append(" and c.queue = :agenda").append(archive ? " and c.queue <> ''" : "");
      values.put("agenda", wanted.agenda);
    }
    if (!wanted.channel.isEmpty()) {
      filters.append(archive ? " and c.channel" : " and coalesce(c.channel, '')");
      filters.append(" = :channel");
      values.put("channel", wanted.channel);
    }
    if (!wanted.language.isEmpty()) {
      filters.append(archive ? " and c.language" : " and coalesce(c.language, '')");
      filters.append(" = :language");
      values.put("language", wanted.language);
    }
    if (wanted.unread) {
      filters.append(" and ").append(UNREAD);
    }
    if (wanted.overdue) {
      filters.append(" and ").append(OVERDUE);
    }
    return filters.append(' ').toString();
  }

  static Counts counts(Handle handle, ClerkId me) {
    return handle
        .createQuery(
            """
            select count(case when c.snoozed_until = 0 then 1 end) as mine,
                   count(case when c.snoozed_until > 0 then 1 end) as snoozed,
                   count(case when c.snoozed_until = 0 and 'clerk' = <lastWord> then 1 end)
                     as replied,
                   (select count(*)
                      from escalation e
                     where exists (select 1
                                     from conversation o
                                    where o.id = e.conversation and o.state = 'waiting'
                                      and o.since = e.since)) as overdue
              from conversation c
             where c.state = 'with-clerk' and c.clerk = :me
            """)
        .define("lastWord", LAST_WORD)
        .bind("me", me.value())
        .map(
            (row, context) ->
                new Counts(
                    row.getInt("mine"),
                    row.getInt("replied"),
                    row.getInt("snoozed"),
                    row.getInt("overdue")))
        .one();
  }

  /// How many wait, by agenda.
  static Map<String, Integer> waitingByAgenda(Handle handle) {
    return handle
        .createQuery(
            """
            select queue, count(*) as waiting
              from conversation
             where state = 'waiting'
             group by queue
            """)
        .map((row, context) -> Map.entry(row.getString("queue"), row.getInt("waiting")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
