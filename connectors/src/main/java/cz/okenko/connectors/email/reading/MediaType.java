package cz.okenko.connectors.email.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The value of a `Content-Type` or `Content-Disposition`, parameters of RFC 2231 put together.
///
/// @param name in lower case: `text/plain`, `attachment`
/// @param parameters by name in lower case
public record MediaType(String name, Map<String, String> parameters) {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
  private static final int MOST_PARAMETERS = 100;

  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /// @param raw each character one byte
  static MediaType of(String raw) {
    List<String> pieces = pieces(raw);
    Map<String, String> plain = new HashMap<>();
    for (String piece : pieces.subList(1, Math.min(pieces.size(), MOST_PARAMETERS))) {
      int equals = piece.indexOf('=');
      if (equals > 0) {
        String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        plain.putIfAbsent(name, unquoted(piece.substring(equals + 1).strip()));
      }
    }
    return new MediaType(pieces.getFirst().strip().toLowerCase(Locale.ROOT), joined(plain));
  }

  /// The same for a Content-Type, which is `otherwise` when it is no type.
  static MediaType typeOf(String raw, String otherwise) {
    MediaType type = of(raw);
    return TYPE.matcher(type.name).matches() ? type : new MediaType(otherwise, type.parameters);
  }

  /// Empty when there is none.
  public String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  public boolean is(String kind) {
    return name.equals(kind) || (kind.endsWith("/") && name.startsWith(kind));
  }

  /// Cut at semicolons that stand outside quotes.
  private static List<String> pieces(String raw) {
    List<String> pieces = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        pieces.add(raw.substring(start, i));
        start = i + 1;
      }
    }
    pieces.add(raw.substring(Math.min(start, raw.length())));
    return pieces;
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return value.replaceFirst("\\s.*", "");
    }
    String inner = value.substring(1, value.endsWith("\"") && value.length() > 1
        ? value.length() - 1
        : value.length());
    return inner.replaceAll("\\\\(.)", "$1");
  }

  /// `name*=utf-8''…`, `name*0*=…`, `name*1=…` and encoded words become one value (RFC 2231 §3–4).
  private static Map<String, String> joined(Map<String, String> plain) {
    Map<String, String> joined = new HashMap<>();
    plain.forEach(
        (name, value) -> {
          if (!name.contains("*")) {
            joined.put(name, EncodedWords.decode(value));
          }
        });
    plain.forEach(
        (name, value) -> {
          if (name.endsWith("*0") || name.endsWith("*0*")) {
            String base = name.substring(0, name.indexOf('*'));
            joined.put(base, continued(base, plain));
          } else if (name.endsWith("*") && name.indexOf('*') == name.length() - 1) {
            joined.put(name.substring(0, name.length() - 1), extended(value));
          }
        });
    return joined;
  }

  private static String continued(String base, Map<String, String> plain) {
    StringBuilder whole = new StringBuilder();
    boolean encoded = plain.containsKey(base + "*0*");
    for (int i = 0; i < MOST_PARAMETERS; i++) {
      String coded = plain.get(base + "*" + i + "*");
      String literal = plain.get(base + "*" + i);
      if (coded != null) {
        whole.append(coded);
      } else if (literal != null) {
        whole.append(encoded ? literal.replace("%", "%25") : literal);
      } else {
        break;
      }
    }
    return encoded ? extended(whole.toString()) : EncodedWords.decode(whole.toString());
  }

  /// `charset'language'percent-encoded`.
  private static String extended(String value) {
    String[] pieces = value.split("'", 3);
    String charset = pieces.length == 3 ? pieces[0] : "";
    String coded = pieces[pieces.length - 1].replace("=", "=3D").replace('%', '=');
    Bytes bytes =
        TransferEncoding.quotedPrintable(
            Bytes.of(coded.getBytes(StandardCharsets.ISO_8859_1)), false);
    return Charsets.decode(bytes, charset).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
