package cz.okenko.connectors.email.reading;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Somebody in a header: a name and an address.
///
/// @param name as written, possibly empty; one line without control characters
/// @param address in lower case, possibly not one a mail can be sent to ([#reachable])
public record Party(String name, String address) {
  public static final Party NOBODY = new Party("", "");

  /// What may stand in an envelope: one `@`, printable ASCII without white space, quotes and
  /// brackets. Narrower than RFC 5321 §4.1.2, so that no address can carry a second one.
  private static final Pattern SAFE =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?");

  private static final int MOST = 200;

  /// Whether a mail can be sent there.
  public boolean reachable() {
    return SAFE.matcher(address).matches() && !address.contains("..") && !address.startsWith("-");
  }

  /// Before the `@`; the whole when there is none.
  public String local() {
    int at = address.lastIndexOf('@');
    return at < 0 ? address : address.substring(0, at);
  }

  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// Neither name nor address: both are personal.
  @Override
  public String toString() {
    return "party";
  }

  /// The first one in a field, [#NOBODY] when there is none.
  static Party first(String raw) {
    return all(raw).stream().findFirst().orElse(NOBODY);
  }

  /// Everybody in an address list (RFC 5322 §3.4), also a badly written one.
  static List<Party> all(String raw) {
    List<Party> parties = new ArrayList<>();
    for (String piece : pieces(raw)) {
      Party party = one(piece);
      if (!party.address.isEmpty() && parties.size() < MOST) {
        parties.add(party);
      }
    }
    return parties;
  }

  /// Cut at commas and semicolons outside quotes, brackets and comments; a group's name goes.
  private static List<String> pieces(String raw) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      quoted ^= c == '"' && (i == 0 || raw.charAt(i - 1) != '\\');
      depth += quoted ? 0 : c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
      depth = Math.max(depth, 0);
      if (!quoted && depth == 0 && (c == ',' || c == ';')) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (!quoted && depth == 0 && c == ':') {
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static Party one(String piece) {
    int open = piece.lastIndexOf('<');
    int close = piece.indexOf('>', open);
    if (open >= 0) {
      String name = piece.substring(0, open);
      String address = piece.substring(open + 1, close < 0 ? piece.length() : close);
      return new Party(name(name), address(address));
    }
    int comment = piece.indexOf('(');
    if (comment >= 0) {
      String name = piece.substring(comment + 1).replaceFirst("\\).*", "");
      return new Party(name(name), address(piece.substring(0, comment)));
    }
    return piece.contains("@") ? new Party("", address(piece)) : NOBODY;
  }

  private static String name(String raw) {
    String bare = raw.strip();
    if (bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")) {
      bare = bare.substring(1, bare.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    return EncodedWords.decode(bare);
  }

  /// In lower case, a name of a place with its accents in the form that mail servers know.
  private static String address(String raw) {
    String address = EncodedWords.decode(raw).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    if (at < 0 || address.chars().allMatch(c -> c < 0x80)) {
      return address;
    }
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
