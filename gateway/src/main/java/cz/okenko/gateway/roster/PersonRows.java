package cz.okenko.gateway.roster;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.directory.Official;
import cz.okenko.gateway.directory.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The table `official` beside `clerk` and `clerk_agenda`. A clerk without a row has the defaults.
final class PersonRows {
  private PersonRows() {}

  /// A person with the id they sign in under and the number of their last change.
  record Kept(ClerkId id, Person person, int version) {}

  /// Everybody who may sign in, in the order in which they came.
  static List<Kept> all(Handle handle) {
    Map<Long, List<String>> agendas = agendas(handle);
    return handle
        .createQuery(
            """
            select c.id, c.sign_in, c.name,
                   coalesce(o.room, '') as room, coalesce(o.phone, '') as phone,
                   coalesce(o.languages, 'cs') as languages, coalesce(o.hours, '') as hours,
                   coalesce(o.deputy, '') as deputy, coalesce(o.capacity, :capacity) as capacity,
                   coalesce(o.listed, case when c.role = 'admin' then 0 else 1 end) as listed,
                   coalesce(o.photograph, '') as photograph,
                   coalesce(o.absences, '') as absences, coalesce(o.version, 0) as version
              from clerk c
              left join official o on o.clerk = c.id
             where c.active = 1
             order by c.id
            """)
        .bind("capacity", Person.USUAL_CAPACITY)
        .map((row, context) -> kept(row, agendas.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }

  private static Map<Long, List<String>> agendas(Handle handle) {
    Map<Long, List<String>> agendas = new HashMap<>();
    handle
        .createQuery("select clerk, agenda from clerk_agenda order by clerk, agenda")
        .map((row, context) -> Map.entry(row.getLong("clerk"), row.getString("agenda")))
        .forEach(
            entry ->
                agendas.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return agendas;
  }

  private static Kept kept(ResultSet row, List<String> agendas) throws SQLException {
    var person =
        new Person(
            row.getString("sign_in"),
            row.getString("name"),
            agendas,
            row.getString("room"),
            row.getString("phone"),
            PersonReading.languages(row.getString("languages")),
            Spans.hours(row.getString("hours")),
            row.getString("deputy"),
            row.getInt("capacity"),
            row.getInt("listed") == 1,
            row.getString("photograph"),
            Spans.absences(row.getString("absences")));
    return new Kept(new ClerkId(row.getLong("id")), person, row.getInt("version"));
  }

  /// Writes what the directory tells about a clerk who is there already.
  static void put(Handle handle, ClerkId id, Person person) {
    handle
        .createUpdate(
            """
            insert into official (clerk, room, phone, languages, hours, deputy, capacity, listed,
                                  photograph, absences, version)
                 values (:id, :room, :phone, :languages, :hours, :deputy, :capacity, :listed,
                         :photograph, :absences, 1)
            on conflict (clerk) do update
                    set room = :room, phone = :phone, languages = :languages, hours = :hours,
                        deputy = :deputy, capacity = :capacity, listed = :listed,
                        photograph = :photograph, absences = :absences,
                        version = official.version + 1
            """)
        .bind("id", id.value())
        .bind("room", person.room())
        .bind("phone", person.phone())
        .bind("languages", PersonReading.codes(person.languages()))
        .bind("hours", Spans.write(person.hours()))
        .bind("deputy", person.deputy())
        .bind("capacity", person.capacity())
        .bind("listed", person.listed() ? 1 : 0)
        .bind("photograph", person.photograph())
        .bind("absences", Spans.write(person.absences()))
        .execute();
  }

  /// What the settings say of a person is where the directory begins, and nothing after that.
  static void plant(Handle handle, Official official) {
    handle
        .createUpdate(
            """
            insert into official (clerk, room, phone)
                 select id, :room, :phone from clerk where sign_in = :signIn
            on conflict (clerk) do nothing
            """)
        .bind("signIn", official.signIn())
        .bind("room", official.office())
        .bind("phone", official.phone())
        .execute();
  }

  static void putPhotograph(Handle handle, String hash, byte[] jpeg, long at) {
    handle
        .createUpdate(
            """
            insert into photograph (hash, jpeg, at)
                 values (:hash, :jpeg, :at)
            on conflict (hash) do nothing
            """)
        .bind("hash", hash)
        .bind("jpeg", jpeg)
        .bind("at", at)
        .execute();
  }

  /// Pictures nobody has any more.
  static void dropPhotographs(Handle handle) {
    handle
        .createUpdate(
            """
            delete from photograph
             where not exists (select 1 from official o where o.photograph = photograph.hash)
            """)
        .execute();
  }

  static List<byte[]> photograph(Handle handle, String hash) {
    return handle
        .createQuery("select jpeg from photograph where hash = :hash")
        .bind("hash", hash)
        .map((row, context) -> row.getBytes("jpeg"))
        .list();
  }

  /// How many conversations each clerk holds.
  static Map<ClerkId, Integer> loads(Handle handle) {
    Map<ClerkId, Integer> loads = new HashMap<>();
    handle
        .createQuery(
            """
            select clerk, count(*) as held
              from conversation
             where state = 'with-clerk'
             group by clerk
            """)
        .map((row, context) -> Map.entry(row.getLong("clerk"), row.getInt("held")))
        .forEach(entry -> loads.put(new ClerkId(entry.getKey()), entry.getValue()));
    return loads;
  }
}
