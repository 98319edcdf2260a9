package cz.okenko.connectors.email.reading;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Undoes `Content-Transfer-Encoding` (RFC 2045 §6). What is broken is passed over or left as it
/// is.
final class TransferEncoding {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private TransferEncoding() {}

  static Bytes decode(Bytes bytes, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(bytes);
      case "quoted-printable" -> quotedPrintable(bytes, false);
      default -> bytes;
    };
  }

  /// Characters outside the alphabet are passed over; padding ends a group, not the text.
  static Bytes base64(Bytes bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.size() / 4 * 3 + 3);
    int bits = 0;
    int held = 0;
    for (int i = 0; i < bytes.size(); i++) {
      int value = value(bytes.at(i));
      if (value >= 0) {
        bits = ((bits << 6) | value) & 0xFFFFFF;
        held += 6;
        if (held >= 8) {
          held -= 8;
          out.write(bits >> held);
        }
      } else if (bytes.at(i) == '=') {
        held = 0;
      }
    }
    return Bytes.of(out.toByteArray());
  }

  private static int value(byte character) {
    return character <= 0 ? -1 : ALPHABET.indexOf(character);
  }

  /// @param header whether it stands in a header (RFC 2047 §4.2), where `_` is a space
  static Bytes quotedPrintable(Bytes bytes, boolean header) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.size());
    int i = 0;
    while (i < bytes.size()) {
      byte b = bytes.at(i);
      if (b == '_' && header) {
        out.write(' ');
        i++;
      } else if (b != '=') {
        out.write(b);
        i++;
      } else if (i + 2 < bytes.size() && hex(bytes.at(i + 1)) >= 0 && hex(bytes.at(i + 2)) >= 0) {
        out.write((hex(bytes.at(i + 1)) << 4) | hex(bytes.at(i + 2)));
        i += 3;
      } else {
        i = afterSoftBreak(bytes, i, out);
      }
    }
    return Bytes.of(out.toByteArray());
  }

  private static int afterSoftBreak(Bytes bytes, int equals, ByteArrayOutputStream out) {
    int i = equals + 1;
    while (i < bytes.size() && (bytes.at(i) == ' ' || bytes.at(i) == '\t' || bytes.at(i) == '\r')) {
      i++;
    }
    if (i >= bytes.size() || bytes.at(i) == '\n') {
      return i + 1;
    }
    out.write('=');
    return equals + 1;
  }

  private static int hex(byte character) {
    return Character.digit(character, 16);
  }
}
