package cz.okenko.gateway.roster;

import cz.okenko.gateway.access.Audit.Pen;
import cz.okenko.gateway.access.ClerkId;
import cz.okenko.gateway.access.Clerks;
import cz.okenko.gateway.access.Deed;
import cz.okenko.gateway.access.Presence;
import cz.okenko.gateway.access.Subject;
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

    /// Somebody has the sign-in name already.
    record Taken() implements Change {}

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
  Change change(Pen pen, ClerkId id, int version, Map<Column, String> cells) {
    return changing(
        handle ->
            known(handle, id)
                .map(
                    kept ->
                        kept.version() == version
                            ? read(pen, handle, kept, cells)
                            : new Change.Stale())
                .orElseGet(Change.Unknown::new));
  }

  private Change read(Pen pen, Handle handle, Kept kept, Map<Column, String> cells) {
    return switch (reading(handle).read(cells, kept.person())) {
      case Read.Bad(List<Fault> faults) -> new Change.Refused(faults);
      case Read.Good(Person person) -> {
        boolean same = person.equals(kept.person());
        yield same ? new Change.Made(kept) : changed(pen, handle, kept, Deed.CHANGED_CLERK, person);
      }
    };
  }

  /// Adds somebody who cannot sign in until an admin says so; the cells name them.
  Change add(Pen pen, Map<Column, String> cells) {
    return changing(
        handle -> {
          String signIn = cells.getOrDefault(Column.SIGN_IN, "").strip();
          if (people(handle).named(signIn).isPresent()) {
            return new Change.Taken();
          }
          return switch (reading(handle).read(cells, PersonReading.fresh(signIn))) {
            case Read.Bad(List<Fault> faults) -> new Change.Refused(faults);
            case Read.Good(Person person) -> {
              ClerkId id = added(pen, handle, person);
              yield new Change.Made(new Kept(id, person, 1));
            }
          };
        });
  }

  private ClerkId added(Pen pen, Handle handle, Person person) {
    ClerkId id = clerks.enrol(handle, person.signIn(), person.name());
    write(handle, id, person);
    pen.write(handle, Deed.ADDED_CLERK, Subject.clerk(id));
    return id;
  }

  /// The person is away for that time, instead of whatever was said of its beginning.
  ///
  /// @param deputy who stands in; empty for who did before
  Change away(Pen pen, ClerkId id, Absence absence, String deputy) {
    return changing(
        handle ->
            known(handle, id)
                .map(kept -> away(pen, handle, kept, absence, deputy))
                .orElseGet(Change.Unknown::new));
  }

  private Change away(Pen pen, Handle handle, Kept kept, Absence absence, String deputy) {
    Person before = kept.person();
    List<Absence> absences = future(before.away(with(absence, before.absences())));
    List<Fault> faults = new ArrayList<>();
    reading(handle).ofDeputy(before.signIn(), deputy).ifPresent(faults::add);
    if (absences.size() > Spans.MOST_ABSENCES) {
      faults.add(new Fault(Column.ABSENCES, "has more than " + Spans.MOST_ABSENCES + " absences"));
    }
    Person after = before.away(absences).deputised(deputy.isEmpty() ? before.deputy() : deputy);
    return faults.isEmpty()
        ? changed(pen, handle, kept, Deed.SET_ABSENCE, after)
        : new Change.Refused(faults);
  }

  private static List<Absence> with(Absence added, List<Absence> before) {
    List<Absence> absences = new ArrayList<>();
    absences.add(added);
    before.stream().filter(absence -> !absence.covers(added.from())).forEach(absences::add);
    return absences;
  }

  /// The person is at the office at that moment: is back, or will not go after all.
  Change present(Pen pen, ClerkId id, LocalDateTime moment) {
    return changing(
        handle ->
            known(handle, id)
                .map(kept -> changed(pen, handle, kept, Deed.ENDED_ABSENCE, present(kept, moment)))
                .orElseGet(Change.Unknown::new));
  }

  private static Person present(Kept kept, LocalDateTime moment) {
    Person person = kept.person();
    return person.away(
        person.absences().stream().filter(absence -> !absence.covers(moment)).toList());
  }

  private Change changed(Pen pen, Handle handle, Kept kept, Deed deed, Person after) {
    write(handle, kept.id(), after);
    pen.write(handle, deed, Subject.clerk(kept.id()));
    return new Change.Made(new Kept(kept.id(), after, kept.version() + 1));
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
  RosterTable.Outcome take(Pen pen, RosterTable table, boolean dryRun) {
    RosterTable.Outcome outcome =
        store.write(
            handle -> {
              List<Kept> all = PersonRows.all(handle);
              RosterTable.Outcome read = table.against(all, office, clerks.barred(handle));
              if (!dryRun && read.faults().isEmpty()) {
                pen.write(handle, Deed.IMPORTED, Subject.DIRECTORY);
                read.changed().forEach(altered -> put(pen, handle, all, altered.person()));
              }
              return read;
            });
    refresh();
    return outcome;
  }

  private void put(Pen pen, Handle handle, List<Kept> all, Person person) {
    all.stream()
        .filter(kept -> kept.person().signIn().equals(person.signIn()))
        .findFirst()
        .ifPresentOrElse(
            kept -> changed(pen, handle, kept, Deed.CHANGED_CLERK, person),
            () -> added(pen, handle, person));
  }

  /// Keeps a picture and gives it to the person; [Photograph.None] takes away the one they have.
  Change picture(Pen pen, ClerkId id, Photograph photograph) {
    return changing(
        handle -> {
          if (photograph instanceof Photograph.Jpeg jpeg) {
            PersonRows.putPhotograph(handle, jpeg.name(), jpeg.bytes(), clock.millis());
          }
          Change change =
              known(handle, id)
                  .map(kept -> pictured(pen, handle, kept, photograph))
                  .orElseGet(Change.Unknown::new);
          PersonRows.dropPhotographs(handle);
          return change;
        });
  }

  private Change pictured(Pen pen, Handle handle, Kept kept, Photograph photograph) {
    Person after = kept.person().pictured(photograph.name());
    return changed(pen, handle, kept, Deed.CHANGED_PHOTOGRAPH, after);
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

  private PersonReading reading(Handle handle) {
    return new PersonReading(office, ids(handle).keySet(), clerks.barred(handle));
  }

  private static Optional<Kept> known(Handle handle, ClerkId id) {
    return PersonRows.all(handle).stream().filter(kept -> kept.id().equals(id)).findFirst();
  }
}
