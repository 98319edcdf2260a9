package cz.okenko.gateway.directory;

import cz.okenko.knowledge.Language;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// To whom a conversation goes that needs a person: to somebody of its agenda, else to a deputy, else
/// to the agenda's queue, else to the office's. Decided on what it is given and nothing else.
public final class Routing {
  private Routing() {}

  /// What a conversation is about, and the language it is held in.
  public record Matter(String agenda, Language language) {}

  /// A person at this moment.
  ///
  /// @param here whether their console said so lately
  /// @param away whether they are absent by their own word
  /// @param load how many conversations they hold or are offered
  public record Seat(Person person, boolean here, boolean away, int load) {
    boolean takes(Language language) {
      return here && !away && person.speaks(language) && load < person.capacity();
    }
  }

  /// Where a conversation goes.
  public sealed interface Route {
    /// It waits in its agenda's queue and is offered to this person first.
    record Offer(String signIn) implements Route {}

    /// It waits in its agenda's queue: nobody can take it now, but somebody will be back.
    record Queue() implements Route {}

    /// Everybody of the agenda is away, and so are their deputies.
    record Office() implements Route {}
  }

  /// Where a conversation goes that is meant for one person.
  public sealed interface Handing {
    /// To this person: the one who was meant.
    record Meant(Person person) implements Handing {}

    /// The one who was meant is away; this person stands in.
    record Deputy(Person person) implements Handing {}

    /// Both are away, so it is for whoever handles the agenda.
    record Queue() implements Handing {}
  }

  /// Nobody is handed a conversation while they are away.
  public static Handing handing(Person meant, People people, LocalDateTime moment) {
    return meant.away(moment)
        ? people
            .deputyOf(meant)
            .filter(deputy -> !deputy.away(moment))
            .<Handing>map(Handing.Deputy::new)
            .orElseGet(Handing.Queue::new)
        : new Handing.Meant(meant);
  }

  /// @param unwilling who let an offer of this conversation pass; asked again when nobody else is there
  public static Route route(Matter matter, List<Seat> seats, String unwilling) {
    List<Seat> own = seats.stream().filter(seat -> seat.person.handles(matter.agenda)).toList();
    List<Seat> deputies = own.stream().flatMap(seat -> deputy(seat, seats)).distinct().toList();
    Predicate<Seat> takes = seat -> seat.takes(matter.language);
    Predicate<Seat> willing = seat -> !seat.person.signIn().equals(unwilling);
    return idlest(own, takes.and(willing))
        .or(() -> idlest(deputies, takes.and(willing)))
        .or(() -> idlest(own, takes))
        .or(() -> idlest(deputies, takes))
        .<Route>map(seat -> new Route.Offer(seat.person.signIn()))
        .orElseGet(() -> waiting(own, deputies));
  }

  private static Route waiting(List<Seat> own, List<Seat> deputies) {
    boolean somebody =
        own.isEmpty() || Stream.concat(own.stream(), deputies.stream()).anyMatch(seat -> !seat.away);
    return somebody ? new Route.Queue() : new Route.Office();
  }

  private static Stream<Seat> deputy(Seat of, List<Seat> seats) {
    String deputy = of.person.deputy();
    return seats.stream()
        .filter(seat -> !deputy.isEmpty() && seat.person.signIn().equals(deputy));
  }

  private static Optional<Seat> idlest(List<Seat> seats, Predicate<Seat> fit) {
    return seats.stream()
        .filter(fit)
        .min(
            Comparator.comparingInt(Seat::load).thenComparing(seat -> seat.person.signIn()));
  }
}
