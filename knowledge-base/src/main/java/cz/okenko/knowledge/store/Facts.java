package cz.okenko.knowledge.store;

import cz.okenko.knowledge.Fact;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The facts texts refer to. Shipped ones follow the content; those of the office stay.
public final class Facts {

  /// Makes the shipped facts be exactly these, except where the office has its own of that key.
  public void ship(Handle handle, List<Fact> facts) {
    handle.createUpdate("delete from fact where origin = 'shipped'").execute();
    insert(handle, facts, "shipped", "on conflict (fact_key) do nothing");
  }

  /// Makes these the office's own; shipped content leaves facts of their keys alone from then on.
  public void publishOffices(Handle handle, List<Fact> facts) {
    insert(
        handle,
        facts,
        "office",
        """
        on conflict (fact_key) do update
           set fact_value = excluded.fact_value,
               statute = excluded.statute,
               paragraph = excluded.paragraph,
               valid_from = excluded.valid_from,
               valid_to = excluded.valid_to,
               source = excluded.source,
               checked = excluded.checked,
               confirmed = excluded.confirmed,
               origin = excluded.origin
        """);
  }

  private static void insert(
      Handle handle, List<Fact> facts, String origin, String whenThere) {
    if (facts.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into fact
              (fact_key, fact_value, statute, paragraph, valid_from, valid_to, source, checked,
               confirmed, origin)
            values
              (:key, :value, :statute, :paragraph, :from, :to, :source, :checked, :confirmed,
               :origin)
            """
                + whenThere);
    for (Fact fact : facts) {
      batch
          .bind("key", fact.key())
          .bind("value", fact.value())
          .bind("statute", fact.statute())
          .bind("paragraph", fact.paragraph())
          .bind("from", fact.validFrom().toString())
          .bind("to", fact.validTo().toString())
          .bind("source", fact.source().toString())
          .bind("checked", fact.checked().toString())
          .bind("confirmed", fact.confirmed() ? 1 : 0)
          .bind("origin", origin)
          .add();
    }
    batch.execute();
  }

  /// All facts in order of their keys.
  public List<Fact> all(Handle handle) {
    return handle
        .createQuery(
            """
            select fact_key, fact_value, statute, paragraph, valid_from, valid_to, source, checked,
                   confirmed
              from fact
             order by fact_key
            """)
        .map(
            (rows, context) ->
                new Fact(
                    rows.getString("fact_key"),
                    rows.getString("fact_value"),
                    rows.getString("statute"),
                    rows.getString("paragraph"),
                    LocalDate.parse(rows.getString("valid_from")),
                    LocalDate.parse(rows.getString("valid_to")),
                    URI.create(rows.getString("source")),
                    LocalDate.parse(rows.getString("checked")),
                    rows.getInt("confirmed") == 1))
        .list();
  }
}
