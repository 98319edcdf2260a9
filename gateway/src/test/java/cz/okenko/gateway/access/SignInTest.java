package cz.okenko.gateway.access;

import static cz.okenko.gateway.access.AccessFixture.ADMIN_PASSWORD;
import static cz.okenko.gateway.access.AccessFixture.JANAS_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cz.okenko.gateway.access.SignIn.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignInTest {
  @TempDir Path folder;

  private AccessFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = AccessFixture.opened(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void the_right_password_opens_a_session_of_that_clerk() {
    String token = fixture.token("jana.novotna", JANAS_PASSWORD);

    assertThat(fixture.access.sessions().clerk(token))
        .get()
        .extracting(Clerk::name)
        .isEqualTo("Jana Novotná");
  }

  @Test
  void the_name_may_be_typed_in_any_case() {
    assertThat(fixture.signIn(" Jana.Novotna ", JANAS_PASSWORD))
        .isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    assertThat(fixture.signIn("admin", "wrong")).isEqualTo(new Result.Refused());
    assertThat(fixture.signIn("nobody", ADMIN_PASSWORD)).isEqualTo(new Result.Refused());
    assertThat(fixture.signIn("petr", "")).isEqualTo(new Result.Refused());
  }

  @Test
  void five_failures_lock_a_name_for_the_rest_of_the_quarter_of_an_hour() {
    fail(5, "admin");

    assertThat(fixture.signIn("admin", ADMIN_PASSWORD))
        .isEqualTo(new Result.Wait(Duration.ofMinutes(15)));
    fixture.clock.pass(Duration.ofMinutes(10));
    assertThat(fixture.signIn("admin", ADMIN_PASSWORD))
        .isEqualTo(new Result.Wait(Duration.ofMinutes(5)));
    fixture.clock.pass(Duration.ofMinutes(5));
    assertThat(fixture.signIn("admin", ADMIN_PASSWORD)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void an_unknown_name_is_locked_like_any_other() {
    fail(5, "nobody");

    assertThat(fixture.signIn("nobody", "x")).isInstanceOf(Result.Wait.class);
  }

  @Test
  void a_locked_name_locks_nobody_else() {
    fail(5, "admin");

    assertThat(fixture.signIn("jana.novotna", JANAS_PASSWORD)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void success_forgets_the_failures_before_it() {
    fail(4, "admin");
    fixture.token("admin", ADMIN_PASSWORD);
    fail(4, "admin");

    assertThat(fixture.signIn("admin", ADMIN_PASSWORD)).isInstanceOf(Result.SignedIn.class);
  }

  @Test
  void attempts_at_the_same_time_cannot_slip_past_the_lock_together() throws Exception {
    List<Future<Result>> attempts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        attempts.add(threads.submit(() -> fixture.signIn("admin", "wrong")));
      }
    }

    assertThat(attempts).filteredOn(attempt -> got(attempt) instanceof Result.Refused).hasSize(5);
  }

  @Test
  void an_address_that_tries_many_names_is_locked_too() {
    for (int i = 0; i < SignInFailures.MOST_PER_ADDRESS; i++) {
      fixture.signIn("name" + i, "wrong");
    }

    assertThat(fixture.signIn("jana.novotna", JANAS_PASSWORD)).isInstanceOf(Result.Wait.class);
    var words = new SignIn.Words("jana.novotna", JANAS_PASSWORD, "");
    assertThat(fixture.access.signIn().attempt(words, "192.0.2.2"))
        .isInstanceOf(Result.SignedIn.class);
  }

  private void fail(int times, String name) {
    for (int i = 0; i < times; i++) {
      assertThat(fixture.signIn(name, "wrong")).isEqualTo(new Result.Refused());
    }
  }

  private static Result got(Future<Result> attempt) {
    try {
      return attempt.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
