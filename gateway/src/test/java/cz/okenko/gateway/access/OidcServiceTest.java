package cz.okenko.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWT;
import cz.okenko.gateway.directory.Role;
import cz.okenko.gateway.settings.OutsideAccounts.Oidc;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What of a sign-in service's word is taken, and what is not.
final class OidcServiceTest {
  private static final URI BACK = URI.create("https://chat.lipnice.cz/api/console/oidc/back");
  private static final OidcService.Away AWAY =
      new OidcService.Away("n".repeat(20), "v".repeat(43));

  private FakeSignInService fake;
  private OidcService service;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeSignInService();
    service =
        new OidcService(
            new Oidc(
                fake.issuer(),
                FakeSignInService.CLIENT,
                FakeSignInService.SECRET,
                "Účet",
                "groups",
                Map.of("x", Role.CLERK),
                ""),
            BACK);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void what_holds_is_taken_and_the_code_goes_with_its_verifier() throws IOException {
    assertThat(service.claims("c0de", AWAY)).containsEntry("sub", "abc");

    assertThat(fake.asked().getFirst())
        .contains("code=c0de", "code_verifier=" + "v".repeat(43), "grant_type=authorization_code");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void what_does_not_hold_is_not_taken(String lie, Function<FakeSignInService, JWT> token) {
    fake.says(token);

    assertThatThrownBy(() -> service.claims("c0de", AWAY)).as(lie).isInstanceOf(IOException.class);
  }

  static Stream<Arguments> lies() {
    Date longAgo = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
    return Stream.of(
        lie("of another sign-in", f -> f.signed(f.claims().claim("nonce", "x").build())),
        lie("for another program", f -> f.signed(f.claims().audience("jiny").build())),
        lie("of another service", f -> f.signed(f.claims().issuer("https://x.example").build())),
        lie("run out", f -> f.signed(f.claims().expirationTime(longAgo).build())),
        lie("forged", f -> f.forged(f.claims().build())),
        lie("not signed", f -> f.plain(f.claims().build())),
        lie("signed with our own secret", f -> f.bySecret(f.claims().build())));
  }

  @Test
  void people_leave_with_state_nonce_and_a_challenge() throws IOException {
    String there = service.authorization("st4te", AWAY).toString();

    assertThat(there)
        .startsWith(fake.issuer() + "/auth?")
        .contains("state=st4te", "nonce=" + "n".repeat(20), "code_challenge_method=S256")
        .contains("response_type=code", "client_id=okenko")
        .doesNotContain("v".repeat(43));
  }

  @Test
  void a_service_that_is_not_there_is_a_matter_of_time() {
    fake.close();

    assertThatThrownBy(() -> service.authorization("s", AWAY)).isInstanceOf(IOException.class);
  }

  private static Arguments lie(String name, Function<FakeSignInService, JWT> token) {
    return Arguments.of(name, token);
  }
}
