package cz.okenko.gateway.roster;

import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.editing.Refusal;
import cz.okenko.gateway.editing.SeparatedText;
import cz.okenko.gateway.editing.TableLine;
import cz.okenko.gateway.editing.UnreadableFileException;
import cz.okenko.gateway.roster.PersonReading.Read;
import cz.okenko.gateway.roster.PersonRows.Kept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The directory as a table: one line a person, found by the sign-in name. A file may leave out columns
/// and people; what it does not name stays as it is. One fault and nothing of it is taken.
final class RosterTable {
  private static final String LINE = "\r\n";

  /// By it a spreadsheet knows that the file is UTF-8.
  private static final String MARK = "\ufeff";

  private final List<TableLine> lines;
  private final List<Refusal> broken;

  private RosterTable(SeparatedText.Table table) {
    this.lines = table.lines();
    this.broken = table.broken();
  }

  static RosterTable of(String text) throws UnreadableFileException {
    boolean marked = text.startsWith(MARK);
    return new RosterTable(SeparatedText.read(marked ? text.substring(MARK.length()) : text));
  }

  /// What a table would do: people it adds (by sign-in name), people it changes or adds, how many stay,
  /// and everything that is wrong with it.
  record Outcome(List<String> added, List<Altered> changed, int same, List<Refusal> faults) {
    Outcome {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      faults = List.copyOf(faults);
    }
  }

  /// A person as they will be, and what is new about them.
  record Altered(Person person, List<Column> columns) {
    Altered {
      columns = List.copyOf(columns);
    }

    static Altered of(Person before, Person person) {
      Map<Column, String> was = PersonReading.write(before);
      Map<Column, String> is = PersonReading.write(person);
      return new Altered(
          person,
          Arrays.stream(Column.values())
              .filter(column -> !is.getOrDefault(column, "").equals(was.getOrDefault(column, "")))
              .toList());
    }
  }

  /// The file as a spreadsheet opens it.
  static String write(List<Person> people) {
    var text = new StringBuilder(MARK);
    text.append(
        Arrays.stream(Column.values()).map(Column::code).collect(Collectors.joining(";")));
    text.append(LINE);
    for (Person person : people) {
      text.append(
          PersonReading.write(person).values().stream()
              .map(RosterTable::cell)
              .collect(Collectors.joining(";")));
      text.append(LINE);
    }
    return text.toString();
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ';' || c == ',' || c == '"' || c == '\t');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /// @param barred sign-in names of those whose access was taken away
  Outcome against(List<Kept> all, Office office, Set<String> barred) {
    if (lines.isEmpty()) {
      return new Outcome(List.of(), List.of(), 0, List.of(new Refusal(0, "the file is empty")));
    }
    List<Refusal> faults = new ArrayList<>(broken);
    List<Optional<Column>> columns = columns(faults);
    return new Comparison(all, columns, faults).outcome(office, barred);
  }

  /// The columns of the first line, in its order.
  private List<Optional<Column>> columns(List<Refusal> faults) {
    TableLine head = lines.getFirst();
    List<Optional<Column>> columns = new ArrayList<>();
    for (String name : head.cells()) {
      Optional<Column> column = Column.of(name.strip());
      if (column.isEmpty()) {
        faults.add(new Refusal(head.line(), "there is no column “" + name.strip() + "”"));
      } else if (columns.contains(column)) {
        faults.add(new Refusal(head.line(), "the column “" + name.strip() + "” is there twice"));
      }
      columns.add(column);
    }
    if (!columns.contains(Optional.of(Column.SIGN_IN))) {
      faults.add(new Refusal(head.line(), "the column “sign-in” is missing"));
    }
    return columns;
  }

  /// The table beside the people who are there.
  private final class Comparison {
    private final List<Optional<Column>> columns;
    private final List<Refusal> faults;
    private final Map<String, Person> known;
    private final Set<String> seen = new HashSet<>();
    private final List<String> added = new ArrayList<>();
    private final List<Altered> changed = new ArrayList<>();
    private int same;

    Comparison(List<Kept> all, List<Optional<Column>> columns, List<Refusal> faults) {
      this.columns = columns;
      this.faults = faults;
      this.known =
          all.stream()
              .map(Kept::person)
              .collect(Collectors.toMap(Person::signIn, person -> person));
    }

    Outcome outcome(Office office, Set<String> barred) {
      Set<String> colleagues = new HashSet<>(known.keySet());
      body().map(line -> cells(line).getOrDefault(Column.SIGN_IN, "")).forEach(colleagues::add);
      var reading = new PersonReading(office, colleagues, barred);
      body().forEach(line -> read(line, reading));
      return new Outcome(added, changed, same, faults);
    }

    private Stream<TableLine> body() {
      return lines.stream().skip(1);
    }

    private Map<Column, String> cells(TableLine line) {
      Map<Column, String> cells = new EnumMap<>(Column.class);
      for (int i = 0; i < columns.size(); i++) {
        int at = i;
        columns.get(i).ifPresent(column -> cells.put(column, line.cell(at)));
      }
      return cells;
    }

    private void read(TableLine line, PersonReading reading) {
      if (line.cells().size() > columns.size()) {
        faults.add(new Refusal(line.line(), "has more cells than the first line has columns"));
      }
      Map<Column, String> cells = cells(line);
      String signIn = cells.getOrDefault(Column.SIGN_IN, "");
      if (!seen.add(signIn)) {
        faults.add(new Refusal(line.line(), "names “" + signIn + "” again"));
      }
      Person before = known.getOrDefault(signIn, PersonReading.fresh(signIn));
      switch (reading.read(cells, before)) {
        case Read.Bad(var wrong) ->
            wrong.forEach(fault -> faults.add(new Refusal(line.line(), fault.toString())));
        case Read.Good(Person person) -> take(person, before);
      }
    }

    private void take(Person person, Person before) {
      if (!known.containsKey(person.signIn())) {
        added.add(person.signIn());
        changed.add(Altered.of(before, person));
      } else if (person.equals(before)) {
        same++;
      } else {
        changed.add(Altered.of(before, person));
      }
    }
  }
}
