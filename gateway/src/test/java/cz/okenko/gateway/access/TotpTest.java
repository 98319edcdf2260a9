package cz.okenko.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final String TEXT = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /// The vectors of RFC 6238, appendix B, for SHA-1.
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
  }

  @Test
  void a_code_is_good_half_a_minute_before_and_after_and_no_longer() {
    Instant now = Instant.ofEpochSecond(1_111_111_109);
    long step = 1_111_111_109 / 30;

    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(Totp.step(TEXT, Totp.code(SECRET, near, 6), now)).hasValue(near);
    }
    assertThat(Totp.step(TEXT, Totp.code(SECRET, step - 2, 6), now)).isEmpty();
    assertThat(Totp.step(TEXT, Totp.code(SECRET, step + 2, 6), now)).isEmpty();
    assertThat(Totp.step(TEXT, "", now)).isEmpty();
  }

  @Test
  void a_secret_in_base_32_is_the_secret() {
    assertThat(Totp.text(SECRET)).isEqualTo(TEXT);
    var random = new Random(6238);
    for (int i = 0; i < 200; i++) {
      byte[] secret = new byte[20];
      random.nextBytes(secret);
      assertThat(Totp.bytes(Totp.text(secret))).isEqualTo(secret);
    }
  }
}
