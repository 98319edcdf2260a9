package cz.okenko.knowledge.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether something is still what it was, by the SHA-256 of its parts in their order. For one
/// thread. Plain Java computes it at some 100 MB/s while a program starts: take each text once.
public final class Fingerprint {

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// That of one text, in hexadecimal digits.
  public static String of(String text) {
    return new Fingerprint().with(text).digits();
  }

  /// One part more; where a part ends makes no difference.
  public Fingerprint with(String text) {
    return with(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same for bytes.
  public Fingerprint with(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /// The 32 bytes; ends the use of this object.
  public byte[] bytes() {
    return digest.digest();
  }

  /// The same in 64 hexadecimal digits.
  public String digits() {
    return HexFormat.of().formatHex(bytes());
  }
}
