package cz.okenko.gateway.hook;

import cz.okenko.gateway.hook.Answer.Trouble;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where hooks may lead: to `https` addresses of the public Internet. The gateway stands inside the
/// office's network, and must not be made to call what only stands there. A name is looked up when the
/// hook is saved and again at each attempt, and the address that was looked at is the one that is
/// called, so a name that changes its mind leads nowhere.
public final class Addresses implements DnsResolver {
  private static final int LONGEST = 500;

  /// Called by nobody: this network, link-local (where clouds tell their secrets), multicast, reserved.
  /// Source: IANA special-purpose address registries.
  private static final List<Network> NOWHERE =
      Network.all(
          "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
          "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
          "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /// This computer and private networks.
  private static final List<Network> INTERNAL =
      Network.all(
          "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
          "::1/128", "fc00::/7");

  /// All of version 4, and what is given out of version 6: whatever is neither of the others.
  private static final List<Network> GIVEN_OUT = Network.all("0.0.0.0/0", "2000::/3");

  private final boolean internal;

  /// @param internal whether hooks may lead to this computer and into private networks, by `http` to
  ///     this computer alone
  public Addresses(boolean internal) {
    this.internal = internal;
  }

  /// What is wrong with an address; nothing wrong is [Fault#NONE].
  enum Fault {
    NONE,
    NO_ADDRESS,
    NOT_SECURE,
    INTERNAL,
    UNKNOWN_NAME
  }

  /// What an address leads to is refused.
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    RefusedException(Trouble trouble) {
      super(trouble.code());
      this.trouble = trouble;
    }

    Trouble trouble() {
      return trouble;
    }
  }

  /// Looks the name up, so it may take a while.
  Fault fault(String text) {
    try {
      URI url = new URI(text);
      if (!isPlain(url, text)) {
        return Fault.NO_ADDRESS;
      }
      if (!isSecure(url)) {
        return Fault.NOT_SECURE;
      }
      allowed(url.getHost());
      return Fault.NONE;
    } catch (URISyntaxException e) {
      return Fault.NO_ADDRESS;
    } catch (RefusedException e) {
      return e.trouble == Trouble.INTERNAL_ADDRESS ? Fault.INTERNAL : Fault.UNKNOWN_NAME;
    }
  }

  private static boolean isPlain(URI url, String text) {
    return text.length() <= LONGEST
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null
        && url.getPort() != 0
        && url.getPort() <= 65_535
        && List.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT));
  }

  private boolean isSecure(URI url) {
    return url.getScheme().equalsIgnoreCase("https")
        || (internal && url.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]"));
  }

  /// Asked by nobody any more, but still to be answered.
  @Override
  @SuppressWarnings("removal")
  public boolean useDefaultJavaResolver() {
    return false;
  }

  @Override
  public InetAddress resolveAddress(String host, DnsAddressLookup lookup) {
    InetAddress[] addresses = lookup.filter(allowed(host));
    if (addresses.length == 0) {
      throw new RefusedException(Trouble.UNKNOWN_NAME);
    }
    return addresses[0];
  }

  /// All the name's addresses; one that is not allowed spoils all of them.
  private InetAddress[] allowed(String host) {
    try {
      InetAddress[] addresses = InetAddress.getAllByName(host);
      if (!Arrays.stream(addresses).allMatch(this::allows)) {
        throw new RefusedException(Trouble.INTERNAL_ADDRESS);
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw new RefusedException(Trouble.UNKNOWN_NAME);
    }
  }

  /// Whether a hook may lead there.
  boolean allows(InetAddress address) {
    return Network.contain(INTERNAL, address)
        ? internal
        : Network.contain(GIVEN_OUT, address) && !Network.contain(NOWHERE, address);
  }

  private record Network(InetAddress start, int bits) {
    static List<Network> all(String... texts) {
      return Arrays.stream(texts).map(Network::of).toList();
    }

    private static Network of(String text) {
      String[] parts = text.split("/", 2);
      return new Network(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    static boolean contain(List<Network> networks, InetAddress address) {
      return networks.stream().anyMatch(network -> network.contains(address));
    }

    private boolean contains(InetAddress address) {
      byte[] mine = start.getAddress();
      byte[] other = address.getAddress();
      if (mine.length != other.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
