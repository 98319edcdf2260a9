package cz.okenko.gateway.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cz.okenko.gateway.hook.Addresses.Fault;
import cz.okenko.gateway.hook.Addresses.RefusedException;
import io.helidon.webclient.api.DnsAddressLookup;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {
  private final Addresses usual = new Addresses(false);
  private final Addresses internal = new Addresses(true);

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "193.84.0.1", "172.32.0.1", "100.128.0.1", "2a00:1450::1"})
  void the_internet_is_open(String address) {
    assertThat(usual.allows(InetAddress.ofLiteral(address))).isTrue();
    assertThat(internal.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "::1", "fd00::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"
      })
  void the_offices_own_network_is_open_only_when_the_settings_say_so(String address) {
    assertThat(usual.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(internal.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0", "0.1.2.3", "169.254.169.254", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "192.0.2.1", "198.18.0.1", "203.0.113.5", "::", "fe80::1", "fec0::1", "ff02::1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1", "::7f00:1"
      })
  void what_leads_nowhere_or_round_a_corner_is_never_open(String address) {
    assertThat(usual.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(internal.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://8.8.8.8/okenko?x=1, NONE",
    "https://8.8.8.8:8443, NONE",
    "http://8.8.8.8/, NOT_SECURE",
    "http://localhost/, NOT_SECURE",
    "https://localhost/, INTERNAL",
    "https://127.0.0.1:9000/x, INTERNAL",
    "https://[::1]/, INTERNAL",
    "https://[::ffff:10.0.0.1]/, INTERNAL",
    "https://169.254.169.254/latest, INTERNAL",
    "https://nikde.invalid/, UNKNOWN_NAME",
    "https://user:heslo@8.8.8.8/, NO_ADDRESS",
    "https://8.8.8.8/#x, NO_ADDRESS",
    "ftp://8.8.8.8/, NO_ADDRESS",
    "file:///etc/passwd, NO_ADDRESS",
    "https:///x, NO_ADDRESS",
    "spisovka, NO_ADDRESS",
    "https://8.8.8.8:0/, NO_ADDRESS",
    "https://8.8.8.8:70000/, NO_ADDRESS",
    "https://8.8.8.8/ mezera, NO_ADDRESS"
  })
  void an_address_is_told_what_is_wrong_with_it(String url, Fault fault) {
    assertThat(usual.fault(url)).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9000/okenko, NONE",
    "http://127.0.0.1/, NONE",
    "https://10.0.0.1/, NONE",
    "http://10.0.0.1/, NOT_SECURE",
    "http://localhost.evil.invalid/, NOT_SECURE",
    "https://169.254.169.254/, INTERNAL"
  })
  void with_the_setting_only_this_computer_needs_no_https(String url, Fault fault) {
    assertThat(internal.fault(url)).isEqualTo(fault);
  }

  @Test
  void a_name_is_looked_at_again_when_it_is_called() {
    assertThatThrownBy(() -> usual.resolveAddress("localhost", DnsAddressLookup.IPV4))
        .isInstanceOf(RefusedException.class);
    assertThat(internal.resolveAddress("localhost", DnsAddressLookup.IPV4).isLoopbackAddress())
        .isTrue();
  }
}
