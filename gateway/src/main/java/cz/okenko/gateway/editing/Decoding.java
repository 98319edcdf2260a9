package cz.okenko.gateway.editing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Turns the bytes of a foreign file into text. Town halls have both: UTF-8, and what their
/// spreadsheets wrote for decades, windows-1250.
public final class Decoding {
  private static final Charset WINDOWS = Charset.forName("windows-1250");
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private Decoding() {}

  /// The text of a file, whichever of the two it is written in.
  public static String text(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe)) {
      return unmarked(new String(bytes, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return unmarked(new String(bytes, StandardCharsets.UTF_16BE));
    }
    try {
      return unmarked(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static String unmarked(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
