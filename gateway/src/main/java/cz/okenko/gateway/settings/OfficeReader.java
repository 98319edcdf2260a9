package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Closure;
import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeCalendar;
import cz.okenko.gateway.directory.OfficeHours;
import cz.okenko.gateway.directory.Official;
import cz.okenko.gateway.directory.Role;
import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the group `office`. Relative paths are counted from the folder of the settings
/// file.
final class OfficeReader {
  private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Prague");
  private static final LocalDate NO_DAY = LocalDate.EPOCH;
  private static final Duration USUAL_PROMISE = Duration.ofHours(2);
  private static final int MOST_FREQUENT = 6;
  private static final String ADMIN = "admin";

  private final Section section;
  private final Path file;

  OfficeReader(Section section, Path file) {
    this.section = section;
    this.file = file;
  }

  Office read() {
    List<Official> officials = officials();
    return new Office(
        section.text("name"),
        section.flag("demo", false),
        contact(),
        languages(),
        section.value("privacy-url", URI.create(""), Values::page),
        BrandReader.read(section.section("brand"), file),
        new OfficeCalendar(
            hours(), closures(), section.value("zone", USUAL_ZONE, ZoneId::of)),
        frequent(),
        agendas(officials),
        officials);
  }

  private Office.Contact contact() {
    return new Office.Contact(
        section.text("address", ""),
        section.text("phone", ""),
        section.text("email", ""),
        section.text("web", ""),
        section.text("data-box", ""));
  }

  private List<Language> languages() {
    List<Language> languages = section.values("languages", Values::language);
    if (!languages.isEmpty() && !languages.contains(Language.CS)) {
      section.fault("languages", "must contain cs");
    }
    return languages.isEmpty() ? List.of(Language.values()) : languages;
  }

  private List<Slug> frequent() {
    List<Slug> frequent = section.values("frequent", Values::slug);
    if (frequent.size() > MOST_FREQUENT) {
      section.fault("frequent", "may name at most " + MOST_FREQUENT + " articles");
    }
    return frequent;
  }

  private OfficeHours hours() {
    Section week = section.section("hours");
    Map<DayOfWeek, List<OfficeHours.Hours>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String key = day.name().toLowerCase(Locale.ROOT);
      List<OfficeHours.Hours> ofDay = week.values(key, OfficeHours.Hours::of);
      try {
        hours.putAll(new OfficeHours(Map.of(day, ofDay)).week());
      } catch (IllegalArgumentException overlap) {
        week.fault(key, String.valueOf(overlap.getMessage()));
      }
    }
    return new OfficeHours(hours);
  }

  private List<Closure> closures() {
    List<Closure> closures = new ArrayList<>();
    for (Section closure : section.sections("closures")) {
      LocalDate from = day(closure, "from", NO_DAY);
      LocalDate to = day(closure, "to", from);
      String reason = closure.text("reason", "");
      if (to.isBefore(from)) {
        closure.fault("to", "is before the first day");
      } else {
        closures.add(new Closure(from, to, reason));
      }
    }
    return closures;
  }

  private static LocalDate day(Section closure, String key, LocalDate otherwise) {
    if (otherwise.equals(NO_DAY) && !closure.has(key)) {
      closure.fault(key, "is missing");
    }
    return closure.value(key, otherwise, LocalDate::parse);
  }

  private List<Agenda> agendas(List<Official> officials) {
    Set<String> seen = new HashSet<>();
    List<Agenda> agendas = new ArrayList<>();
    for (Section agenda : section.sections("agendas")) {
      String id = named(agenda, "id", seen);
      List<String> clerks = agenda.values("clerks", Values::name);
      for (String clerk : clerks) {
        if (officials.stream().noneMatch(official -> official.signIn().equals(clerk))) {
          agenda.fault("clerks", "names “" + clerk + "”, who is not among the officials");
        }
      }
      agendas.add(
          new Agenda(
              id,
              agenda.text("name"),
              agenda.text("place", ""),
              clerks,
              agenda.flag("supervised", false),
              promised(agenda)));
    }
    return agendas;
  }

  private static Duration promised(Section agenda) {
    return agenda.value("promised-hours", USUAL_PROMISE, OfficeReader::hours);
  }

  private static Duration hours(String text) {
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("must be a number of hours, 1 to 999");
    }
    return Duration.ofHours(Integer.parseInt(text));
  }

  private List<Official> officials() {
    Set<String> seen = new HashSet<>();
    List<Official> officials = new ArrayList<>();
    for (Section official : section.sections("officials")) {
      String signIn = named(official, "sign-in", seen);
      if (signIn.equals(ADMIN)) {
        official.fault("sign-in", "“" + ADMIN + "” is kept for the first admin");
      }
      officials.add(
          new Official(
              signIn,
              official.text("name"),
              official.value("role", Role.CLERK, Values::role),
              official.text("phone", ""),
              official.text("office", ""),
              password(official)));
    }
    return officials;
  }

  private static String named(Section section, String key, Set<String> seen) {
    section.text(key);
    String name = section.value(key, "", Values::name);
    if (!name.isEmpty() && !seen.add(name)) {
      section.fault(key, "“" + name + "” is there twice");
    }
    return name;
  }

  private FirstPassword password(Section official) {
    String name = official.text("password-file", "");
    if (name.isEmpty()) {
      return new FirstPassword.Unset();
    }
    try {
      String secret = Files.readString(file.resolveSibling(name)).strip();
      if (!secret.isEmpty()) {
        return new FirstPassword.Given(secret);
      }
      official.fault("password-file", "is an empty file");
    } catch (IOException unreadable) {
      official.fault("password-file", "cannot be read");
    }
    return new FirstPassword.Unset();
  }
}
