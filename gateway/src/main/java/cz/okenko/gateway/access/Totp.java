package cz.okenko.gateway.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes that a telephone and we compute from a shared secret and the time.
/// Source: RFC 6238 with HMAC-SHA-1, six digits and half a minute, which every authenticator knows.
final class Totp {
  static final int DIGITS = 6;
  static final Duration STEP = Duration.ofSeconds(30);

  /// Steps the telephone's clock may be off, either way.
  private static final int DRIFT = 1;

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Totp() {}

  /// The step whose code this is, when it is the code of now or of the step before or after.
  static OptionalLong step(String secret, String code, Instant now) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      if (code(bytes(secret), step, DIGITS).equals(code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  static String code(byte[] secret, long step, int digits) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    long most = Math.round(Math.pow(10, digits));
    return String.format(Locale.ROOT, "%0" + digits + "d", number % most);
  }

  /// Base 32 without padding, as authenticators take a secret (RFC 4648).
  static String text(byte[] secret) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : secret) {
      held = (held << Byte.SIZE) | (each & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(BASE_32.charAt((held >> bits) & 31));
      }
    }
    return text.toString();
  }

  static byte[] bytes(String secret) {
    ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS / Byte.SIZE);
    int held = 0;
    int bits = 0;
    for (int i = 0; i < secret.length(); i++) {
      held = (held << BITS) | BASE_32.indexOf(secret.charAt(i));
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.put((byte) (held >> bits));
      }
    }
    return bytes.array();
  }

  private static byte[] hmac(byte[] secret, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
