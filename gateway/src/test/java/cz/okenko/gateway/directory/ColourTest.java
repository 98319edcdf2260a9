package cz.okenko.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColourTest {

  @ParameterizedTest
  @CsvSource({
    "#000000, #FFFFFF, 21.0",
    "#777777, #FFFFFF, 4.48",
    "#767676, #ffffff, 4.54",
    "#FF0000, #FFFFFF, 4.0",
    "#123456, #123456, 1.0"
  })
  void contrast_is_that_of_the_accessibility_guidelines(String one, String other, double ratio) {
    assertThat(Colour.of(one).contrast(Colour.of(other))).isCloseTo(ratio, within(0.01));
    assertThat(Colour.of(other).contrast(Colour.of(one))).isCloseTo(ratio, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "#fff", "#12345G", "14507A", "#14507A;"})
  void anything_but_six_digits_is_no_colour(String text) {
    assertThatThrownBy(() -> Colour.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_look_of_an_office_that_sets_nothing_is_readable() {
    assertThat(Brand.PLAIN.light().readable()).isTrue();
    assertThat(Brand.PLAIN.dark().readable()).isTrue();
  }

  @Test
  void a_colour_is_written_as_it_is_read() {
    assertThat(Colour.of("#0a50fF").hex()).isEqualTo("#0A50FF");
  }
}
