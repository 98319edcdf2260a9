package cz.okenko.connectors.email.reading;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

/// A stretch of bytes. The array is shared between stretches and never changed.
public final class Bytes {
  private static final int LONGEST_NAME = 200;

  private final byte[] all;
  private final int from;
  private final int to;

  private Bytes(byte[] all, int from, int to) {
    this.all = all;
    this.from = from;
    this.to = Math.max(from, to);
  }

  /// The whole array, which nobody changes from now on.
  public static Bytes of(byte[] all) {
    return new Bytes(all, 0, all.length);
  }

  public int size() {
    return to - from;
  }

  /// In lower case the name of the header field whose line begins at `index`; a space when the line
  /// goes on with the field before, empty when it is none.
  public String headerName(int index) {
    int end = Math.min(size(), index + LONGEST_NAME);
    for (int i = index; i < end; i++) {
      byte b = at(i);
      if (i == index && (b == ' ' || b == '\t')) {
        return " ";
      }
      if (b == ':') {
        return part(index, i).latin().strip().toLowerCase(Locale.ROOT);
      }
      if (b == '\n' || b == '\r') {
        return "";
      }
    }
    return "";
  }

  /// Adds the bytes from `start` up to but without `end` to what is digested.
  public void addTo(MessageDigest digest, int start, int end) {
    digest.update(all, from + start, end - start);
  }

  byte at(int index) {
    return all[from + index];
  }

  /// From `start` up to but without `end`.
  Bytes part(int start, int end) {
    return new Bytes(all, from + start, Math.min(to, from + end));
  }

  /// Where the line that holds `index` ends: behind its line feed, or at the end.
  public int lineEnd(int index) {
    int at = from + index;
    while (at < to && all[at] != '\n') {
      at++;
    }
    return Math.min(to, at + 1) - from;
  }

  boolean startsWith(byte[] prefix, int index) {
    int start = from + index;
    int end = start + prefix.length;
    return end <= to && Arrays.equals(all, start, end, prefix, 0, prefix.length);
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(all, from, size()).slice();
  }

  /// Each byte as the character of the same number.
  String latin() {
    return new String(all, from, size(), StandardCharsets.ISO_8859_1);
  }

  public InputStream stream() {
    return new ByteArrayInputStream(all, from, size());
  }

  @Override
  public String toString() {
    return size() + " bytes";
  }
}
