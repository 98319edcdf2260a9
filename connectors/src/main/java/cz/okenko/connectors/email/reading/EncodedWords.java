package cz.okenko.connectors.email.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Header text: encoded words of RFC 2047, also where they may not stand, and raw bytes of any
/// charset.
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");

  private EncodedWords() {}

  /// @param raw each character is one byte of the header
  static String decode(String raw) {
    StringBuilder out = new StringBuilder();
    Matcher word = WORD.matcher(raw);
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    while (word.find()) {
      String between = raw.substring(end, word.start());
      String next = word.group(1).replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
      boolean goesOn = end > 0 && between.isBlank();
      if (!goesOn || !next.equals(charset)) {
        flush(pending, charset, out);
        out.append(goesOn ? "" : plain(between));
      }
      charset = next;
      append(pending, word);
      end = word.end();
    }
    flush(pending, charset, out);
    return clean(out.append(plain(raw.substring(end))).toString());
  }

  /// Characters cut in two by a sender's encoder are whole again when the words are joined as
  /// bytes.
  private static void append(ByteArrayOutputStream pending, Matcher word) {
    Bytes content = Bytes.of(word.group(3).getBytes(StandardCharsets.ISO_8859_1));
    boolean base64 = word.group(2).equalsIgnoreCase("b");
    Bytes decoded =
        base64
            ? TransferEncoding.base64(content)
            : TransferEncoding.quotedPrintable(content, true);
    try {
      decoded.stream().transferTo(pending);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder out) {
    out.append(Charsets.decode(Bytes.of(pending.toByteArray()), charset));
    pending.reset();
  }

  private static String plain(String raw) {
    return Charsets.guess(Bytes.of(raw.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /// One line without control characters and without those that turn the direction of text.
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028-\\u202E\\u2066-\\u2069]+", " ").strip();
  }
}
