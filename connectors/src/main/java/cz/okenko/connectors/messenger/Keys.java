package cz.okenko.connectors.messenger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves who sends: HMAC-SHA256 with the app secret, compared in constant time.
final class Keys {
  private static final String PREFIX = "sha256=";
  private static final HexFormat HEX = HexFormat.of();

  private final SecretKeySpec key;

  Keys(String appSecret) {
    this.key = new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Whether the header signs exactly these bytes (FB-02). The body is never parsed and written
  /// again before this: the platform signs its own spelling, which escapes Czech letters.
  boolean signed(String header, byte[] body) {
    byte[] expected = (PREFIX + HEX.formatHex(mac(body))).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
  }

  /// What an app that requires it must add to each of its calls ("appsecret_proof").
  /// Source: "Securing Graph API calls", Graph API documentation.
  String proof(String token) {
    return HEX.formatHex(mac(token.getBytes(StandardCharsets.UTF_8)));
  }

  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /// A short name for something that must not be written down itself.
  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HEX.formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private byte[] mac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
