package cz.okenko.gateway.directory;

import cz.okenko.knowledge.Language;
import cz.okenko.knowledge.Slug;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The municipality that runs this installation. `demo` says that it is made up. `privacyUrl` is
/// empty (`URI.create("")`) when the office names no such page.
public record Office(
    String name,
    boolean demo,
    Contact contact,
    List<Language> languages,
    URI privacyUrl,
    Brand brand,
    OfficeCalendar calendar,
    List<Slug> frequent,
    List<Agenda> agendas,
    List<Official> officials) {

  public Office {
    languages = List.copyOf(languages);
    frequent = List.copyOf(frequent);
    agendas = List.copyOf(agendas);
    officials = List.copyOf(officials);
  }

  /// How the office is reached; a part it does not have is empty.
  public record Contact(
      String address, String phone, String email, String web, String dataBox) {}

  /// The code of the language the office begins in.
  public String language() {
    return languages.getFirst().code();
  }

  public Optional<Agenda> agenda(String id) {
    return agendas.stream().filter(agenda -> agenda.id().equals(id)).findFirst();
  }

  public Optional<Official> official(String signIn) {
    return officials.stream().filter(official -> official.signIn().equals(signIn)).findFirst();
  }

  /// The agendas an official serves, in the order of the office.
  public List<Agenda> agendasOf(String signIn) {
    return agendas.stream().filter(agenda -> agenda.clerks().contains(signIn)).toList();
  }
}
