package cz.okenko.connectors.email.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Bytes to characters when the sender told the charset, told a wrong one, or told none. Never
/// fails.
final class Charsets {
  private static final String WINDOWS_1250 = "windows-1250";

  /// Spellings that mail programs use and the JDK does not know, and names that mean more than they
  /// say: ISO-8859-1 and US-ASCII are read as browsers do.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("utf8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("cp-1250", WINDOWS_1250),
          Map.entry("x-cp1250", WINDOWS_1250),
          Map.entry("win-1250", WINDOWS_1250),
          Map.entry("win1250", WINDOWS_1250),
          Map.entry("windows1250", WINDOWS_1250),
          Map.entry("iso8859-2", "iso-8859-2"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("x-cp1252", "windows-1252"),
          Map.entry("x-cp1251", "windows-1251"),
          Map.entry("ks_c_5601-1987", "ms949"));

  private Charsets() {}

  /// The charset of that name; empty when it is unknown or says nothing (US-ASCII).
  static Optional<Charset> named(String name) {
    String clean = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\s]", "");
    if (clean.isEmpty() || clean.equals("us-ascii") || clean.equals("ascii")) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(ALIASES.getOrDefault(clean, clean));
      return charset.equals(StandardCharsets.US_ASCII) ? Optional.empty() : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /// The text of the bytes, by the declared charset when it is one and they keep to it.
  static String decode(Bytes bytes, String declared) {
    Optional<Charset> charset = named(declared);
    if (charset.isEmpty()) {
      return guess(bytes);
    }
    if (charset.get().equals(StandardCharsets.UTF_8)) {
      return guess(bytes);
    }
    return charset.get().decode(bytes.buffer()).toString();
  }

  /// UTF-8 when the bytes are, else what most of them speak for.
  static String guess(Bytes bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.buffer()).toString();
    } catch (CharacterCodingException e) {
      return eightBit(bytes.buffer()).decode(bytes.buffer()).toString();
    }
  }

  /// Windows-1250 and ISO-8859-2 put š, ť, ž (and Czech quotes) at different places: at 0x80–0x9F
  /// stand control characters in ISO-8859-2, at 0xA9–0xBE rare signs in windows-1250. Cyrillic uses
  /// the upper half for nearly every letter, Czech for few; KOI8-U has its small letters at
  /// 0xC0–0xDF, windows-1251 at 0xE0–0xFF.
  private static Charset eightBit(ByteBuffer bytes) {
    int windows = 0;
    int iso = 0;
    int letters = 0;
    int upper = 0;
    int lowRow = 0;
    int truncated = 0;
    while (bytes.hasRemaining()) {
      int b = Byte.toUnsignedInt(bytes.get());
      if (b >= 0xC0) {
        upper++;
        lowRow += b < 0xE0 ? 1 : 0;
      } else if (b >= 0x80 && b <= 0x9F) {
        windows++;
      } else if (b == 0xA9 || b == 0xAB || b == 0xAE || b == 0xB9 || b == 0xBB || b == 0xBE) {
        iso++;
      } else if (Character.isLetter(b) && b < 0x80) {
        letters++;
      }
      truncated += b == 0xC3 || b == 0xC4 || b == 0xC5 ? 1 : 0;
    }
    if (2 * truncated >= upper && upper > 0 && 2 * truncated >= windows + iso + upper - truncated) {
      return StandardCharsets.UTF_8;
    }
    if (upper > letters && upper > 4) {
      return Charset.forName(2 * lowRow > upper ? "KOI8-U" : "windows-1251");
    }
    return Charset.forName(iso > windows ? "ISO-8859-2" : WINDOWS_1250);
  }
}
