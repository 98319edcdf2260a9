package cz.okenko.gateway.directory;

import cz.okenko.knowledge.Language;
import java.time.LocalDateTime;
import java.util.List;

/// One of the people of the office as the directory knows them. Texts that are not known are empty.
///
/// @param agendas the agendas' ids
/// @param hours when the person sees visitors; [OfficeHours#NONE] means whenever the office is open
/// @param deputy the sign-in name of who stands in
/// @param capacity how many conversations the person holds at once before they count as busy
/// @param listed whether citizens read about them
/// @param photograph the name of a picture, made of its bytes
public record Person(
    String signIn,
    String name,
    List<String> agendas,
    String room,
    String phone,
    List<Language> languages,
    OfficeHours hours,
    String deputy,
    int capacity,
    boolean listed,
    String photograph,
    List<Absence> absences) {

  public static final int USUAL_CAPACITY = 5;

  public Person {
    agendas = List.copyOf(agendas);
    languages = List.copyOf(languages);
    absences = List.copyOf(absences);
  }

  /// Whether the person said, or a colleague for them, that they are not at the office then.
  public boolean away(LocalDateTime moment) {
    return absences.stream().anyMatch(absence -> absence.covers(moment));
  }

  public boolean speaks(Language language) {
    return languages.contains(language);
  }

  public boolean handles(String agenda) {
    return agendas.contains(agenda);
  }

  /// The same person with other absences.
  public Person away(List<Absence> next) {
    return new Person(
        signIn, name, agendas, room, phone, languages, hours, deputy, capacity, listed, photograph,
        next);
  }

  /// The same person with another deputy; empty for none.
  public Person deputised(String next) {
    return new Person(
        signIn, name, agendas, room, phone, languages, hours, next, capacity, listed, photograph,
        absences);
  }

  /// The same person with another picture; empty for none.
  public Person pictured(String next) {
    return new Person(
        signIn, name, agendas, room, phone, languages, hours, deputy, capacity, listed, next,
        absences);
  }
}
