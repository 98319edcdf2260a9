package cz.okenko.gateway.roster;

import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.Clerks;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.directory.Absence;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.People;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.roster.PersonReading.Fault;
import cz.okenko.gateway.roster.PersonReading.Read;
import cz.okenko.gateway.roster.PersonRows.Kept;
import cz.okenko.gateway.store.Store;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The people of the office as the database knows them; the settings only plant them. What was read last
/// is remembered, so asking costs nothing. Safe for any thread.
public final class Roster {
  private final Store store;
  private final Office office;
  private final InstantSource clock;
  private final Clerks clerks;
  private volatile People people = new People(List.of());

  public Roster(Store store, Office office, InstantSource clock, Clerks clerks) {
    this.store = store;
    this.office = office;
    this.clock = clock;
    this.clerks = clerks;
  }

  /// What became of a change.
  sealed interface Change {
    record Made(Kept kept) implements Change {}

    /// Somebody else changed the person meanwhile.
    record Stale() implements Change {}

    record Unknown() implements Change {}

    record Refused(List<Fault> faults) implements Change {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Takes over what the settings say of people the directory does not know yet. To be called at start,
  /// when they may sign in.
  public void plant() {
    store.write(
        handle -> {
          office.officials().forEach(official -> PersonRows.plant(handle, official));
          return true;
        });
    refresh();
  }

  /// Reads anew what another process may have changed; to be called every few seconds.
  public void refresh() {
    people = people(kept());
  }

  /// Everybody as last read.
  public People people() {
    return people;
  }

  /// The same as it stands in a transaction.
  public static People people(Handle handle) {
    return people(PersonRows.all(handle));
  }

  private static People people(List<Kept> kept) {
    return new People(kept.stream().map(Kept::person).toList());
  }

  /// Their ids by sign-in name, as it stands in a transaction.
  public static Map<String, ClerkId> ids(Handle handle) {
    return PersonRows.all(handle).stream()
        .collect(Collectors.toMap(kept -> kept.person().signIn(), Kept::id));
  }

  /// Whom citizens are told to turn to now in matters of an agenda.
  public Optional<Person> onDuty(String agenda) {
    return people.onDuty(agenda, now());
  }

  /// Whether anybody of an agenda, or a deputy of theirs, is not away now.
  public boolean staffs(String agenda) {
    return people.staffs(agenda, now());
  }

  /// Whether the clerk is away by their own or a colleague's word.
  public boolean away(ClerkId id) {
    LocalDateTime now = now();
    return kept().stream()
        .filter(kept -> kept.id().equals(id))
        .anyMatch(kept -> kept.person().away(now));
  }

  /// Now, in the office's time.
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), office.calendar().zone());
  }

  List<Kept> kept() {
    return store.read(PersonRows::all);
  }

  /// How everybody is at this moment, by their ids.
  record Standing(Set<ClerkId> here, Map<ClerkId, Integer> loads) {}

  Standing standing(Presence presence) {
    return store.read(handle -> new Standing(presence.here(handle), PersonRows.loads(handle)));
  }

  /// How many conversations each clerk holds, as it stands in a transaction.
  public static Map<ClerkId, Integer> loads(Handle handle) {
    return PersonRows.loads(handle);
  }

  /// Changes what the cells say of a person; `version` is that of what was shown.
  Change change(ClerkId id, int version, Map<Column, String> cells) {
    return changing(
        handle -> {
          List<Kept> all = PersonRows.all(handle);
          return find(all, id)
              .<Change>map(
                  kept ->
                      kept.version() == version
                          ? changed(handle, kept, reading(all).read(cells, kept.person()))
                          : new Change.Stale())
              .orElseGet(Change.Unknown::new);
        });
  }

  /// Changes one thing about a person as they stand now.
  Change change(ClerkId id, UnaryOperator<Person> changing) {
    return changing(
        handle ->
            find(PersonRows.all(handle), id)
                .<Change>map(
                    kept ->
                        changed(handle, kept, new Read.Good(changing.apply(kept.person()))))
                .orElseGet(Change.Unknown::new));
  }

  /// The person is away from now on, instead of whatever was said of this moment.
  Change away(ClerkId id, LocalDateTime until) {
    LocalDateTime now = now();
    return change(id, person -> person.away(from(person, new Absence(now, until), now)));
  }

  /// The person is back.
  Change back(ClerkId id) {
    LocalDateTime now = now();
    return change(
        id,
        person ->
            person.away(
                person.absences().stream().filter(absence -> !absence.covers(now)).toList()));
  }

  private static List<Absence> from(Person person, Absence added, LocalDateTime now) {
    List<Absence> absences = new ArrayList<>();
    absences.add(added);
    person.absences().stream().filter(absence -> !absence.covers(now)).forEach(absences::add);
    return absences;
  }

  private Change changed(Handle handle, Kept kept, Read read) {
    return switch (read) {
      case Read.Bad(List<Fault> faults) -> new Change.Refused(faults);
      case Read.Good(Person person) -> {
        write(handle, kept.id(), person);
        yield new Change.Made(new Kept(kept.id(), person, kept.version() + 1));
      }
    };
  }

  private void write(Handle handle, ClerkId id, Person person) {
    clerks.describe(handle, id, person.name(), person.agendas());
    PersonRows.put(handle, id, person.away(future(person)));
  }

  /// Absences that are over are not kept.
  private List<Absence> future(Person person) {
    LocalDateTime now = now();
    return person.absences().stream().filter(absence -> absence.until().isAfter(now)).toList();
  }

  /// Reads the table and, unless it has a fault or only a look was wanted, writes all of it.
  RosterTable.Outcome take(RosterTable table, boolean dryRun) {
    RosterTable.Outcome outcome =
        store.write(
            handle -> {
              List<Kept> all = PersonRows.all(handle);
              RosterTable.Outcome read = table.against(all, office);
              if (!dryRun && read.faults().isEmpty()) {
                read.changed().forEach(person -> put(handle, all, person));
              }
              return read;
            });
    refresh();
    return outcome;
  }

  private void put(Handle handle, List<Kept> all, Person person) {
    ClerkId id =
        all.stream()
            .filter(kept -> kept.person().signIn().equals(person.signIn()))
            .map(Kept::id)
            .findFirst()
            .orElseGet(() -> clerks.enrol(handle, person.signIn(), person.name()));
    write(handle, id, person);
  }

  /// Keeps a picture and gives it to the person; [Photograph.None] takes away the one they have.
  Change picture(ClerkId id, Photograph photograph) {
    return changing(
        handle -> {
          if (photograph instanceof Photograph.Jpeg jpeg) {
            PersonRows.putPhotograph(handle, jpeg.name(), jpeg.bytes(), clock.millis());
          }
          Change change =
              find(PersonRows.all(handle), id)
                  .<Change>map(
                      kept ->
                          changed(
                              handle,
                              kept,
                              new Read.Good(kept.person().pictured(photograph.name()))))
                  .orElseGet(Change.Unknown::new);
          PersonRows.dropPhotographs(handle);
          return change;
        });
  }

  /// The JPEG of a picture's name.
  public Optional<byte[]> photograph(String name) {
    return store.read(handle -> PersonRows.photograph(handle, name)).stream().findFirst();
  }

  private Change changing(Function<Handle, Change> work) {
    Change change = store.write(work);
    refresh();
    return change;
  }

  private PersonReading reading(List<Kept> all) {
    return new PersonReading(
        office, all.stream().map(kept -> kept.person().signIn()).collect(Collectors.toSet()));
  }

  private static Optional<Kept> find(List<Kept> all, ClerkId id) {
    return all.stream().filter(kept -> kept.id().equals(id)).findFirst();
  }
}
