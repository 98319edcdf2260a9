package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.MovableClock;
import cz.okenko.gateway.RunningGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two clerks and a citizen, each in a window of their own, on days when something goes wrong.
final class TwoClerksTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;
  private final MovableClock clock = new MovableClock("2026-11-23T09:00:00Z");

  @Test
  void two_who_press_at_once_one_leads_and_hands_it_over_and_a_closed_laptop_holds_nobody_up() {
    try (var gateway = RunningGateway.start(folder, clock);
        var citizen = new Citizen(CHROMIUM.window());
        var jana = clerk(gateway, "jana");
        var petr = clerk(gateway, "petr")) {
      wantsAPerson(citizen, gateway.base());
      jana.openFirst();
      petr.openFirst();

      List.of(jana, petr).forEach(Desk::pressSoonToClaim);

      List.of(jana, petr).forEach(clerk -> clerk.stands("with-clerk"));
      citizen.stands("with-clerk");
      Desk leads = jana.leads() ? jana : petr;
      Desk reads = jana.leads() ? petr : jana;
      assertThat(reads.leads()).isFalse();
      assertThat(reads.foot())
          .contains(leads == jana ? "Jana Ukázková" : "Petr Vzorný")
          .doesNotContain("Odeslat");

      isHandedOver(leads, reads, citizen);
      isLeftByAClosedLaptop(reads, leads, citizen);
    }
  }

  private static void isHandedOver(Desk from, Desk to, Citizen citizen) {
    from.transferTo("overovani-czechpoint");
    to.stands("waiting");
    to.press("Převzít");
    to.isLed();
    from.stands("with-clerk");
    to.reply("Dobrý den, beru si to já.");

    citizen.hears("clerk", 1);
    assertThat(citizen.said("clerk")).containsExactly("Dobrý den, beru si to já.");
    assertThat(from.leads()).isFalse();
  }

  private void isLeftByAClosedLaptop(Desk asleep, Desk awake, Citizen citizen) {
    citizen.say("a do kdy to musím stihnout");
    asleep.window().reached(".line-citizen:has-text('a do kdy to musím stihnout')");
    asleep.writes("Ještě se podívám do spisu a ");
    asleep.window().context().setOffline(true);
    clock.pass(Duration.ofSeconds(110));

    awake.stands("waiting");
    awake.press("Převzít");
    awake.isLed();
    awake.reply("Kolega musel odejít, pokračuji já.");
    citizen.hears("clerk", 2);

    asleep.window().context().setOffline(false);
    asleep.window().reached(".unsent");
    assertThat(asleep.leads()).isFalse();
    assertThat(asleep.page().locator(".unsent textarea").inputValue())
        .isEqualTo("Ještě se podívám do spisu a ");
    assertThat(citizen.said("clerk"))
        .containsExactly("Dobrý den, beru si to já.", "Kolega musel odejít, pokračuji já.");
  }

  @Test
  void a_reply_half_written_outlives_a_restart_a_lost_line_and_the_end_of_the_session() {
    try (var citizen = new Citizen(CHROMIUM.window());
        var jana = halfWritten(citizen);
        var again = House.again(folder, jana.base(), clock)) {
      assertThat(again.port()).isEqualTo(jana.base().getPort());
      jana.types("v osm ráno.");
      jana.window().reached(".conversation[data-stale=false]");
      jana.sends("Přijďte zítra v osm ráno.");
      citizen.hears("clerk", 1);

      isOfflineForAMinute(jana, citizen);
      isSignedOut(jana, citizen);
      assertThat(citizen.said("clerk"))
          .containsExactly(
              "Přijďte zítra v osm ráno.", "Vezměte si rodný list.", "A starý průkaz.");
    }
  }

  /// A clerk who was writing a reply when the gateway went down.
  private Desk halfWritten(Citizen citizen) {
    try (var gateway = RunningGateway.start(folder, clock)) {
      Desk jana = clerk(gateway, "jana");
      wantsAPerson(citizen, gateway.base());
      jana.openFirst();
      jana.press("Převzít");
      jana.isLed();
      jana.writes("Přijďte zítra ");
      return jana;
    }
  }

  private void isOfflineForAMinute(Desk jana, Citizen citizen) {
    jana.window().context().setOffline(true);
    jana.types("Vezměte si rodný list.");
    citizen.say("a co si mám vzít");
    clock.pass(Duration.ofSeconds(60));
    jana.press("Odeslat");
    jana.window().reached(".editor [role=alert], .editor .notice");
    assertThat(jana.written()).isEqualTo("Vezměte si rodný list.");

    jana.window().context().setOffline(false);
    jana.window().reached(".line-citizen:has-text('a co si mám vzít')");
    jana.sends("Vezměte si rodný list.");
    citizen.hears("clerk", 2);
  }

  private static void isSignedOut(Desk jana, Citizen citizen) {
    jana.types("A starý průkaz.");
    jana.window().context().clearCookies();
    jana.sendsBlindly();
    jana.signInAgain("heslo pro jana");

    assertThat(jana.written()).isEqualTo("A starý průkaz.");
    jana.sends("A starý průkaz.");
    citizen.hears("clerk", 3);
  }

  private static Desk clerk(RunningGateway gateway, String signIn) {
    gateway.clerk(signIn);
    var desk = new Desk(CHROMIUM.window(), gateway.base());
    desk.signIn(signIn, "heslo pro " + signIn);
    return desk;
  }

  private static void wantsAPerson(Citizen citizen, URI base) {
    citizen.visit(base);
    citizen.ask("kolik stoji nova obcanka");
    citizen.wantsAPerson();
    citizen.stands("waiting");
  }
}
