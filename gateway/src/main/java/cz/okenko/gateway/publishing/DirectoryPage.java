package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;
import static cz.okenko.gateway.publishing.Html.nothing;
import static cz.okenko.gateway.publishing.Html.row;
import static cz.okenko.gateway.publishing.Html.text;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Absence;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.HoursInWords;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.directory.OfficeHours;
import cz.okenko.gateway.directory.People;
import cz.okenko.gateway.directory.Person;
import cz.okenko.gateway.publishing.Html.Markup;
import cz.okenko.knowledge.Language;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands between head and foot of the page of the office's people: every agenda with its place, who
/// handles it, and who stands in for whoever is away.
final class DirectoryPage {
  private static final String SIDE = "80";

  private final Office office;
  private final OfficeDoor door;
  private final Texts texts;

  DirectoryPage(Office office, OfficeDoor door, Texts texts) {
    this.office = office;
    this.door = door;
    this.texts = texts;
  }

  Markup main(People people, LocalDateTime now, Language language) {
    return new View(people, now, language).main();
  }

  /// The page for one kind of reader at one moment.
  private final class View {
    private final People people;
    private final LocalDateTime now;
    private final Language language;

    View(People people, LocalDateTime now, Language language) {
      this.people = people;
      this.now = now;
      this.language = language;
    }

    Markup main() {
      List<Markup> parts = new ArrayList<>();
      parts.add(el("h1", text(said("pages.directory"))));
      parts.add(contact());
      office.agendas().forEach(agenda -> parts.add(agenda(agenda)));
      return row(parts);
    }

    private Markup contact() {
      Office.Contact contact = office.contact();
      List<Markup> parts = new ArrayList<>();
      if (!contact.address().isEmpty()) {
        parts.add(el("li", at("lang", "cs"), text(contact.address())));
      }
      parts.add(el("li", text(said("pages.hours") + " " + door.week(language))));
      parts.add(el("li", text(sentence(door.sentence(language)))));
      if (!contact.phone().isEmpty()) {
        parts.add(el("li", phone(contact.phone())));
      }
      if (!contact.email().isEmpty()) {
        parts.add(
            el("li", el("a", at("href", "mailto:" + contact.email()), text(contact.email()))));
      }
      if (!contact.dataBox().isEmpty()) {
        parts.add(el("li", text(texts.text(language, "pages.data-box", contact.dataBox()))));
      }
      return el("ul", at("class", "plain"), row(parts));
    }

    private static String sentence(String words) {
      return words.isEmpty()
          ? words
          : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private Markup agenda(Agenda agenda) {
      List<Markup> items =
          people.of(agenda.id()).stream()
              .filter(Person::listed)
              .map(person -> el("li", person(person)))
              .collect(Collectors.toList());
      return el(
          "section",
          at("class", "agenda"),
          at("id", anchor(agenda.id())),
          el("h2", at("lang", "cs"), text(agenda.name())),
          agenda.place().isEmpty()
              ? nothing()
              : el("p", at("lang", "cs"), text(agenda.place())),
          items.isEmpty() ? nothing() : el("ul", at("class", "officials"), row(items)));
    }

    private Markup person(Person person) {
      List<Markup> lines = new ArrayList<>();
      lines.add(el("strong", at("lang", "cs"), text(person.name())));
      if (!person.room().isEmpty()) {
        lines.add(el("span", at("lang", "cs"), text(person.room())));
      }
      if (!person.phone().isEmpty()) {
        lines.add(el("span", phone(person.phone())));
      }
      if (!person.hours().equals(OfficeHours.NONE)) {
        String week = new HoursInWords(texts).week(person.hours(), language);
        lines.add(el("span", text(said("pages.hours") + " " + week)));
      }
      lines.add(el("span", text(spoken(person))));
      lines.add(away(person));
      return row(picture(person), el("div", row(lines)));
    }

    private Markup picture(Person person) {
      return person.photograph().isEmpty()
          ? el(
              "span",
              at("class", "face"),
              at("aria-hidden", "true"),
              text(initials(person.name())))
          : el(
              "img",
              at("src", Addresses.photograph(person.photograph())),
              at("alt", ""),
              at("width", SIDE),
              at("height", SIDE),
              at("loading", "lazy"));
    }

    /// Of the first two names, where there is no picture.
    private static String initials(String name) {
      return Stream.of(name.strip().split("\\s+"))
          .filter(word -> !word.isEmpty())
          .limit(2)
          .map(word -> new String(Character.toChars(word.codePointAt(0))))
          .collect(Collectors.joining())
          .toUpperCase(Locale.ROOT);
    }

    private String spoken(Person person) {
      String names =
          person.languages().stream()
              .map(spoken -> said("pages.speaks." + spoken.code()))
              .collect(Collectors.joining(", "));
      return texts.text(language, "pages.speaks", names);
    }

    private Markup away(Person person) {
      if (!person.away(now)) {
        return nothing();
      }
      LocalDateTime back =
          person.absences().stream()
              .filter(absence -> absence.covers(now))
              .map(Absence::until)
              .max(Comparator.naturalOrder())
              .orElse(now);
      return el(
          "span",
          at("class", "away"),
          text(texts.text(language, "pages.away", Days.said(back.toLocalDate(), language))),
          people
              .deputyOf(person)
              .filter(deputy -> deputy.listed() && !deputy.away(now))
              .map(this::deputy)
              .orElse(nothing()));
    }

    private Markup deputy(Person deputy) {
      List<Markup> parts = new ArrayList<>();
      parts.add(text(" " + said("pages.deputy") + " "));
      parts.add(el("strong", at("lang", "cs"), text(deputy.name())));
      if (!deputy.room().isEmpty()) {
        parts.add(el("span", at("lang", "cs"), text(", " + deputy.room())));
      }
      if (!deputy.phone().isEmpty()) {
        parts.add(row(text(", "), phone(deputy.phone())));
      }
      return row(parts);
    }

    private static Markup phone(String phone) {
      return el("a", at("href", "tel:" + phone.replaceAll("[^+0-9]", "")), text(phone));
    }

    private String said(String key) {
      return texts.text(language, key);
    }
  }

  /// Where on the page an agenda stands.
  static String anchor(String agenda) {
    return "agenda-" + agenda;
  }
}
