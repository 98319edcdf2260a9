package cz.okenko.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxiesTest {
  private final Proxies proxies = new Proxies(List.of(ip("127.0.0.1"), ip("10.0.0.2"), ip("::1")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7|''|192.0.2.7",
        "192.0.2.7|198.51.100.1|192.0.2.7",
        "127.0.0.1|''|127.0.0.1",
        "127.0.0.1|198.51.100.1|198.51.100.1",
        "::1|198.51.100.1|198.51.100.1",
        "127.0.0.1|203.0.113.9, 198.51.100.1|198.51.100.1",
        "127.0.0.1|203.0.113.9, 198.51.100.1 ,10.0.0.2|198.51.100.1",
        "127.0.0.1|10.0.0.2|10.0.0.2",
        "127.0.0.1|unknown|127.0.0.1",
        "127.0.0.1|198.51.100.1, unknown|127.0.0.1",
        "127.0.0.1|198.51.100.1, 10.0.0.2:443|127.0.0.1",
        "127.0.0.1|www.vzorov.example|127.0.0.1",
        "127.0.0.1|,|127.0.0.1",
        "127.0.0.1|::ffff:198.51.100.1|198.51.100.1",
        "127.0.0.1|2001:db8::1|2001:db8::1"
      })
  void the_last_address_no_trusted_proxy_has_is_the_clients(
      String peer, String forwarded, String client) {
    assertThat(proxies.client(ip(peer), forwarded)).isEqualTo(ip(client));
  }

  @Test
  void nobody_is_believed_unless_named() {
    assertThat(new Proxies(List.of()).client(ip("127.0.0.1"), "198.51.100.1"))
        .isEqualTo(ip("127.0.0.1"));
  }

  @Test
  void all_addresses_of_one_ipv6_network_count_as_one() {
    assertThat(Proxies.network(ip("2001:db8:1:2::1")))
        .isEqualTo(Proxies.network(ip("2001:db8:1:2:ffff::9")))
        .isNotEqualTo(Proxies.network(ip("2001:db8:1:3::1")));
    assertThat(Proxies.network(ip("192.0.2.1"))).isEqualTo("192.0.2.1");
  }

  private static InetAddress ip(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}
