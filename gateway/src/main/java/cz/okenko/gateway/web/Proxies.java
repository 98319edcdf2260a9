package cz.okenko.gateway.web;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/// Tells where requests come from. A proxy appends the address it was called from to
/// `X-Forwarded-For`; whatever stands before that may be invented by the caller. So only the word of
/// a trusted proxy counts, read from the end, up to the first address that is no such proxy.
public final class Proxies {
  private static final int NETWORK_BYTES = 8;

  private final Set<InetAddress> trusted;

  public Proxies(List<InetAddress> trusted) {
    this.trusted = Set.copyOf(trusted);
  }

  /// The caller's address, to count by. Whoever has one IPv6 address has 2^64 of them, so there it
  /// is the network.
  public String client(ServerRequest request) {
    if (!(request.remotePeer().address() instanceof InetSocketAddress peer)) {
      return "local";
    }
    String forwarded =
        String.join(",", request.headers().all(HeaderNames.X_FORWARDED_FOR, List::of));
    return network(client(peer.getAddress(), forwarded));
  }

  InetAddress client(InetAddress peer, String forwarded) {
    InetAddress client = peer;
    List<String> hops = List.of(forwarded.split(",", -1)).reversed();
    for (String hop : hops) {
      if (!trusted.contains(client)) {
        return client;
      }
      try {
        client = InetAddress.ofLiteral(hop.strip());
      } catch (IllegalArgumentException notAnAddress) {
        return client;
      }
    }
    return client;
  }

  static String network(InetAddress client) {
    if (!(client instanceof Inet6Address)) {
      return client.getHostAddress();
    }
    var network = new StringBuilder();
    for (int i = 0; i < NETWORK_BYTES; i++) {
      network.append("%02x".formatted(client.getAddress()[i]));
    }
    return network.append("/64").toString();
  }
}
