package cz.okenko.gateway.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// An address shortened to its network, enough to tell the town hall from another country and too
/// little to tell one household from another.
final class Network {
  private static final int KEPT_OF_4 = 3;
  private static final int KEPT_OF_6 = 6;

  private Network() {}

  /// `192.0.2.0/24` or `2001:db8:1:0:0:0:0:0/48`; empty for what is no address.
  static String of(String address) {
    try {
      InetAddress known = InetAddress.ofLiteral(address);
      int kept = known instanceof Inet4Address ? KEPT_OF_4 : KEPT_OF_6;
      byte[] bytes = known.getAddress();
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
    } catch (IllegalArgumentException | UnknownHostException noAddress) {
      return "";
    }
  }
}
