package cz.okenko.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every channel keeps to whose platform comes to us over HTTP: added to [ConnectorContract] by
/// the test that extends it.
public interface Routed {

  RememberingOffice office();

  /// A message without the signature, secret or token; gives the HTTP status.
  int sendUnauthorised(String id, String text);

  /// Bytes the platform would never send, properly authorised; gives the HTTP status.
  int sendBroken(String body);

  @Test
  default void an_unauthorised_message_is_refused_and_nothing_is_stored() {
    assertThat(sendUnauthorised("1", "Kde přihlásím psa?")).isIn(401, 403);

    assertThat(office().messages()).isEmpty();
    assertThat(office().events()).isEmpty();
  }

  @Test
  default void a_broken_body_is_refused_and_nothing_is_stored() {
    for (String body : List.of("", "{", "[]", "null", "1", "{} {}", "\0", "[".repeat(50_000))) {
      assertThat(sendBroken(body))
          .as(body.substring(0, Math.min(9, body.length())))
          .isBetween(400, 499);
    }

    assertThat(office().messages()).isEmpty();
  }
}
