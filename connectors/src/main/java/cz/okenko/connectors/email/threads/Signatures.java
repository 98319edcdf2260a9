package cz.okenko.connectors.email.threads;

import cz.okenko.connectors.Notebook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What we sign so that a reply is known as one: ids of our mails and our plus-addresses. The key
/// is made once and kept in the notebook. Safe for any thread.
public final class Signatures {
  private static final String KEY = "key";
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  /// 80 bits: too many to guess, short enough for the local part of an address (64 characters).
  private static final int ID_LENGTH = 16;

  private static final int SIGNATURE_LENGTH = 16;
  private static final Pattern MESSAGE =
      Pattern.compile(
          "okenko\\.([0-9a-z]{1,13})\\.([0-9a-z]{16})\\.([0-9a-z]{16})@.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile("([0-9a-z]{16})([0-9a-z]{16})", Pattern.CASE_INSENSITIVE);

  private final SecretKeySpec key;

  /// Reads the key, or makes one.
  public Signatures(Notebook notebook) {
    String stored =
        notebook
            .read(KEY)
            .orElseGet(
                () -> {
                  byte[] fresh = new byte[32];
                  new SecureRandom().nextBytes(fresh);
                  String made = Base64.getEncoder().encodeToString(fresh);
                  notebook.write(Map.of(KEY, made));
                  return made;
                });
    this.key = new SecretKeySpec(Base64.getDecoder().decode(stored), "HmacSHA256");
  }

  /// A message of ours in a thread, known by the id it was sent with.
  public record Signed(long message, String thread) {}

  /// The Message-ID, without brackets, of a message of ours: always the same for the same message.
  public String messageId(long message, String thread, String domain) {
    String number = Long.toString(message, Character.MAX_RADIX);
    String signed = number + "." + thread;
    return "okenko." + signed + "." + sign("mail", signed) + "@" + domain;
  }

  /// What a Message-ID says, if it is one of ours.
  public Optional<Signed> message(String messageId) {
    Matcher matcher = MESSAGE.matcher(messageId);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = lower(matcher.group(1));
    String thread = lower(matcher.group(2));
    if (!same(sign("mail", number + "." + thread), matcher.group(3))) {
      return Optional.empty();
    }
    OptionalLong id = number(number);
    return id.isPresent() ? Optional.of(new Signed(id.getAsLong(), thread)) : Optional.empty();
  }

  private static OptionalLong number(String digits) {
    try {
      return OptionalLong.of(Long.parseLong(digits, Character.MAX_RADIX));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// What stands behind the `+` in the address replies to a thread are sent to.
  public String tag(String thread) {
    return thread + sign("tag", thread);
  }

  /// The thread of a tag of ours.
  public Optional<String> threadOfTag(String tag) {
    Matcher matcher = TAG.matcher(tag);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String thread = lower(matcher.group(1));
    return same(sign("tag", thread), matcher.group(2)) ? Optional.of(thread) : Optional.empty();
  }

  /// The id of the thread that a mail opens: the same each time.
  public String thread(String externalId) {
    return code(mac("thread " + externalId), ID_LENGTH);
  }

  /// A short name for something that should not be readable in the notebook, like an address.
  public String name(String text) {
    return code(mac("name " + text), 24);
  }

  /// A name for content: equal content has the same one everywhere.
  public static String digest(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private String sign(String purpose, String text) {
    return code(mac(purpose + " " + text), SIGNATURE_LENGTH);
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static String code(byte[] bytes, int length) {
    StringBuilder code = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      bits = ((bits << 8) | Byte.toUnsignedInt(b)) & 0xFFFF;
      held += 8;
      while (held >= 5 && code.length() < length) {
        held -= 5;
        code.append(ALPHABET.charAt((bits >> held) & 31));
      }
    }
    return code.toString();
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII),
        lower(given).getBytes(StandardCharsets.US_ASCII));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
