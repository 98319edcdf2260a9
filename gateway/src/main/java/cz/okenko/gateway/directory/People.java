package cz.okenko.gateway.directory;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everybody of the office at one moment, in the order in which they came.
public record People(List<Person> all) {
  public People {
    all = List.copyOf(all);
  }

  public Optional<Person> named(String signIn) {
    return all.stream().filter(person -> person.signIn().equals(signIn)).findFirst();
  }

  /// Who handles an agenda.
  public List<Person> of(String agenda) {
    return all.stream().filter(person -> person.handles(agenda)).toList();
  }

  /// Who stands in for a person; empty when nobody does or the deputy has left.
  public Optional<Person> deputyOf(Person person) {
    return person.deputy().isEmpty() ? Optional.empty() : named(person.deputy());
  }

  /// Whom a citizen is told to turn to at that moment: the first of the agenda who is not away, before
  /// them the deputy of one who is. Only people citizens may read about.
  public Optional<Person> onDuty(String agenda, LocalDateTime moment) {
    return of(agenda).stream()
        .flatMap(person -> Stream.concat(Stream.of(person), deputyOf(person).stream()))
        .filter(person -> person.listed() && !person.away(moment))
        .findFirst();
  }

  /// Whether somebody of the agenda or a deputy of theirs is not away. An agenda of which nobody was
  /// named is everybody's.
  public boolean staffs(String agenda, LocalDateTime moment) {
    List<Person> own = of(agenda);
    return own.isEmpty()
        || own.stream()
            .flatMap(person -> Stream.concat(Stream.of(person), deputyOf(person).stream()))
            .anyMatch(person -> !person.away(moment));
  }
}
