package cz.okenko.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.directory.Routing.Matter;
import cz.okenko.gateway.directory.Routing.Route;
import cz.okenko.gateway.directory.Routing.Seat;
import cz.okenko.knowledge.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RoutingTest {
  private static final Matter PASSPORTS = new Matter("doklady", Language.CS);

  @Test
  void it_is_offered_to_the_idlest_of_its_agenda_who_is_here() {
    check(PASSPORTS, "petr", here("jana", 2), here("petr", 1), gone("hana"));
  }

  @Test
  void of_two_who_are_as_idle_the_choice_is_always_the_same() {
    check(PASSPORTS, "jana", here("petr", 1), here("jana", 1));
  }

  @Test
  void whoever_is_not_at_their_screen_or_away_or_full_gets_nothing() {
    assertThat(Routing.route(PASSPORTS, List.of(gone("jana"), away("petr"), here("hana", 5)), ""))
        .isEqualTo(new Route.Queue());
  }

  @Test
  void only_who_speaks_the_citizens_language_is_asked() {
    Matter ukrainian = new Matter("doklady", Language.UK);
    check(
        ukrainian,
        "petr",
        here("jana", 0),
        new Seat(person("petr", "doklady", "", Language.CS, Language.UK), true, false, 4));
    assertThat(Routing.route(ukrainian, List.of(here("jana", 0)), "")).isEqualTo(new Route.Queue());
  }

  @Test
  void the_deputy_is_asked_when_nobody_of_the_agenda_can() {
    Seat jana = new Seat(person("jana", "doklady", "olga", Language.CS), false, true, 0);
    Seat olga = new Seat(person("olga", "socialni", "", Language.CS), true, false, 3);
    check(PASSPORTS, "olga", jana, olga);
    check(PASSPORTS, "petr", jana, olga, here("petr", 4));
  }

  @Test
  void who_let_it_pass_is_asked_again_only_when_there_is_nobody_else() {
    assertThat(Routing.route(PASSPORTS, List.of(here("jana", 0), here("petr", 3)), "jana"))
        .isEqualTo(new Route.Offer("petr"));
    assertThat(Routing.route(PASSPORTS, List.of(here("jana", 0)), "jana"))
        .isEqualTo(new Route.Offer("jana"));
  }

  @Test
  void it_goes_to_the_office_when_all_of_the_agenda_and_their_deputies_are_away() {
    Seat jana = new Seat(person("jana", "doklady", "olga", Language.CS), false, true, 0);
    Seat olgaAway = new Seat(person("olga", "socialni", "", Language.CS), false, true, 0);
    Seat olgaGone = new Seat(person("olga", "socialni", "", Language.CS), false, false, 0);

    assertThat(Routing.route(PASSPORTS, List.of(jana, olgaAway), "")).isEqualTo(new Route.Office());
    assertThat(Routing.route(PASSPORTS, List.of(jana, olgaGone), "")).isEqualTo(new Route.Queue());
  }

  @Test
  void an_agenda_nobody_was_named_for_waits_in_its_queue() {
    assertThat(Routing.route(PASSPORTS, List.of(), "")).isEqualTo(new Route.Queue());
  }

  @Test
  void in_ten_thousand_random_offices_nobody_is_routed_to_someone_who_is_away() {
    var random = new Random(5);
    int offers = 0;
    for (int round = 0; round < 10_000; round++) {
      List<Seat> seats = office(random);
      Matter matter = new Matter("a" + random.nextInt(3), language(random));
      Route route = Routing.route(matter, seats, "p" + random.nextInt(6));
      if (route instanceof Route.Offer(String signIn)) {
        Seat chosen =
            seats.stream().filter(s -> s.person().signIn().equals(signIn)).findFirst().orElseThrow();
        assertThat(chosen.here() && !chosen.away()).as("%s in %s", matter, seats).isTrue();
        assertThat(chosen.person().speaks(matter.language())).isTrue();
        assertThat(chosen.load()).isLessThan(chosen.person().capacity());
        offers++;
      } else {
        assertThat(couldTake(matter, seats)).as("%s in %s", matter, seats).isEmpty();
      }
    }
    assertThat(offers).isBetween(1_000, 9_000);
  }

  private static List<Seat> couldTake(Matter matter, List<Seat> seats) {
    return seats.stream()
        .filter(s -> s.here() && !s.away() && s.load() < s.person().capacity())
        .filter(s -> s.person().speaks(matter.language()) && s.person().handles(matter.agenda()))
        .toList();
  }

  private static List<Seat> office(Random random) {
    List<Seat> seats = new ArrayList<>();
    int people = random.nextInt(6);
    for (int i = 0; i < people; i++) {
      String deputy = random.nextBoolean() ? "p" + random.nextInt(6) : "";
      Person person = person("p" + i, "a" + random.nextInt(3), deputy, language(random));
      seats.add(new Seat(person, random.nextInt(4) > 0, random.nextInt(4) == 0, random.nextInt(7)));
    }
    return seats;
  }

  private static Language language(Random random) {
    return random.nextInt(3) == 0 ? Language.UK : Language.CS;
  }

  private static void check(Matter matter, String expected, Seat... seats) {
    assertThat(Routing.route(matter, List.of(seats), "")).isEqualTo(new Route.Offer(expected));
  }

  private static Seat here(String name, int load) {
    return new Seat(person(name, "doklady", "", Language.CS), true, false, load);
  }

  private static Seat gone(String name) {
    return new Seat(person(name, "doklady", "", Language.CS), false, false, 0);
  }

  private static Seat away(String name) {
    return new Seat(person(name, "doklady", "", Language.CS), true, true, 0);
  }

  private static Person person(String name, String agenda, String deputy, Language... languages) {
    return new Person(
        name, name, List.of(agenda), "", "", List.of(languages), OfficeHours.NONE, deputy, 5, true,
        "", List.of());
  }
}
