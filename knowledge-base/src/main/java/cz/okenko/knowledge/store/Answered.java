package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Slug;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// How often articles answered, by day.
public final class Answered {

  /// An article on a day of the office.
  public record Day(Slug slug, LocalDate day) {}

  /// Adds to what is counted already.
  public void add(Handle handle, Map<Day, Long> times) {
    var batch =
        handle.prepareBatch(
            """
            insert into answered (slug, day, times)
            values (:slug, :day, :times)
            on conflict (slug, day) do update set times = answered.times + excluded.times
            """);
    times.forEach(
        (day, count) ->
            batch
                .bind("slug", day.slug().value())
                .bind("day", day.day().toString())
                .bind("times", count)
                .add());
    batch.execute();
  }

  /// The counts from this day on, by article.
  public Map<Slug, Long> since(Handle handle, LocalDate day) {
    Map<Slug, Long> times = new HashMap<>();
    handle
        .createQuery(
            """
            select slug, sum(times) as times
              from answered
             where day >= :day
             group by slug
            """)
        .bind("day", day.toString())
        .map(
            (row, context) ->
                times.put(new Slug(row.getString("slug")), row.getLong("times")))
        .list();
    return times;
  }
}
