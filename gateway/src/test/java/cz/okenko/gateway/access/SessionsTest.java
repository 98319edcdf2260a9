package cz.okenko.gateway.access;

import static cz.okenko.gateway.access.AccessFixture.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {
  @TempDir Path folder;

  private AccessFixture fixture;
  private String token = "";

  @BeforeEach
  void open() throws IOException {
    fixture = AccessFixture.opened(folder);
    token = fixture.token("admin", ADMIN_PASSWORD);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void an_idle_session_ends_after_eight_hours() {
    fixture.clock.pass(Sessions.IDLE.minusSeconds(1));
    assertThat(fixture.access.sessions().clerk(token)).isPresent();
    fixture.clock.pass(Sessions.IDLE);

    assertThat(fixture.access.sessions().clerk(token)).isEmpty();
  }

  @Test
  void a_session_in_use_ends_after_a_day() {
    for (int hour = 0; hour < 23; hour++) {
      fixture.clock.pass(Duration.ofHours(1));
      assertThat(fixture.access.sessions().clerk(token)).isPresent();
    }
    fixture.clock.pass(Duration.ofHours(1));

    assertThat(fixture.access.sessions().clerk(token)).isEmpty();
  }

  @Test
  void signing_out_ends_this_session_alone() {
    String other = fixture.token("admin", ADMIN_PASSWORD);

    fixture.access.sessions().end(token);

    assertThat(fixture.access.sessions().clerk(token)).isEmpty();
    assertThat(fixture.access.sessions().clerk(other)).isPresent();
  }

  @Test
  void a_new_password_ends_every_session() {
    ClerkId admin = fixture.access.sessions().clerk(token).orElseThrow().id();

    fixture.setPassword(admin, "jiné heslo");

    assertThat(fixture.access.sessions().clerk(token)).isEmpty();
  }

  @Test
  void every_sign_in_gives_another_token_of_256_bits() {
    String other = fixture.token("admin", ADMIN_PASSWORD);

    assertThat(other).isNotEqualTo(token).hasSize(43);
  }

  @Test
  void the_database_knows_no_token_and_no_password() {
    List<String> kept =
        fixture.store.read(
            handle ->
                handle
                    .createQuery(
                        """
                        select token_hash from session
                         union all
                        select password from clerk
                        """)
                    .mapTo(String.class)
                    .list());

    assertThat(kept).noneMatch(text -> text.contains(token) || text.contains(ADMIN_PASSWORD));
    assertThat(kept).anyMatch(text -> text.startsWith("$argon2id$v=19$m=64,t=2,p=1$"));
  }

  @Test
  void anything_else_is_no_token() {
    assertThat(fixture.access.sessions().clerk("")).isEmpty();
    assertThat(fixture.access.sessions().clerk(Secrets.digest(token))).isEmpty();
    assertThat(fixture.access.sessions().clerk(token + "A")).isEmpty();
  }
}
