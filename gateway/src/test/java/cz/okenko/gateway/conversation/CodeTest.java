package cz.okenko.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void a_code_is_understood_however_it_is_written() {
    for (int i = 0; i < 500; i++) {
      Code code = Code.random(RANDOM);
      String plain = code.characters();
      for (String written :
          List.of(
              plain,
              code.readable(),
              plain.toLowerCase(Locale.ROOT),
              plain.replace('0', 'o').replace('1', 'l'),
              String.join(" ", plain.split("")),
              "  " + plain + "\n",
              "můj kód je " + code.readable() + ", děkuji",
              "kód " + plain)) {
        assertThat(Code.in(written)).as(written).contains(code);
      }
    }
  }

  @Test
  void one_wrong_character_is_noticed() {
    for (int i = 0; i < 200; i++) {
      String plain = Code.random(RANDOM).characters();
      for (int at = 0; at < plain.length(); at++) {
        char wrong = plain.charAt(at) == '7' ? '8' : '7';
        String slip = plain.substring(0, at) + wrong + plain.substring(at + 1);
        assertThat(Code.in(slip)).as(plain + " as " + slip).isEmpty();
      }
    }
  }

  @Test
  void ten_thousand_codes_are_ten_thousand() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(Code.random(RANDOM).characters());
    }

    assertThat(all).hasSize(10_000).allMatch(c -> c.matches("[0-9A-HJKMNP-TV-Z]{10}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STRAKONICE",
        "0601234567",
        "601 234 567",
        "odhlášení psa",
        "Kde přihlásím psa?",
        "",
        "č. j. 2026"
      })
  void words_and_telephone_numbers_are_no_codes(String text) {
    assertThat(Code.in(text)).isEmpty();
    assertThat(Code.resembles(text)).isFalse();
  }

  @Test
  void a_code_does_not_print() {
    Code code = Code.random(RANDOM);

    assertThat(code.toString()).doesNotContain(code.characters());
    assertThat(code.hash()).doesNotContain(code.characters()).hasSize(64);
  }
}
