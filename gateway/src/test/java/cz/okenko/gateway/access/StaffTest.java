package cz.okenko.gateway.access;

import static cz.okenko.gateway.access.AccessFixture.ADMIN_PASSWORD;
import static cz.okenko.gateway.access.AccessFixture.JANAS_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.directory.FirstPassword;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.access.SignIn.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StaffTest {
  private static final FirstPassword UNSET = new FirstPassword.Unset();

  @TempDir Path folder;

  private AccessFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new AccessFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void without_a_given_password_the_admin_gets_a_random_one_told_once() {
    AdminAccount first = fixture.access.follow(fixture.office, UNSET);
    AdminAccount second = fixture.access.follow(fixture.office, UNSET);

    assertThat(first).isInstanceOf(AdminAccount.Made.class);
    assertThat(second).isEqualTo(new AdminAccount.Known());
    String password = ((AdminAccount.Made) first).password();
    assertThat(password).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
    assertThat(first.toString()).doesNotContain(password);
    assertThat(fixture.signIn("admin", password)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void a_given_password_replaces_the_one_the_admin_had() {
    fixture.access.follow(fixture.office, UNSET);
    fixture.access.follow(fixture.office, new FirstPassword.Given(ADMIN_PASSWORD));

    assertThat(fixture.signIn("admin", ADMIN_PASSWORD)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void the_same_given_password_leaves_the_admin_signed_in() {
    FirstPassword given = new FirstPassword.Given(ADMIN_PASSWORD);
    fixture.access.follow(fixture.office, given);
    String token = fixture.token("admin", ADMIN_PASSWORD);

    fixture.access.follow(fixture.office, given);

    assertThat(fixture.access.sessions().clerk(token)).isPresent();
  }

  @Test
  void officials_become_clerks_with_their_role_and_agendas() {
    fixture.access.follow(fixture.office, UNSET);

    assertThat(fixture.access.clerks().all())
        .extracting(Clerk::signIn)
        .containsExactly("admin", "jana.novotna", "petr");
    Clerk petr = fixture.access.clerks().all().getLast();
    assertThat(petr.role()).isEqualTo(Role.EDITOR);
    assertThat(petr.agendas()).containsExactly("doklady", "matrika");
  }

  @Test
  void an_official_without_a_password_cannot_sign_in_until_one_is_set() {
    fixture.access.follow(fixture.office, UNSET);
    Clerk petr = fixture.access.clerks().all().getLast();

    assertThat(fixture.signIn("petr", "")).isEqualTo(new Result.Refused());
    fixture.setPassword(petr.id(), "dlouhé heslo");
    assertThat(fixture.signIn("petr", "dlouhé heslo")).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void a_password_set_in_the_console_outlives_the_one_in_the_file() {
    fixture.access.follow(fixture.office, UNSET);
    Clerk jana = fixture.access.clerks().all().get(1);
    assertThat(fixture.signIn("jana.novotna", JANAS_PASSWORD)).isInstanceOf(Result.SignedIn.class);

    fixture.setPassword(jana.id(), "moje vlastní heslo");
    fixture.access.follow(fixture.office, UNSET);

    assertThat(fixture.signIn("jana.novotna", "moje vlastní heslo"))
        .isInstanceOf(Result.SignedIn.class);
    assertThat(fixture.signIn("jana.novotna", JANAS_PASSWORD)).isEqualTo(new Result.Refused());
  }

  @Test
  void the_settings_say_nothing_any_more_of_somebody_who_is_known() throws IOException {
    fixture.access.follow(fixture.office, UNSET);
    Clerk jana = fixture.access.clerks().all().get(1);
    Clerk petr = fixture.access.clerks().all().getLast();
    String token = fixture.token("jana.novotna", JANAS_PASSWORD);
    fixture.access.clerks().change(
        fixture.access.clerks().all().getFirst(),
        new Clerk(petr.id(), "petr", "Petr Velký", Role.SUPERVISOR, List.of(), false));

    fixture.access.follow(fixture.office, UNSET);
    fixture.access.follow(fixture.office("office: {name: Lipnice}"), UNSET);

    assertThat(fixture.access.sessions().clerk(token)).isPresent();
    assertThat(fixture.access.clerks().clerk(jana.id())).contains(jana);
    assertThat(fixture.access.clerks().clerk(petr.id()))
        .contains(new Clerk(petr.id(), "petr", "Petr Velký", Role.SUPERVISOR, List.of(), false));
  }

  @Test
  void somebody_new_in_the_settings_is_taken_over_at_the_next_start() throws IOException {
    fixture.access.follow(fixture.office, UNSET);

    fixture.access.follow(
        fixture.office(
            """
            office:
              name: Lipnice
              agendas:
                - {id: doklady, name: Doklady, clerks: [eva, petr]}
              officials:
                - {sign-in: eva, name: Eva Bílá, password-file: jana.password}
                - {sign-in: petr, name: Petr Malý, role: clerk}
            """),
        UNSET);

    assertThat(fixture.signIn("eva", JANAS_PASSWORD)).isInstanceOf(Result.SignedIn.class);
    assertThat(fixture.access.clerks().all())
        .extracting(Clerk::signIn)
        .containsExactly("admin", "eva", "jana.novotna", "petr");
    assertThat(fixture.access.clerks().all().getLast().role()).isEqualTo(Role.EDITOR);
  }
}
