package cz.okenko.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
    "localhost, ''",
    "'', ''"
  })
  void an_address_is_kept_as_its_network(String address, String network) {
    assertThat(Network.of(address)).isEqualTo(network);
  }
}
