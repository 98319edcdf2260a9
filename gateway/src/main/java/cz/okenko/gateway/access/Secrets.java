package cz.okenko.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random secrets, and the digests under which they are kept.
final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final int SHARED_BYTES = 20;
  private static final String SAYABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;

  private final SecureRandom random = new SecureRandom();

  /// 256 bits, safe in a cookie.
  String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// 160 bits for an authenticator, in base 32.
  /// Source: RFC 4226, section 4, R6.
  String shared() {
    byte[] bytes = new byte[SHARED_BYTES];
    random.nextBytes(bytes);
    return Totp.text(bytes);
  }

  /// 80 bits a person can copy from a screen, such as `7K3M-0QXV-9TRA-WB2D`.
  String password() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      password.append(group == 0 ? "" : "-");
      for (int i = 0; i < GROUP_LENGTH; i++) {
        password.append(SAYABLE.charAt(random.nextInt(SAYABLE.length())));
      }
    }
    return password.toString();
  }

  static String digest(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
