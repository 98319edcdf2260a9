package cz.okenko.gateway.roster;

import cz.okenko.gateway.directory.Absence;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeHours;
import cz.okenko.gateway.directory.Person;
import cz.okenko.knowledge.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads a person from cells, whether they come from a file or from a form, and writes one down so that
/// it reads back the same. Every fault is told at once, each with its column.
final class PersonReading {
  private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int MOST_CAPACITY = 50;

  private final Office office;
  private final Set<String> colleagues;
  private final Set<String> barred;

  /// @param colleagues the sign-in names that may be deputies
  /// @param barred those whose access was taken away
  PersonReading(Office office, Set<String> colleagues, Set<String> barred) {
    this.office = office;
    this.colleagues = Set.copyOf(colleagues);
    this.barred = Set.copyOf(barred);
  }

  /// What is wrong with a cell.
  record Fault(Column column, String problem) {
    @Override
    public String toString() {
      return column.code() + " " + problem;
    }
  }

  sealed interface Read {
    record Good(Person person) implements Read {}

    record Bad(List<Fault> faults) implements Read {
      public Bad {
        faults = List.copyOf(faults);
      }
    }
  }

  /// A missing cell leaves what `before` has; so a file need not have every column.
  Read read(Map<Column, String> cells, Person before) {
    Map<Column, String> all = new EnumMap<>(write(before));
    all.putAll(cells);
    return new Row(all).read(before.photograph());
  }

  /// Somebody of whom nothing is known but the sign-in name.
  static Person fresh(String signIn) {
    return new Person(
        signIn,
        "",
        List.of(),
        "",
        "",
        List.of(Language.CS),
        OfficeHours.NONE,
        "",
        Person.USUAL_CAPACITY,
        true,
        "",
        List.of());
  }

  /// What is wrong with the deputy of somebody; nothing when the office has such a person.
  Optional<Fault> ofDeputy(String signIn, String deputy) {
    if (!deputy.isEmpty() && !colleagues.contains(deputy)) {
      return Optional.of(
          new Fault(Column.DEPUTY, "names nobody of the office: “" + deputy + "”"));
    }
    return !deputy.isEmpty() && deputy.equals(signIn)
        ? Optional.of(new Fault(Column.DEPUTY, "is the person themselves"))
        : Optional.empty();
  }

  static Map<Column, String> write(Person person) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.put(Column.SIGN_IN, person.signIn());
    cells.put(Column.NAME, person.name());
    cells.put(Column.AGENDAS, String.join(" ", person.agendas()));
    cells.put(Column.ROOM, person.room());
    cells.put(Column.PHONE, person.phone());
    cells.put(Column.LANGUAGES, codes(person.languages()));
    cells.put(Column.HOURS, Spans.write(person.hours()));
    cells.put(Column.DEPUTY, person.deputy());
    cells.put(Column.CAPACITY, Integer.toString(person.capacity()));
    cells.put(Column.PUBLIC, person.listed() ? "yes" : "no");
    cells.put(Column.ABSENCES, Spans.write(person.absences()));
    return cells;
  }

  static String codes(List<Language> languages) {
    return languages.stream().map(Language::code).collect(Collectors.joining(" "));
  }

  static List<Language> languages(String codes) {
    return words(codes).stream().flatMap(code -> Language.of(code).stream()).distinct().toList();
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.strip().split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /// One person being read.
  private final class Row {
    private final Map<Column, String> cells;
    private final List<Fault> faults = new ArrayList<>();

    Row(Map<Column, String> cells) {
      this.cells = cells;
    }

    Read read(String photograph) {
      String signIn = text(Column.SIGN_IN);
      if (!SIGN_IN.matcher(signIn).matches()) {
        fault(Column.SIGN_IN, "may hold lower-case letters, digits, dots and dashes only");
      } else if (barred.contains(signIn)) {
        fault(Column.SIGN_IN, "is of somebody whose access was taken away; an admin gives it back");
      }
      String name = text(Column.NAME);
      if (name.isEmpty()) {
        fault(Column.NAME, "is empty");
      }
      var person =
          new Person(
              signIn,
              name,
              agendas(),
              text(Column.ROOM),
              text(Column.PHONE),
              spoken(),
              parsed(Column.HOURS, Spans::hours, OfficeHours.NONE),
              deputy(signIn),
              capacity(),
              isListed(),
              photograph,
              parsed(Column.ABSENCES, Spans::absences, List.<Absence>of()));
      return faults.isEmpty() ? new Read.Good(person) : new Read.Bad(faults);
    }

    private String text(Column column) {
      String text = cells.getOrDefault(column, "").strip();
      if (text.length() > column.longest()) {
        fault(column, "may have " + column.longest() + " characters");
      }
      if (text.chars().anyMatch(c -> c < ' ')) {
        fault(column, "has a line break or a control character");
      }
      return text;
    }

    private List<String> agendas() {
      List<String> agendas = words(text(Column.AGENDAS)).stream().distinct().toList();
      List<String> known = office.agendas().stream().map(Agenda::id).toList();
      agendas.stream()
          .filter(agenda -> !known.contains(agenda))
          .forEach(agenda -> fault(Column.AGENDAS, "names no agenda of the office: “" + agenda + "”"));
      return agendas;
    }

    private List<Language> spoken() {
      List<String> codes = words(text(Column.LANGUAGES));
      codes.stream()
          .filter(code -> Language.of(code).isEmpty())
          .forEach(code -> fault(Column.LANGUAGES, "names no language we know: “" + code + "”"));
      if (codes.isEmpty()) {
        fault(Column.LANGUAGES, "is empty");
      }
      return languages(String.join(" ", codes));
    }

    private String deputy(String signIn) {
      String deputy = text(Column.DEPUTY);
      ofDeputy(signIn, deputy).ifPresent(faults::add);
      return deputy;
    }

    private int capacity() {
      String text = text(Column.CAPACITY);
      if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= MOST_CAPACITY) {
        return Integer.parseInt(text);
      }
      fault(Column.CAPACITY, "must be a number, 0 to " + MOST_CAPACITY);
      return Person.USUAL_CAPACITY;
    }

    private boolean isListed() {
      String text = text(Column.PUBLIC);
      if (!Set.of("yes", "no", "ano", "ne").contains(text)) {
        fault(Column.PUBLIC, "must be yes or no");
      }
      return text.equals("yes") || text.equals("ano");
    }

    private <T> T parsed(Column column, Function<String, T> parse, T otherwise) {
      try {
        return parse.apply(text(column));
      } catch (IllegalArgumentException unreadable) {
        fault(column, String.valueOf(unreadable.getMessage()));
        return otherwise;
      }
    }

    private void fault(Column column, String problem) {
      faults.add(new Fault(column, problem));
    }
  }
}
