package cz.okenko.connectors.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs and checks as Standard Webhooks 1.0 describes it: HMAC-SHA256 over `id.timestamp.body`,
/// base64 behind `v1,`, several of them divided by spaces.
/// Source: standard-webhooks/standard-webhooks, spec/standard-webhooks.md, read 2026-11-29.
public final class Signatures {
  /// How far the sender's clock may be from ours, and how long a copied request is good for.
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  private final List<SecretKeySpec> keys;

  /// @param secrets the newest first; all of them are good, and all of them sign
  public Signatures(List<String> secrets) {
    this.keys =
        secrets.stream()
            .map(secret -> Base64.getDecoder().decode(secret.substring(PREFIX.length())))
            .map(key -> new SecretKeySpec(key, "HmacSHA256"))
            .toList();
  }

  /// Whether it is `whsec_` and 24 to 64 bytes in base64.
  public static boolean isSecret(String text) {
    return text.matches(PREFIX + "(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2,3}={1,2})?");
  }

  /// What stands in `webhook-signature`: a signature for each secret.
  public String sign(String id, Instant at, byte[] body) {
    return keys.stream()
        .map(key -> VERSION + mac(key, id, Long.toString(at.getEpochSecond()), body))
        .collect(Collectors.joining(" "));
  }

  /// Whether one of the signatures fits one of the secrets, and the timestamp is of now.
  public boolean signed(Headers headers, byte[] body, Instant now) {
    if (headers.id().isEmpty()
        || !headers.timestamp().matches("[0-9]{1,12}")
        || Duration.between(headers.at(), now).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    boolean fits = false;
    for (SecretKeySpec key : keys) {
      byte[] expected =
          (VERSION + mac(key, headers.id(), headers.timestamp(), body))
              .getBytes(StandardCharsets.US_ASCII);
      for (String signature : headers.signatures().split(" ", 20)) {
        fits |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
      }
    }
    return fits;
  }

  /// The three headers of a signed request, as they came.
  public record Headers(String id, String timestamp, String signatures) {

    /// When it was sent; only for a timestamp that was checked.
    public Instant at() {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }
  }

  private static String mac(SecretKeySpec key, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var content = new ByteArrayOutputStream();
      content.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      content.writeBytes(body);
      return Base64.getEncoder().encodeToString(mac.doFinal(content.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
