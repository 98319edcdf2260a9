package cz.okenko.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.settings.AccessSettings;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private final Passwords passwords = new Passwords(AccessSettings.USUAL.passwordKib());

  @Test
  void the_right_password_matches_and_no_other() {
    String hash = passwords.hash("žluťoučký kůň");

    assertThat(passwords.match("žluťoučký kůň", hash)).isTrue();
    assertThat(passwords.match("zlutoucky kun", hash)).isFalse();
    assertThat(passwords.match("", hash)).isFalse();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void one_password_never_gives_the_same_hash_twice() {
    assertThat(passwords.hash("heslo")).isNotEqualTo(passwords.hash("heslo"));
  }

  @Test
  void a_letter_with_its_accent_apart_is_the_same_letter() {
    assertThat(passwords.match("ku\u030an\u030c", passwords.hash("kůň"))).isTrue();
  }

  @Test
  void no_hash_matches_nothing() {
    assertThat(passwords.match("", "")).isFalse();
    assertThat(passwords.match("heslo", "")).isFalse();
  }

  @Test
  void a_hash_of_another_kind_is_a_fault_of_the_database() {
    assertThatThrownBy(() -> passwords.match("heslo", "$2b$12$abc"))
        .isInstanceOf(IllegalStateException.class);
  }

  /// Source of the vector: RFC 9106, 5.3.
  @Test
  void the_library_computes_argon2id_as_the_standard_says() {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(Hex.decode("02".repeat(16)))
            .withSecret(Hex.decode("03".repeat(8)))
            .withAdditional(Hex.decode("04".repeat(12)))
            .build());
    byte[] tag = new byte[32];
    generator.generateBytes(Hex.decode("01".repeat(32)), tag);

    assertThat(Hex.toHexString(tag))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }
}
