package cz.okenko.gateway.publishing;

import cz.okenko.connectors.http.Json;
import cz.okenko.gateway.directory.Agenda;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeHours;
import cz.okenko.gateway.directory.People;
import cz.okenko.gateway.directory.Person;
import cz.okenko.knowledge.Language;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The office's people as search engines read them: a government office with a department for each agenda
/// and a contact point for whoever is there. Terms of schema.org.
final class DirectoryData {
  private final Office office;
  private final Addresses addresses;

  DirectoryData(Office office, Addresses addresses) {
    this.office = office;
    this.addresses = addresses;
  }

  Html.Markup of(People people, LocalDateTime now, Language language) {
    String page = addresses.whole(addresses.directory(language));
    var data = new LinkedHashMap<String, Object>();
    data.put("@context", "https://schema.org");
    data.put("@type", "GovernmentOffice");
    data.put("@id", addresses.whole("/#office"));
    data.put("name", office.name());
    put(data, "address", office.contact().address());
    put(data, "telephone", office.contact().phone());
    put(data, "email", office.contact().email());
    data.put("url", page);
    data.put("openingHoursSpecification", hours(office.calendar().hours()));
    data.put(
        "department",
        office.agendas().stream().map(agenda -> department(agenda, people, now, page)).toList());
    return new Html.LinkedData(new String(Json.write(data), StandardCharsets.UTF_8));
  }

  private Map<String, Object> department(
      Agenda agenda, People people, LocalDateTime now, String page) {
    var department = new LinkedHashMap<String, Object>();
    department.put("@type", "GovernmentOrganization");
    department.put("@id", page + "#" + DirectoryPage.anchor(agenda.id()));
    department.put("name", agenda.name());
    put(department, "location", agenda.place());
    List<Person> listed = people.of(agenda.id()).stream().filter(Person::listed).toList();
    department.put("employee", listed.stream().map(this::employee).toList());
    people
        .onDuty(agenda.id(), now)
        .ifPresent(person -> department.put("contactPoint", contact(agenda, person)));
    return department;
  }

  private Map<String, Object> employee(Person person) {
    var employee = new LinkedHashMap<String, Object>();
    employee.put("@type", "Person");
    employee.put("name", person.name());
    put(employee, "telephone", person.phone());
    put(employee, "workLocation", person.room());
    if (!person.photograph().isEmpty()) {
      employee.put("image", addresses.whole(Addresses.photograph(person.photograph())));
    }
    return employee;
  }

  private Map<String, Object> contact(Agenda agenda, Person person) {
    var contact = new LinkedHashMap<String, Object>();
    contact.put("@type", "ContactPoint");
    contact.put("contactType", agenda.name());
    contact.put("name", person.name());
    put(contact, "telephone", person.phone());
    contact.put("availableLanguage", person.languages().stream().map(Language::code).toList());
    if (!person.hours().equals(OfficeHours.NONE)) {
      contact.put("hoursAvailable", hours(person.hours()));
    }
    return contact;
  }

  private static List<Map<String, Object>> hours(OfficeHours hours) {
    List<Map<String, Object>> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
      hours
          .on(day)
          .forEach(
              span ->
                  week.add(
                      Map.of(
                          "@type", "OpeningHoursSpecification",
                          "dayOfWeek", "https://schema.org/" + name,
                          "opens", span.from().toString(),
                          "closes", span.to().toString())));
    }
    return week;
  }

  private static void put(Map<String, Object> map, String key, String value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
